import type { WorkspaceClient } from '../client.ts';
import { renderBlocks } from '../render.ts';
import type { Message, Notice } from '../state/records.ts';
import { type Book, openBook } from '../terminal/show.ts';
import type { Narrator } from './narrator.ts';

/** Where the day is played, and who tells of it. */
export type Stage = {
  readonly client: WorkspaceClient;
  readonly book: Book;
  readonly narrator: Narrator;
  /** Whether a direct message stood there before the day began. */
  readonly isOld: (message: { readonly channel: string; readonly ts: string }) => boolean;
};

export type OnMessage = { readonly channel: string; readonly ts: string };

export async function openStage(client: WorkspaceClient, narrator: Narrator): Promise<Stage> {
  const people = (await client.people()).filter(({ deleted }) => !deleted);
  const written = await Promise.all(people.map(async ({ id }) => await client.directMessages(id)));
  const old = new Set(written.flat().map(keyOf));
  return { client, narrator, book: await openBook(client), isOld: (message) => old.has(keyOf(message)) };
}

function keyOf({ channel, ts }: { readonly channel: string; readonly ts: string }): string {
  return `${channel}/${ts}`;
}

/** A message or notice in the words that stand on the screen, a line a line. */
export function wordsOf({ book }: Pick<Stage, 'book'>, { blocks, text }: Message | Notice): string[] {
  return blocks && blocks.length > 0 ? renderBlocks(blocks, book) : text.split('\n');
}

/** Waits until a message says something, and answers with the lines that do. */
export async function untilItReads(stage: Stage, on: OnMessage, pattern: RegExp): Promise<string[]> {
  return await stage.client.waitFor(
    async () => {
      const message = (await stage.client.thread(on.channel, on.ts)).find(({ ts }) => ts === on.ts);
      const lines = message ? wordsOf(stage, message).filter((line) => pattern.test(line)) : [];
      return lines.length > 0 ? lines : undefined;
    },
    `the message in ${stage.book.channel(on.channel)} to read ${pattern}`,
  );
}

/** Waits for a direct message of the app, or a reply under one, that says something. */
export async function untilToldDirectly(stage: Stage, who: string, said: string): Promise<string[]> {
  return await stage.client.waitFor(async () => {
    const messages = await stage.client.directMessages(who);
    const found = messages
      .filter((message) => !stage.isOld(message))
      .flatMap((message) => wordsOf(stage, message))
      .filter((line) => line.includes(said));
    return found.length > 0 ? found.slice(-1) : undefined;
  }, `a direct message to ${who} that says "${said}"`);
}

/** Waits for something that only this person sees. */
export async function untilNoticed(stage: Stage, who: string, pattern: RegExp): Promise<string[]> {
  return await stage.client.waitFor(async () => {
    const notices = await stage.client.notices(who);
    const found = notices.flatMap((notice) => wordsOf(stage, notice)).filter((line) => pattern.test(line));
    return found.length > 0 ? found.slice(-1) : undefined;
  }, `a notice to ${who} that reads ${pattern}`);
}

export function nameOf(who: string): string {
  return who.charAt(0).toUpperCase() + who.slice(1);
}
