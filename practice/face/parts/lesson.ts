import type { Workspace } from '../../core/workspace.ts';
import { BOT_USER_ID, idFor } from '../../state/identity.ts';
import type { Message } from '../../state/records.ts';
import type { Lesson } from '../scene.ts';

/**
 * How far a newcomer has come with their first question. It is read off what stands in the workspace, so it doesn't
 * matter which way they took, and off the words of the app: like a newcomer it knows nothing else of a question.
 */
export function lessonSince(workspace: Workspace, since: string): Lesson {
  const card = firstCard(workspace, since);
  const words = card ? JSON.stringify(card.blocks ?? []) : '';
  const replies = card ? workspace.store.messages.repliesTo(card.channel, card.ts) : [];
  const isAnswered = /Answered by|Resolved by/.test(words);
  const asker = askerIn(words);
  return {
    steps: [
      { key: 'ask', isDone: card !== undefined },
      { key: 'claim', isDone: isAnswered || /Claimed by/.test(words) },
      { key: 'reply', isDone: isAnswered || replies.some(({ botId }) => botId === undefined) },
      { key: 'mark', isDone: isAnswered },
      { key: 'see', isDone: isAnswered && hasRead(workspace, asker, card?.ts ?? '') },
    ],
    card: card ? { channel: card.channel, ts: card.ts, asker } : null,
  };
}

const ASKED = /Ask a Question submission from/;

function firstCard({ store }: Workspace, since: string): Message | undefined {
  return store
    .channels()
    .filter(({ kind }) => kind === 'channel')
    .flatMap(({ id }) => store.messages.inChannel(id))
    .filter(({ ts, user, blocks }) => ts > since && user === BOT_USER_ID && ASKED.test(JSON.stringify(blocks ?? [])))
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))[0];
}

function askerIn(words: string): string {
  return /submission from <@([A-Z0-9]+)/.exec(words)?.[1] ?? idFor('U0', 'maya');
}

/** Whether the asker has seen what the app wrote to them last. */
function hasRead({ store }: Workspace, asker: string, since: string): boolean {
  const person = store.person(asker);
  if (!person) return false;
  const { id } = store.directMessage(person);
  const latest = store.messages
    .inChannel(id)
    .flatMap(({ ts }) => [ts, ...store.messages.repliesTo(id, ts).map((reply) => reply.ts)])
    .filter((ts) => ts > since)
    .toSorted()
    .at(-1);
  const reads = Object.entries(store.state.reads?.[asker] ?? {}).filter(([key]) => key.startsWith(id));
  return latest !== undefined && reads.some(([, ts]) => ts >= latest);
}
