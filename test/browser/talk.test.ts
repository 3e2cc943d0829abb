import { describe, expect, test } from '@jest/globals';
import {
  become,
  button,
  form,
  goTo,
  messageWith,
  thread,
  untilGone,
  untilShown,
  visit,
} from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('Talking in the browser', () => {
  const { page: open, desk } = usePage();

  test('Mentions, channels and emoji stand as names and signs, and markup of other people as words.', async () => {
    const page = open();
    await visit(page, desk(), 'maya', 'C0GENERAL');
    const text = '@rosa see #care-keystone :tada: <img src=x onerror=alert(1)> https://example.com/a';
    await page.getByLabel('Message #general').fill(text);
    await button(page.getByRole('main'), 'Send').click();

    const message = messageWith(page, 'onerror');
    await untilShown(message.getByRole('button', { name: '@rosa' }));
    expect(await message.getByRole('button', { name: '#care-keystone' }).count()).toBe(1);
    expect(await message.getByRole('img', { name: 'tada' }).innerText()).toBe('🎉');
    expect(await message.locator('img').count()).toBe(0);
    expect(await message.getByRole('link').getAttribute('href')).toBe('https://example.com/a');
    const [posted] = await desk().slack.messages('general');
    expect(posted?.text).toContain('<@U0ROSA> see <#C0CAREKEYSTONE>');
  });

  test('A message is edited and deleted by whoever wrote it, and by nobody else.', async () => {
    const page = open();
    await visit(page, desk(), 'jordan', 'C0RANDOM');
    await page.getByLabel('Message #random').fill('Lunch at noon?');
    await page.keyboard.press('Enter');
    const menu = async (words: string) => {
      await messageWith(page, words).hover();
      await button(messageWith(page, words), 'More actions').click();
    };
    await menu('Lunch at noon?');
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    await page.getByLabel('Edit the message').fill('Lunch at one?');
    await page.keyboard.press('Enter');
    await untilShown(messageWith(page, 'Lunch at one?').getByText('(edited)'));

    await become(page, 'Sam Ortiz');
    await menu('Lunch at one?');
    expect(await page.getByRole('menuitem', { name: 'Delete message' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await become(page, 'Jordan Ellis');
    await menu('Lunch at one?');
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await untilGone(messageWith(page, 'Lunch at one?'));
  });

  test('People react with the emoji of their team, and take it back.', async () => {
    const page = open();
    const ts = await desk().slack.as('carmen').say('ohh-timesroom', 'New hours from Monday.');
    await visit(page, desk(), 'maya', 'C0OHHTIMESROOM');
    const message = messageWith(page, 'New hours');
    await message.hover();
    await button(message, 'React').click();
    await button(message.getByRole('dialog', { name: 'Choose an emoji' }), 'keystone').click();
    await untilShown(message.getByRole('button', { name: 'keystone, 1: Maya Brooks' }));
    await desk().slack.as('priya').react({ channel: 'ohh-timesroom', ts }, 'keystone');

    await message.getByRole('button', { name: /keystone, 2/ }).click();
    await untilShown(message.getByRole('button', { name: 'keystone, 1: Priya Nair' }));
  });

  test('What is unread is strong, counts where one is meant, and is read once it is looked at.', async () => {
    const page = open();
    await visit(page, desk(), 'sam', 'C0GENERAL');
    const random = page.getByRole('navigation').getByRole('button', { name: /^#random/ });
    await desk().slack.as('wei').say('random', 'Has <@U0SAM> seen the new form?');
    await untilShown(random.getByText('1 unread'));
    await random.click();
    await untilShown(messageWith(page, 'seen the new form'));

    await untilGone(random.getByText('unread'));
    await become(page, 'Jordan Ellis');
    await untilShown(random.getByText('unread'));
  });

  test('A picture is chosen, sent along, and seen by others.', async () => {
    const page = open();
    await visit(page, desk(), 'maya', 'C0CAREKEYSTONE');
    const file = { name: 'form.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
    await page.getByRole('main').getByLabel('Add a file').setInputFiles(file);
    await untilShown(button(page.getByRole('main'), 'Leave out form.png'));
    await page.getByLabel('Message #care-keystone').fill('The new form');
    await button(page.getByRole('main'), 'Send').click();

    await become(page, 'Jordan Ellis');
    const picture = messageWith(page, 'The new form').getByRole('img', { name: 'form.png' });
    await untilShown(picture);
    expect(await picture.evaluate((each) => (each as unknown as { naturalWidth: number }).naturalWidth)).toBe(
      1,
    );
  });

  test('The slash command is completed, and what stands behind it comes into the form.', async () => {
    const page = open();
    await visit(page, desk(), 'maya', 'C0CAREKEYSTONE');
    await page.getByLabel('Message #care-keystone').pressSequentially('/as');
    await page.keyboard.press('Tab');
    await page.getByLabel('Message #care-keystone').pressSequentially('Is the portal down?');
    await page.keyboard.press('Enter');

    await untilShown(form(page));
    expect(await form(page).getByRole('textbox', { name: 'Question' }).inputValue()).toBe(
      'Is the portal down?',
    );
    await page.keyboard.press('Escape');
    await untilGone(form(page));
  });

  test('Somebody asks about a message by its own menu.', async () => {
    const page = open();
    await desk().slack.as('maya').say('care-keystone', 'A member asks whether braces are covered.');
    await visit(page, desk(), 'jordan', 'C0CAREKEYSTONE');
    const message = messageWith(page, 'braces');
    await message.hover();
    await button(message, 'More actions').click();
    await page.getByRole('menuitem', { name: /Ask about this message/ }).click();

    await untilShown(form(page).getByRole('textbox', { name: 'Question' }));
    await button(form(page), 'Cancel').click();
  });

  test('Who is not in a channel looks in, and joins; whoever writes to a colleague has a place for it.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await page.getByText('Other channels').click();
    await goTo(page, '#experts-pharmacy');
    await button(page.getByRole('main'), 'Join').click();
    await untilShown(page.getByLabel('Message #experts-pharmacy'));

    await page.getByLabel('Write to a colleague').selectOption('Rosa Delgado');
    await page.getByLabel('Message Rosa Delgado').fill('Do you have a minute?');
    await page.keyboard.press('Enter');
    await become(page, 'Rosa Delgado');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Maya Brooks.*unread/ })
      .click();
    await untilShown(messageWith(page, 'Do you have a minute?'));
    expect(await thread(page).count()).toBe(0);
  });
});
