import type { Database, Trx } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import type { AnnouncementId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { AnnouncementFileId, GroupKey } from './ids.ts';

export type FileState = Schema['announcementFiles']['state'];

export type AnnouncementFile = {
  readonly id: AnnouncementFileId;
  readonly workspaceId: WorkspaceId;
  readonly announcementId: AnnouncementId;
  readonly kind: 'table' | 'picture';
  /** Whose people it shows; null: everybody's. */
  readonly groups: readonly GroupKey[] | null;
  /** To whom it goes; null: into the thread. */
  readonly forUser: SlackUserId | null;
  readonly askedBy: SlackUserId | null;
  readonly askedAt: Date;
  readonly slackFile: string | null;
  readonly state: FileState;
  /** Slack's word for why it would not take it, or ours. */
  readonly errorCode: string | null;
};

export async function insertFile(
  trx: Trx,
  { groups, ...file }: Omit<AnnouncementFile, 'slackFile' | 'state' | 'errorCode'>,
): Promise<void> {
  await trx
    .insertInto('announcementFiles')
    .values({ ...file, groups: groups && [...groups], slackFile: null, state: 'asked', errorCode: null })
    .execute();
}

export async function findFile(
  db: Database,
  workspaceId: WorkspaceId,
  id: AnnouncementFileId,
): Promise<AnnouncementFile | undefined> {
  return await db
    .selectFrom('announcementFiles')
    .select([
      'id',
      'workspaceId',
      'announcementId',
      'kind',
      'groups',
      'forUser',
      'askedBy',
      'askedAt',
      'slackFile',
      'state',
      'errorCode',
    ])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Committed before each call of Slack, so that whoever finds it after a crash knows what may have been done. */
export async function moveFile(
  db: Database,
  id: AnnouncementFileId,
  {
    state,
    slackFile,
    errorCode,
  }: {
    readonly state: FileState;
    readonly slackFile?: string;
    readonly errorCode?: string;
  },
): Promise<void> {
  await db
    .updateTable('announcementFiles')
    .set({
      state,
      ...(slackFile !== undefined && { slackFile }),
      ...(errorCode !== undefined && { errorCode }),
    })
    .where('id', '=', id)
    .execute();
}
