import { describe, expect, test } from '@jest/globals';
import {
  ask,
  button,
  choose,
  form,
  messageWith,
  thread,
  untilGone,
  untilShown,
  visit,
} from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

describe('Forms in the browser', () => {
  const { page: open, desk } = usePage();

  test('What is missing is said at the field, which gets the focus; what was typed stays.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await button(page.getByRole('main'), 'Ask a Question').click();
    await form(page).getByRole('textbox', { name: 'Member ID' }).fill('R12');
    await button(form(page), 'Ask').click();

    const question = form(page).getByRole('textbox', { name: 'Question' });
    await untilShown(form(page).getByText('Please complete this required field.').first());
    await untilShown(question.and(page.locator(':focus')));
    await question.fill('Is this ID right?');
    await choose(form(page), 'Topic', 'Billing');
    await button(form(page), 'Ask').click();
    await untilShown(form(page).locator('input[aria-invalid="true"]'));
    const id = form(page).getByRole('textbox', { name: 'Member ID' });
    expect(await id.getAttribute('aria-invalid')).toBe('true');
    expect(await id.inputValue()).toBe('R12');
    expect(await question.inputValue()).toBe('Is this ID right?');
  });

  test('A form that is redrawn while somebody types takes no letter away.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await button(page.getByRole('main'), 'Ask a Question').click();
    await form(page).getByRole('textbox', { name: 'Question' }).pressSequentially('What is the copay?');
    await choose(form(page), 'Topic', 'State rule or guideline');
    await untilShown(form(page).getByText('the state decides which region answers'));

    expect(await form(page).getByRole('textbox', { name: 'Question' }).inputValue()).toBe(
      'What is the copay?',
    );
  });

  test('What is taken out is shown in a second view of the form before it is posted.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await button(page.getByRole('main'), 'Ask a Question').click();
    await form(page).getByRole('textbox', { name: 'Question' }).fill('Refund for SSN 219-09-9999: when?');
    await choose(form(page), 'Topic', 'Billing');
    await button(form(page), 'Ask').click();
    await button(form(page), 'Post redacted').click();
    await untilGone(form(page));

    await visit(page, desk(), 'dana', 'C0EXPERTSBILLING');
    const card = messageWith(page, 'Refund for');
    await untilShown(card.getByText('[SSN]'));
    expect(await card.innerText()).not.toContain('219-09-9999');
  });

  test('A menu of the card opens another form, and hands the question over to a colleague.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await ask(page, 'Who signs the form for orthodontics?', 'Providers');
    await visit(page, desk(), 'lee', 'C0EXPERTSPROVIDERS');
    const card = messageWith(page, 'orthodontics');
    await button(card, 'Claim').click();
    await untilShown(card.getByText('Claimed by'));
    await button(card, 'More').click();
    await page.getByRole('menuitem', { name: 'Hand over' }).click();
    await form(page).getByRole('combobox', { name: 'To' }).fill('Rosa');
    await page.keyboard.press('Enter');
    await form(page).getByRole('textbox', { name: 'Note' }).fill('You wrote the guideline.');
    await button(form(page), 'Hand over').click();

    await untilShown(card.getByText('Claimed by @rosa'));
    await card.getByRole('button', { name: /1 reply/ }).click();
    await untilShown(thread(page).getByText('You wrote the guideline.'));
  });

  test('Whoever may not do something reads why, and only they do.', async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await ask(page, 'Is the dental rider open to dependants?', 'Eligibility');
    await visit(page, desk(), 'sam', 'C0EXPERTSELIGIBILITY');
    const card = messageWith(page, 'dental rider');
    await button(card, 'Claim').click();

    const notice = page.getByRole('article').filter({ hasText: 'Only visible to you' });
    await untilShown(notice);
    await button(notice, 'Dismiss').click();
    await untilGone(notice);
  });
});
