import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { WorkspaceClient } from './client.ts';
import { anAnnouncement } from './demo/announcement-story.ts';
import { asks } from './demo/asking.ts';
import { startDesk } from './demo/desk.ts';
import { impatientDirectory } from './demo/directory.ts';
import { unhurried } from './demo/narrator.ts';
import { aLiveOne, anOpenOne } from './demo/short-stories.ts';
import { openStage } from './demo/stage.ts';
import { aRace } from './demo/stories.ts';
import { openBrowser } from './screens/chromium.ts';
import { SHOTS, type Shot } from './screens/shots.ts';

const FOLDER = path.join(import.meta.dirname, '../docs/images');
/** Sharp on any screen, and not much larger. */
const DENSITY = 1.5;

/** Takes the pictures of the documentation, of a desk that is made for them and gone afterwards. */
const desk = await startDesk(process.env, { SLACK_UPDATES_PER_MINUTE: '0' }, await impatientDirectory('20m'));
const browser = await openBrowser(process.env);
try {
  await playScenes(desk.client);
  for (const shot of SHOTS) {
    await take(browser, desk.client.url, shot);
    console.log(`docs/images/${shot.file}`);
  }
} finally {
  await browser.close();
  await desk.stop();
}

async function playScenes(client: WorkspaceClient): Promise<void> {
  const nobody = { chapter: () => {}, tells: () => {}, shows: () => {} };
  const stage = await openStage(client, unhurried(0, nobody));
  await anAnnouncement(stage, 86_400);
  await aRace(stage);
  await aLiveOne(stage);
  await anOpenOne(stage);
  await asks(stage, {
    who: 'maya',
    entries: {
      Question:
        'The member paid their deductible twice. Which form starts the refund, and how long does it take?',
      Topic: 'Claims',
      State: 'Pennsylvania',
      'Member ID': 'R456789',
      'On/Off Exchange': 'On Exchange',
      'The member is on the line': true,
    },
    lands: 'experts-claims',
  });
}

async function take(on: Browser, url: string, shot: Shot): Promise<void> {
  const { file, as, place, width = 1100, height = 760 } = shot;
  const context = await on.newContext({
    viewport: { width, height },
    deviceScaleFactor: DENSITY,
    colorScheme: 'light',
  });
  const page = await context.newPage();
  await page.addInitScript("sessionStorage.setItem('lesson-hidden', 'yes')");
  await page.goto(`${url}/#as=U0${as.toUpperCase()}&place=${place}`);
  const what = await shot.take(page);
  // Out of the way: what the pointer is over looks otherwise.
  await page.mouse.move(0, 0);
  const to = path.join(FOLDER, file);
  if (what === undefined) await page.screenshot({ path: to });
  else await page.locator(what).last().screenshot({ path: to });
  await context.close();
  await desk.client
    .as(as)
    .close()
    .catch(() => {
      // Most pictures leave no form open.
    });
}
