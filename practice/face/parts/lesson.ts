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
  return {
    steps: [
      { key: 'ask', isDone: card !== undefined },
      { key: 'claim', isDone: isAnswered || /Claimed by/.test(words) },
      { key: 'reply', isDone: isAnswered || replies.some(({ botId }) => botId === undefined) },
      { key: 'mark', isDone: isAnswered },
    ],
    card: card ? { channel: card.channel, ts: card.ts, asker: askerIn(words) } : null,
  };
}

const ASKED = /Ask a Question submission from/;

function firstCard({ store }: Workspace, since: string): Message | undefined {
  return store
    .channels()
    .filter(({ kind }) => kind === 'channel')
    .flatMap(({ id }) => store.messages.inChannel(id))
    .filter(
      ({ ts, user, blocks }) =>
        ts > since && user === BOT_USER_ID && ASKED.test(JSON.stringify(blocks ?? [])),
    )
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))[0];
}

function askerIn(words: string): string {
  return /submission from <@([A-Z0-9]+)/.exec(words)?.[1] ?? idFor('U0', 'maya');
}
