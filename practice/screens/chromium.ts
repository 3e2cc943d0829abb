import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

type Environment = Readonly<Record<string, string | undefined>>;

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the machine; the variable CHROMIUM names another. Nothing is downloaded. */
export function chromiumPath({ CHROMIUM: given }: Environment): string {
  const found = (given === undefined ? PLACES : [given]).find((each) => existsSync(each));
  if (found !== undefined) return found;
  throw new Error(
    'This needs Chromium, and there is none here. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to its path.',
  );
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(env: Environment): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath(env), args: FLAGS });
}
