import type { Selectable } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { ChannelId, QuestionId, WorkspaceId } from '../shared/ids.ts';
import { EventDetail, type QuestionEvent } from './event.ts';
import { QuestionEventId } from './ids.ts';
import type { Question } from './question.ts';

export type NewEvent = Omit<QuestionEvent, 'id' | 'statusAfter'>;

export async function appendEvent(trx: Trx, question: Question, event: NewEvent): Promise<QuestionEventId> {
  const id = QuestionEventId.parse(uuidv7());
  const { by, at, statusBefore, note, detail } = event;
  await trx
    .insertInto('questionEvents')
    .values({
      id,
      by,
      at,
      statusBefore,
      note,
      workspaceId: question.workspaceId,
      questionId: question.id,
      kind: detail.kind,
      statusAfter: question.status.name,
      detail: JSON.stringify(EventDetail.parse(detail)),
    })
    .execute();
  return id;
}

export async function findEvent(
  db: Database,
  workspaceId: WorkspaceId,
  id: QuestionEventId,
): Promise<QuestionEvent | undefined> {
  const row = await db
    .selectFrom('questionEvents')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toEvent(row);
}

/** In the order in which it happened. */
export async function historyOf(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly QuestionEvent[]> {
  const rows = await db
    .selectFrom('questionEvents')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('questionId', '=', questionId)
    .orderBy('position')
    .execute();
  return rows.map(toEvent);
}

/** Channels that Slack refused for this question: they are not tried again. */
export async function refusedChannels(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly ChannelId[]> {
  const history = await historyOf(db, workspaceId, questionId);
  return history.flatMap(({ detail }) => (detail.kind === 'rerouted' ? [detail.from.channel] : []));
}

function toEvent(row: Selectable<Schema['questionEvents']>): QuestionEvent {
  const { id, by, at, statusBefore, statusAfter, note } = row;
  return { id, by, at, statusBefore, statusAfter, note, detail: EventDetail.parse(row.detail) };
}
