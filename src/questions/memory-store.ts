import type { Place, PlaceStatus } from '../directory/directory.ts';
import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { ChannelId, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import { UnpostableId } from './ids.ts';
import type { Question, TopicChoice } from './question.ts';

/** What somebody chose last time. */
export type Preferences = { readonly state: StateCode | null; readonly topic: TopicChoice | null };

export async function preferencesOf(
  db: Database,
  workspaceId: WorkspaceId,
  userId: SlackUserId,
): Promise<Preferences> {
  const row = await db
    .selectFrom('preferences')
    .select(['state', 'topic'])
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ?? { state: null, topic: null };
}

/** A question without a state doesn't wipe the one that was remembered. */
export async function rememberChoices(trx: Trx, question: Question): Promise<void> {
  const { workspaceId, askedBy: userId, state, topic } = question;
  await trx
    .insertInto('preferences')
    .values({ workspaceId, userId, state, topic })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'userId']).doUpdateSet({ topic, ...(state !== null && { state }) }),
    )
    .execute();
}

export type Unpostable = {
  readonly id: UnpostableId;
  readonly name: string;
  readonly channel: ChannelId | null;
  readonly status: PlaceStatus;
  readonly questionId: QuestionId | null;
};

/** The id of the new row, or nothing when this channel's trouble is known already. */
export async function noteUnpostable(
  trx: Trx,
  { workspaceId, questionId }: { readonly workspaceId: WorkspaceId; readonly questionId: QuestionId | null },
  { name, id: channelId, status }: Place,
  foundAt: Date,
): Promise<UnpostableId | undefined> {
  const row = await trx
    .insertInto('unpostablePlaces')
    .values({
      id: UnpostableId.parse(uuidv7()),
      workspaceId,
      name,
      channelId,
      status,
      questionId,
      foundAt,
      clearedAt: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'name']).where('clearedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** A question goes to the channel again: the next trouble with it is news. */
export async function clearUnpostable(
  trx: Trx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  clearedAt: Date,
): Promise<void> {
  await trx
    .updateTable('unpostablePlaces')
    .set({ clearedAt })
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channelId)
    .where('clearedAt', 'is', null)
    .execute();
}

export async function findUnpostable(
  db: Database,
  workspaceId: WorkspaceId,
  id: UnpostableId,
): Promise<Unpostable | undefined> {
  return await db
    .selectFrom('unpostablePlaces')
    .select(['id', 'name', 'channelId as channel', 'status', 'questionId'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
