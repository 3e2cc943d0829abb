import { describe, expect, test } from '@jest/globals';
import { become, button, form, messageWith, thread, untilGone, untilShown, visit } from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

describe('An announcement in the browser', () => {
  const { page: open, desk } = usePage();

  test('Comms announces, a guide taps the emoji of their team, another the button, and comms sees who has read it.', async () => {
    const page = open();
    await visit(page, desk(), 'carmen', 'C0OHHTIMESROOM');
    await button(page.getByRole('main'), 'Shortcuts').click();
    await page.getByRole('menuitem', { name: /^Announce/ }).click();
    await form(page).getByRole('textbox', { name: 'Title' }).fill('Prior authorization for MRI scans');
    await form(page)
      .getByRole('textbox', { name: 'Text' })
      .fill('From January 1 on, *outpatient MRI scans* need it.');
    await button(form(page), 'Preview').click();
    await button(form(page), 'Post').click();
    await untilGone(form(page));
    const announcement = messageWith(page, 'outpatient MRI scans');
    await untilShown(announcement);

    await become(page, 'Maya Brooks');
    await announcement.getByRole('button', { name: /^keystone, 1/ }).click();
    await untilShown(announcement.getByRole('button', { name: /^keystone, 2.*Maya Brooks/ }));
    await become(page, 'Wei Chen');
    await button(announcement, 'I have read this').click();

    await become(page, 'Carmen Ruiz');
    await announcement.getByRole('button', { name: /1 reply/ }).click();
    await untilShown(thread(page).getByText('people have acknowledged this'));
    await button(thread(page), 'Who has read it').click();
    await untilShown(form(page).getByText('have acknowledged it'));
    await button(form(page), 'Close').click();
    expect(await announcement.getByRole('button', { name: /^pacific/ }).count()).toBe(1);
  });
});
