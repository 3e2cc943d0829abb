import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import { callsOf } from './call-store.ts';
import { type Card, cardsOf } from './card-store.ts';
import type { Question } from './question.ts';

/** Its card, the asker's message, and what was posted to ask others to take it. */
export async function redraw(trx: Trx, jobs: Jobs, question: Question): Promise<void> {
  const { workspaceId, askerMessage } = question;
  const card = await currentCard(trx, question);
  const calls = await callsOf(trx, workspaceId, question.id);
  for (const message of [card?.outboxId, askerMessage, ...calls.map(({ outboxId }) => outboxId)]) {
    if (message) await refresh(trx, jobs, { workspaceId, message });
  }
}

export async function currentCard(
  db: Database,
  { workspaceId, id, placement }: Question,
): Promise<Card | undefined> {
  const cards = await cardsOf(db, workspaceId, id);
  return cards.find(({ move }) => move === placement.move);
}
