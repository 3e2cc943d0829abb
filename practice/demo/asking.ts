import type { Entry } from '../interactions/filling.ts';
import type { SeenView } from '../interactions/seen-view.ts';
import { renderBlocks } from '../render.ts';
import { nameOf, type OnMessage, type Stage, wordsOf } from './stage.ts';

export type Asking = {
  readonly who: string;
  /** In the form's own labels. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** Typed behind `/ask`, in that channel; otherwise the form is opened by the shortcut. */
  readonly command?: { readonly text: string; readonly channel: string };
  /** Where the card should come to stand. */
  readonly lands: string;
};

/** Opens the form, fills it, sends it, and waits for the card. */
export async function asks(stage: Stage, { who, entries, command, lands }: Asking): Promise<OnMessage> {
  const { client, narrator } = stage;
  const person = client.as(who);
  const before = (await client.messages(lands)).length;
  if (command) {
    await narrator.tells(`${nameOf(who)} types /ask ${command.text}`);
    await person.command('/ask', command.text, { channel: command.channel });
  } else {
    await narrator.tells(`${nameOf(who)} opens "Ask a Question" and fills it:`);
    await person.shortcut('ask');
  }
  await person.waitForView(({ fields }) => fields.some(({ label }) => label === 'Topic'));
  await person.fill(entries);
  await narrator.shows(Object.entries(entries).map(([label, entry]) => `${label}: ${sayEntry(entry)}`));
  let submitted = await person.submit();
  if (submitted.kind === 'updated' && submitted.view.submit === 'Post redacted') {
    await narrator.tells(`Before it is posted, ${nameOf(who)} sees what will be taken out:`);
    await narrator.shows(previewIn(stage, submitted.view));
    submitted = await person.submit();
  }
  if (submitted.kind !== 'closed')
    throw new Error(`${nameOf(who)}'s form did not close: ${JSON.stringify(submitted)}`);

  const card = await client.waitFor(
    async () => (await client.messages(lands)).slice(before).at(-1),
    `a card in #${lands}`,
  );
  await narrator.tells(`In #${lands} stands a moment later:`);
  await narrator.shows(wordsOf(stage, card));
  return { channel: card.channel, ts: card.ts };
}

/** What stands above the form's fields. */
function previewIn({ book }: Stage, { blocks }: SeenView): string[] {
  const fields = blocks.findIndex(({ type }) => type === 'input');
  return renderBlocks(blocks.slice(0, fields), book);
}

function sayEntry(entry: Entry): string {
  if (typeof entry === 'boolean') return entry ? 'yes' : 'no';
  return entry === null ? '' : entry.toString();
}
