import type { Locator, Page } from 'playwright-core';
import type { Desk } from '../../support/desk.ts';

/** Opens the page as somebody, somewhere. */
export async function visit(page: Page, { workspace }: Desk, as: string, place = 'home'): Promise<void> {
  await page.goto(`${workspace.url}/#as=U0${as.toUpperCase()}&place=${place}`);
  await untilShown(page.getByRole('navigation', { name: 'Conversations' }));
}

/** By the switch at the top, as a person does. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Be somebody else/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(name) }).click();
  await untilShown(page.getByRole('button', { name: new RegExp(`You are ${name}`) }));
}

/** What should be seen by then is seen. */
export async function untilShown(what: Locator): Promise<void> {
  await what.waitFor();
}

export async function untilGone(what: Locator): Promise<void> {
  await what.waitFor({ state: 'detached' });
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

export function form(page: Page): Locator {
  return page.getByRole('dialog');
}

export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).click();
  await within.getByRole('option', { name: option, exact: true }).click();
}

/** Whoever sees a message with these words in it. */
export function messageWith(page: Page, words: string | RegExp): Locator {
  return page.getByRole('main').getByRole('article').filter({ hasText: words });
}

export function thread(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Thread' });
}

/** Whatever waits there. */
export async function goTo(page: Page, room: string): Promise<void> {
  const name = new RegExp(`^(?:[A-Z]{2} ?)?${room}(?:.*unread)?$`);
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

/** Asks by the form, from the Home tab. */
export async function ask(page: Page, question: string, topic: string): Promise<void> {
  await button(page.getByRole('main'), 'Ask a Question').click();
  await form(page).getByRole('textbox', { name: 'Question' }).fill(question);
  await choose(form(page), 'Topic', topic);
  await button(form(page), 'Ask').click();
  await untilGone(form(page));
}
