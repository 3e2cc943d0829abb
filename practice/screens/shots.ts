import type { Page } from 'playwright-core';

/** One picture: who looks, where, and what is done before it is taken. */
export type Shot = {
  readonly file: string;
  readonly as: string;
  readonly place: string;
  readonly width?: number;
  readonly height?: number;
  /** Answers with what is pictured; the whole page when it doesn't. */
  readonly take: (page: Page) => Promise<string | undefined>;
};

const untilShown = async (page: Page, text: string | RegExp): Promise<void> =>
  await page.getByText(text).first().waitFor();

export const SHOTS: readonly Shot[] = [
  {
    file: 'workspace.png',
    as: 'rosa',
    place: 'C0EXPERTSPROVIDERS',
    width: 1440,
    take: async (page) => {
      await page
        .getByRole('button', { name: /repl(y|ies)/ })
        .first()
        .click();
      await untilShown(page, 'Filter the directory by facility');
      return undefined;
    },
  },
  {
    file: 'card.png',
    as: 'dana',
    place: 'C0EXPERTSCLAIMS',
    take: async (page) => {
      await untilShown(page, 'deductible');
      return 'main article:has-text("deductible")';
    },
  },
  {
    file: 'form.png',
    as: 'maya',
    place: 'home',
    height: 1060,
    take: async (page) => {
      const form = page.getByRole('dialog');
      await page.getByRole('main').getByRole('button', { name: 'Ask a Question' }).click();
      await form
        .getByRole('textbox', { name: 'Question' })
        .fill('Is a second opinion covered without a referral?');
      await form.getByRole('combobox', { name: 'Topic' }).fill('Claims');
      await page.keyboard.press('Enter');
      await untilShown(page, 'has experts of their own');
      await form.getByRole('combobox', { name: 'State' }).fill('Penn');
      await page.keyboard.press('Enter');
      await form.getByRole('textbox', { name: 'Member ID' }).fill('R123456');
      return 'dialog';
    },
  },
  {
    file: 'answered.png',
    as: 'maya',
    place: 'D0MAYA',
    take: async (page) => {
      await untilShown(page, 'Your question has been answered');
      return 'main article:has-text("Your question has been answered")';
    },
  },
  {
    file: 'announcement.png',
    as: 'sam',
    place: 'C0OHHTIMESROOM',
    take: async (page) => {
      await untilShown(page, 'outpatient MRI scans');
      return 'main article:has-text("outpatient MRI scans")';
    },
  },
  {
    file: 'announcement-report.png',
    as: 'carmen',
    place: 'C0OHHTIMESROOM',
    height: 900,
    take: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /repl(y|ies)/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Who has read it' }).first().click();
      await untilShown(page, 'have acknowledged it');
      return 'dialog';
    },
  },
  {
    file: 'home-guide.png',
    as: 'maya',
    place: 'home',
    height: 900,
    take: async (page) => {
      await untilShown(page, /Needs you|Open|Answered/);
      return 'main';
    },
  },
  {
    file: 'home-supervisor.png',
    as: 'rosa',
    place: 'home',
    height: 900,
    take: async (page) => {
      await untilShown(page, 'Questions to answer');
      return 'main';
    },
  },
];
