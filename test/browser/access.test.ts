import { describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ask, button, form, messageWith, untilGone, untilShown, visit } from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

type Fault = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
};

/** What axe finds serious or critical, with the piece of the page that it is about. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axe.source}; void 0`);
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
    violations: readonly Fault[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['light', 'dark'] as const)('The page for everybody, in %s colours', (colorScheme) => {
  const { page: open, desk } = usePage({ context: { colorScheme } });

  test('axe finds no serious fault on the Home, in a form, a channel, a thread and the panels.', async () => {
    const page = open();
    await visit(page, desk(), 'rosa');
    await untilShown(button(page.getByRole('main'), 'Ask a Question'));
    expect(await faultsOn(page)).toEqual([]);

    await button(page.getByRole('main'), 'Ask a Question').click();
    await button(form(page), 'Ask').click();
    await untilShown(form(page).getByText('Please complete this required field.').first());
    await form(page).getByRole('combobox', { name: 'State' }).click();
    expect(await faultsOn(page)).toEqual([]);
    await button(form(page), 'Cancel').click();

    await ask(page, 'Is the vision rider on?', 'Providers');
    await visit(page, desk(), 'rosa', 'C0EXPERTSPROVIDERS');
    const card = messageWith(page, 'vision rider');
    await card.hover();
    await button(card, 'Reply in thread').click();
    await button(page, 'Inspector').click();
    await untilShown(page.getByText('within limits').first());
    expect(await faultsOn(page)).toEqual([]);
    await button(page, 'Outside world').click();
    await page.getByRole('button', { name: /Be somebody else/ }).click();
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('The page without a mouse, and on any screen', () => {
  const { page: open, desk } = usePage();

  test.each([360, 1600])('Nothing hangs over the side at %i pixels.', async (width) => {
    const page = open();
    await page.setViewportSize({ width, height: 780 });
    for (const place of ['home', 'C0EXPERTSPROVIDERS', 'C0GENERAL']) {
      await page.goto(`${desk().workspace.url}/#as=U0ROSA&place=${place}`);
      await untilShown(page.getByRole('main').getByRole('heading', { level: 1 }));
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ place, over }).toEqual({ place, over: 0 });
    }
  });

  test('A question is asked and claimed by keyboard only.', async () => {
    const page = open();
    const { keyboard } = page;
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (name.test(await focused(page))) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Nothing called ${name} was reached; the focus is on ${await focused(page)}.`);
    };
    await visit(page, desk(), 'maya');
    await tabTo(/^Ask a Question/);
    await keyboard.press('Enter');
    await untilShown(form(page).getByRole('combobox', { name: 'Topic' }));
    await tabTo(/^Question/);
    await keyboard.type('Can it be done without a mouse?');
    await tabTo(/^Topic/);
    await keyboard.type('Provid');
    await keyboard.press('Enter');
    await tabTo(/^Ask$/);
    await keyboard.press('Enter');
    await untilGone(form(page));

    await tabTo(/Be somebody else/);
    await keyboard.press('Enter');
    await untilShown(page.getByRole('menu'));
    while (!/Lee Park/.test(await focused(page))) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await untilShown(page.getByRole('button', { name: /You are Lee Park/ }));
    await tabTo(/^#experts-providers/);
    await keyboard.press('Enter');
    const card = messageWith(page, 'without a mouse');
    await untilShown(card);
    await tabTo(/^Claim$/);
    await keyboard.press('Enter');
    await untilShown(card.getByText('Claimed by @lee'));
  });
});

/** As much of the browser's own types as is needed here. */
type Focused = {
  readonly tagName: string;
  readonly textContent: string;
  readonly labels?: readonly { readonly textContent: string }[];
  readonly getAttribute: (name: string) => string | null;
};

/** What a screen reader would say first of whatever has the focus. */
async function focused(page: Page): Promise<string> {
  return await page.locator('*:focus').evaluateAll((found) => {
    const [at] = found as unknown as readonly Focused[];
    if (!at || at.tagName === 'BODY') return '';
    return at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent;
  });
}
