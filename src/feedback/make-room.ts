import { isColleague } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import { errorCode } from '../platform/errors.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type HotThread, type HotThreadId, roomName, writersOf } from './hot.ts';
import { standingReplies } from './hot-facts.ts';
import { findHotThread, lockHotThread, saveRoom } from './hot-store.ts';
import { invite, makeOrFind, originOf, type RoomClient } from './slack-room.ts';
import { roomNote, roomOpening } from './work-jobs.ts';

export type RoomDeps = Parameters<typeof isColleague>[0] & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
  readonly slack: { readonly posting: RoomClient };
};

const MOST_INVITED = 20;

/** What Slack says when somebody has to mend something first. Anything else may be different in a moment. */
const REFUSALS = new Set([
  'missing_scope',
  'restricted_action',
  'no_permission',
  'user_is_restricted',
  'name_taken',
  'is_archived',
  'channel_not_found',
  'not_in_channel',
  'method_not_supported_for_channel_type',
  'invalid_name_specials',
]);

/** Makes the channel that was asked for, step by step: done again after a crash, it goes on where it stopped. */
export async function makeRoom(
  deps: RoomDeps,
  { hotThreadId }: { readonly hotThreadId: HotThreadId },
  { isLastTry }: { readonly isLastTry: boolean },
): Promise<void> {
  const thread = await findHotThread(deps.db, deps.workspace.id, hotThreadId);
  if (thread?.room.state !== 'wanted') return;
  try {
    await make(deps, thread, thread.room);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (!REFUSALS.has(code) && !isLastTry) throw error;
    await refused(deps, thread, thread.room.by, REFUSALS.has(code) ? code : 'gave_up');
  }
}

type Wanted = Extract<HotThread['room'], { state: 'wanted' }>;

async function make(deps: RoomDeps, thread: HotThread, { by, channel: begun }: Wanted): Promise<void> {
  const { db, slack, workspace } = deps;
  const origin = await originOf(slack.posting, thread.channel);
  const room = { name: roomName(thread), isPrivate: origin.isPrivate, bot: workspace.botUserId };
  const channel = begun ?? (await makeOrFind(slack.posting, room));
  if (begun === null) await saveRoom(db, thread.id, { state: 'wanted', by, channel });
  await invite(slack.posting, channel, await peopleFor(deps, thread, by));
  await opened(deps, thread, { by, channel, saysSoInThread: !origin.isExternal });
}

/** Whoever asked, and those who wrote most. Colleagues only. */
async function peopleFor(
  deps: RoomDeps,
  thread: HotThread,
  by: SlackUserId,
): Promise<readonly SlackUserId[]> {
  const writers = writersOf(await standingReplies(deps, thread.subject, thread)).map(({ user }) => user);
  const people: SlackUserId[] = [];
  for (const user of new Set([by, ...writers.slice(0, MOST_INVITED)])) {
    if (await isColleague(deps, user)) people.push(user);
  }
  return people;
}

type Opened = { readonly by: SlackUserId; readonly channel: ChannelId; readonly saysSoInThread: boolean };

/** Both ways: the channel says which thread it is for, the thread says where it goes on. Once. */
async function opened(
  { db, jobs }: RoomDeps,
  { id, workspaceId, channel: origin, rootId, postId }: HotThread,
  { by, channel, saysSoInThread }: Opened,
): Promise<void> {
  const payload = { hotThreadId: id };
  await db.transaction().execute(async (trx) => {
    const thread = await lockHotThread(trx, workspaceId, id);
    if (thread?.room.state !== 'wanted') return;
    await saveRoom(trx, id, { state: 'made', by, channel });
    await post(trx, jobs, { workspaceId, view: roomOpening, payload, to: { channel } });
    if (saysSoInThread) {
      await post(trx, jobs, {
        workspaceId,
        view: roomNote,
        payload,
        to: { channel: origin },
        threadOf: rootId,
      });
    }
    await refresh(trx, jobs, { workspaceId, message: postId });
  });
}

async function refused(
  { db, jobs }: RoomDeps,
  { id, workspaceId, postId }: HotThread,
  by: SlackUserId,
  error: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await saveRoom(trx, id, { state: 'refused', by, error });
    await refresh(trx, jobs, { workspaceId, message: postId });
  });
}
