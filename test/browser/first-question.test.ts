import { describe, expect, test } from '@jest/globals';
import { ask, become, button, form, goTo, messageWith, thread, untilShown, visit } from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

describe('A question in the browser', () => {
  const { page: open, desk } = usePage();

  test('A guide asks, a supervisor claims, answers and marks the answer, and the guide sees it.', async () => {
    const page = open();
    const question = 'Who is in network for GI in Erie?';
    await visit(page, desk(), 'maya');
    await ask(page, question, 'Providers');

    await become(page, 'Rosa Delgado');
    await goTo(page, '#experts-providers');
    const card = messageWith(page, question);
    await button(card, 'Claim').click();
    await untilShown(card.getByText('Claimed by'));
    await card.hover();
    await button(card, 'Reply in thread').click();
    await thread(page).getByLabel('Reply …').fill('Dr. Ahn’s group takes new patients.');
    await button(thread(page), 'Send').click();
    const reply = thread(page).getByRole('article').filter({ hasText: 'takes new patients' });
    await reply.hover();
    await button(reply, 'More actions').click();
    await page.getByRole('menuitem', { name: /Mark as the answer/ }).click();
    await untilShown(card.getByText('Answered by'));

    await become(page, 'Maya Brooks');
    await goTo(page, 'Concierge Desk');
    const told = messageWith(page, 'Your question has been answered');
    await told.getByRole('button', { name: 'read the answer' }).click();
    await untilShown(thread(page).getByText('takes new patients'));
    await page.goBack();
    await button(told, 'This answers it').click();
    await untilShown(messageWith(page, 'Resolved'));
    expect(await desk().slack.violations()).toEqual([]);
  });

  test('The first steps lead a newcomer the whole way by what is on the screen.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await page.evaluate('fetch("/face/lesson", { method: "POST", body: "{}" })');
    const steps = page.getByRole('region', { name: 'First steps' });

    await button(steps, 'Ask a Question').click();
    await form(page).getByRole('textbox', { name: 'Question' }).fill('Does the plan cover a second opinion?');
    await form(page).getByRole('combobox', { name: 'Topic' }).click();
    await form(page).getByRole('option', { name: 'Providers' }).click();
    await button(form(page), 'Ask').click();
    await button(steps, 'Be Rosa and look').click();
    await button(messageWith(page, 'second opinion'), 'Claim').click();
    await button(steps, 'Open the thread').click();
    await thread(page).getByLabel('Reply …').fill('It does.');
    await page.keyboard.press('Enter');
    const reply = thread(page).getByRole('article').filter({ hasText: 'It does.' });
    await reply.hover();
    await button(reply, 'More actions').click();
    await page.getByRole('menuitem', { name: /Mark as the answer/ }).click();
    await button(steps, 'Be Maya and read').click();

    await untilShown(steps.getByText('That was the whole way of a question.'));
    expect(await messageWith(page, 'second opinion').innerText()).toContain(
      'Your question has been answered',
    );
  });
});
