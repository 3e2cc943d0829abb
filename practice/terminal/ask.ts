import type { PersonClient } from '../client/person.ts';
import type { WorkspaceClient } from '../client.ts';
import type { Entry } from '../interactions/filling.ts';
import { needed, type Said } from './said.ts';
import { type Book, showMessages, showSubmitted } from './show.ts';

type Asking = {
  readonly client: WorkspaceClient;
  readonly person: PersonClient;
  readonly name: string;
  readonly said: Said;
  readonly book: Book;
};

/** Asks a question from start to end: opens the form, fills it, sends it, and shows what the asker hears back. */
export async function ask({ client, person, name, said, book }: Asking): Promise<readonly string[]> {
  const entries = entriesOf(said);
  const { trouble } = await person.shortcut('ask');
  if (trouble) return [trouble];
  const before = (await client.directMessages(name)).length;
  const filled = await person.fill(entries, { withinMs: 5000 });
  if (filled.trouble) return [filled.trouble];
  const submitted = await person.submit();
  if (submitted.kind !== 'closed') return showSubmitted(submitted, book, name);
  return ['Sent.', ...(await firstWord(client, name, before, book))];
}

/** By the labels of the form, in its order: the topic comes first, because the rest depends on it. */
function entriesOf(said: Said): Record<string, Entry> {
  const entries = {
    Question: needed(said.question, '--question "…"'),
    Topic: said.topic ?? 'General, or not sure',
    State: said.state,
    'Member ID': said.member,
    'On/Off Exchange': said.exchange,
    'IRL Support Needed?': said.irl ? 'Yes' : undefined,
    'The member is on the line': said.live ? true : undefined,
    'Care team': said.team,
  };
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, entry]])),
  );
}

async function firstWord(
  client: WorkspaceClient,
  name: string,
  before: number,
  book: Book,
): Promise<readonly string[]> {
  try {
    const told = await client.waitFor(
      async () => {
        const messages = await client.directMessages(name);
        return messages.length > before ? messages.slice(before) : undefined;
      },
      'a message from the app',
      4000,
    );
    return showMessages(told, book, '');
  } catch {
    return [`${name} hasn't heard back from the app yet: \`as ${name} dms\` shows it when they have.`];
  }
}
