import { expect } from '@jest/globals';
import type { WorkspaceClient } from '../../practice/client.ts';
import type { Entry } from '../../practice/interactions/filling.ts';
import type { SeenView } from '../../practice/interactions/seen-view.ts';
import type { Submitted } from '../../practice/interactions/submission.ts';
import { renderBlocks } from '../../practice/render.ts';
import type { Message, Notice } from '../../practice/state/records.ts';

export type OnMessage = { readonly channel: string; readonly ts: string };
export type Entries = Readonly<Record<string, Entry>>;

/** Ids stay ids, so that a test can name who and where. */
const ids = { person: (id: string) => id, channel: (id: string) => id };

/** What stands on the screen, as text; mentions and channels as `@U0ROSA` and `#C0EXPERTSCLAIMS`. */
export function words({ blocks, text }: Message | Notice): string {
  return blocks && blocks.length > 0 ? renderBlocks(blocks, ids).join('\n') : text;
}

export async function filledForm(slack: WorkspaceClient, who: string): Promise<SeenView> {
  return await slack.as(who).waitForView(({ fields }) => fields.some(({ label }) => label === 'Topic'));
}

/** Fills the form that is open, and sends it. */
export async function complete(slack: WorkspaceClient, who: string, entries: Entries): Promise<Submitted> {
  await filledForm(slack, who);
  await slack.as(who).fill(entries);
  return await slack.as(who).submit();
}

/** Fills the form that is open and sends it; what is shown redacted first is posted as it is shown. */
export async function completeAndPost(
  slack: WorkspaceClient,
  who: string,
  entries: Entries,
): Promise<Submitted> {
  const submitted = await complete(slack, who, entries);
  return isPreview(submitted) ? await slack.as(who).submit() : submitted;
}

export function isPreview(submitted: Submitted): boolean {
  return submitted.kind === 'updated' && submitted.view.submit === 'Post redacted';
}

/** Asks by the shortcut, and waits for the card. */
export async function ask(
  slack: WorkspaceClient,
  who: string,
  { lands, ...entries }: Entries & { readonly Question: string; readonly lands: string },
): Promise<OnMessage> {
  await slack.as(who).shortcut('ask');
  expect(await completeAndPost(slack, who, entries)).toEqual({ kind: 'closed' });
  return await cardIn(slack, lands, entries.Question);
}

/** Waits for the message in a channel that says something. */
export async function cardIn(slack: WorkspaceClient, channel: string, text: string): Promise<OnMessage> {
  const found = await slack.waitFor(
    async () => (await slack.messages(channel)).find((message) => words(message).includes(text)),
    `a message in #${channel} that says "${text}"`,
  );
  return { channel: found.channel, ts: found.ts };
}

/** All the messages in a channel, replies left out, that say something. */
export async function messagesSaying(slack: WorkspaceClient, channel: string, text: string) {
  return (await slack.messages(channel)).filter((message) => words(message).includes(text));
}

export async function wordsAt(slack: WorkspaceClient, on: OnMessage): Promise<string> {
  const message = (await slack.thread(on.channel, on.ts)).find(({ ts }) => ts === on.ts);
  return message ? words(message) : '';
}

/** Waits until a message reads so; answers with all that it says. */
export async function untilItReads(slack: WorkspaceClient, on: OnMessage, pattern: RegExp): Promise<string> {
  let last = '';
  const look = async (): Promise<string | undefined> => {
    last = await wordsAt(slack, on);
    return pattern.test(last) ? last : undefined;
  };
  return await slack.waitFor(look, `${pattern} on a message`).catch((error: unknown) => {
    throw new Error(`The message never read ${pattern}. It reads:\n${last}`, { cause: error });
  });
}

/** Waits for something in a thread, other than the message that began it. */
export async function untilThreadReads(
  slack: WorkspaceClient,
  on: OnMessage,
  pattern: RegExp,
): Promise<string> {
  return await slack.waitFor(async () => {
    const [, ...replies] = await slack.thread(on.channel, on.ts);
    return replies.map(words).find((each) => pattern.test(each));
  }, `${pattern} in the thread`);
}

/** Waits for what only this person sees. */
export async function untilNoticed(slack: WorkspaceClient, who: string, pattern: RegExp): Promise<string> {
  return await slack.waitFor(
    async () => (await slack.notices(who)).map(words).findLast((each) => pattern.test(each)),
    `a notice to ${who} that reads ${pattern}`,
  );
}

/** The asker's message about a question, which it repeats. */
export async function askerMessage(
  slack: WorkspaceClient,
  who: string,
  question: string,
): Promise<OnMessage> {
  const found = await slack.waitFor(
    async () => (await slack.directMessages(who)).find((message) => words(message).includes(question)),
    `the message to ${who} about "${question}"`,
  );
  return { channel: found.channel, ts: found.ts };
}

/** Replies in a card's thread; answers with where the reply stands. */
export async function reply(
  slack: WorkspaceClient,
  who: string,
  card: OnMessage,
  text: string,
): Promise<OnMessage> {
  return { channel: card.channel, ts: await slack.as(who).say(card.channel, text, { threadTs: card.ts }) };
}

/** The address that Slack gives a message. */
export function addressOf({ channel, ts }: OnMessage): string {
  return `https://practice.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
}
