import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the machine; CHROMIUM names another. Nothing is downloaded. */
export function chromiumPath(): string {
  const given = process.env['CHROMIUM'];
  const found = (given === undefined ? PLACES : [given]).find((each) => existsSync(each));
  if (found !== undefined) return found;
  throw new Error(
    'These tests need Chromium, and there is none here. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to its path.',
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

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}
