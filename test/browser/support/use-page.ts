import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../../practice/screens/chromium.ts';
import type { FaceOptions } from '../../../practice/workspace.ts';
import { type Desk, type DeskOptions, openDesk } from '../../support/desk.ts';
import { expectNothingRefused } from '../../support/use-desk.ts';

export type Options = {
  readonly face?: Omit<FaceOptions, 'env'>;
  readonly desk?: DeskOptions;
  readonly context?: BrowserContextOptions;
};

/** As long as one waits for something to appear before taking it for missing. */
const PATIENCE_MS = 5_000;

/**
 * One desk and browser for all tests of a file, and a page of its own for each. After each of them the page must have
 * had nothing to complain of, and Slack nothing to refuse.
 */
export function usePage({ face = {}, desk: options = {}, context = {} }: Options = {}) {
  let desk: Desk | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;
  let complaints: string[] = [];
  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(options), openBrowser(process.env)]);
    await desk.workspace.showFace({ ...face, env: {} });
  });
  beforeEach(async () => {
    complaints = [];
    const opened = await browser?.newContext({ viewport: { width: 1280, height: 860 }, ...context });
    page = await opened?.newPage();
    page?.setDefaultTimeout(PATIENCE_MS);
    page?.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page?.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page?.context().close();
    await closeForms(desk);
    expect(complaints).toEqual([]);
    await expectNothingRefused(desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.[Symbol.asyncDispose]();
  });
  return {
    desk: (): Desk => desk ?? notYet(),
    page: (): Page => page ?? notYet(),
    /** Complaints that a test brings about on purpose. */
    forgive: (): void => void (complaints = []),
  };
}

/** The workspace keeps them open, whoever looks; the next test begins without. */
async function closeForms(desk: Desk | undefined): Promise<void> {
  for (const { id, deleted, isBot } of (await desk?.slack.people()) ?? []) {
    if (deleted || isBot || !desk) continue;
    const person = desk.slack.as(id);
    while (await person.view()) await person.close();
  }
}

function notYet(): never {
  throw new Error('Nothing is open yet.');
}
