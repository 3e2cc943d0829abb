import { expect } from '@jest/globals';
import type { WorkspaceClient } from '../../practice/client.ts';
import type { SeenView } from '../../practice/interactions/seen-view.ts';
import { peopleWith } from '../../src/directory/index.ts';
import type { Desk } from './desk.ts';
import { cardIn, type Entries, type OnMessage, untilThreadReads, words } from './story.ts';

/** In seconds, as the form's pickers have it. */
export function hoursAhead(hours: number, from = new Date()): string {
  return `${Math.floor(from.getTime() / 1000) + hours * 3_600}`;
}

export async function openAnnounce(slack: WorkspaceClient, who: string): Promise<SeenView> {
  await slack.as(who).shortcut('announce');
  return await slack.as(who).waitForView(({ fields }) => fields.some(({ label }) => label === 'For whom'));
}

/** Fills the open form, looks at the preview, and sends it as it is shown. */
export async function fillAndPost(slack: WorkspaceClient, who: string, entries: Entries): Promise<SeenView> {
  const person = slack.as(who);
  expect(await person.fill(entries)).not.toHaveProperty('trouble');
  const shown = await person.submit();
  if (shown.kind !== 'updated') throw new Error(`No preview was shown, but ${JSON.stringify(shown)}`);
  expect(await person.submit()).toEqual({ kind: 'closed' });
  return shown.view;
}

/** Announces by the shortcut; answers with the message in the channel where it lands. */
export async function announce(
  slack: WorkspaceClient,
  {
    Title,
    lands = 'ohh-timesroom',
    ...entries
  }: Entries & { readonly Title: string; readonly lands?: string },
): Promise<OnMessage> {
  await openAnnounce(slack, 'carmen');
  await fillAndPost(slack, 'carmen', { Title, Text: 'Please read this.', ...entries });
  return await cardIn(slack, lands, Title);
}

/** Waits until the summary in an announcement's thread reads so. */
export async function untilSummaryReads(
  slack: WorkspaceClient,
  on: OnMessage,
  pattern: RegExp,
): Promise<string> {
  return await untilThreadReads(slack, on, pattern);
}

/** Waits for a direct message of the app; answers with where it stands. */
export async function untilTold(slack: WorkspaceClient, who: string, pattern: RegExp): Promise<OnMessage> {
  const found = await slack.waitFor(
    async () => (await slack.directMessages(who)).find((message) => pattern.test(words(message))),
    `a direct message to ${who} that reads ${pattern}`,
  );
  return { channel: found.channel, ts: found.ts };
}

/** Makes these people the comms team, and waits until the app knows. */
export async function setComms({ slack, app }: Desk, people: readonly string[]): Promise<void> {
  await slack.admin.setGroup('comms', people);
  const { db, workspace } = app.rooms;
  const wanted = people.map((name) => `U0${name.toUpperCase()}`).toSorted();
  await slack.waitFor(async () => {
    const known = await peopleWith(db, workspace.id, 'comms');
    return JSON.stringify(known) === JSON.stringify(wanted) ? known : undefined;
  }, 'the comms team to be known');
}
