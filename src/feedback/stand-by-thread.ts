import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { HotThread, HotThreadId } from './hot.ts';
import { lockHotThread, saveRoom, saveStanding } from './hot-store.ts';
import { type Deed, mayWork, type WorkRefusal } from './may-work.ts';
import { makeRoomJob } from './work-jobs.ts';
import { type Person, type WorkerDeps, workerFor } from './worker.ts';

export type HotDeps = WorkerDeps & AuditDeps & { readonly db: Database; readonly jobs: Jobs };

export type HotOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'ownedBy'; readonly owner: SlackUserId }
  | { readonly kind: 'roomIsThere'; readonly room: HotThread['room'] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: WorkRefusal };

export type HotClick = { readonly hotThreadId: HotThreadId; readonly by: Person };

type Step = (trx: Trx, thread: HotThread) => Promise<HotOutcome>;

export async function ownThread(deps: HotDeps, click: HotClick): Promise<HotOutcome> {
  const { user } = click.by;
  return await act(deps, click, 'own', async (trx, { id, owner }) => {
    if (owner !== null) return owner === user ? { kind: 'done' } : { kind: 'ownedBy', owner };
    await saveStanding(trx, id, { owner: user });
    return { kind: 'done' };
  });
}

/** What the thread is about is known; nobody need be told any more. */
export async function knowThread(deps: HotDeps, click: HotClick): Promise<HotOutcome> {
  return await act(deps, click, 'know', async (trx, { id, knownBy }) => {
    if (knownBy === null) await saveStanding(trx, id, { knownBy: click.by.user });
    return { kind: 'done' };
  });
}

/** A worker makes it. After a refusal by Slack it can be asked for again, when somebody has mended what was wrong. */
export async function askForRoom(deps: HotDeps, click: HotClick): Promise<HotOutcome> {
  const by = click.by.user;
  return await act(deps, click, 'makeChannel', async (trx, { id, workspaceId, room }) => {
    if (room.state === 'wanted' || room.state === 'made') return { kind: 'roomIsThere', room };
    await saveRoom(trx, id, { state: 'wanted', by, channel: null });
    await deps.jobs.enqueue(trx, makeRoomJob, { hotThreadId: id });
    await recordAudit(trx, deps, {
      workspaceId,
      action: 'feedback.channel_asked_for',
      by,
      facts: { hotThreadId: id },
    });
    return { kind: 'done' };
  });
}

async function act(
  deps: HotDeps,
  { hotThreadId, by }: HotClick,
  deed: Deed,
  step: Step,
): Promise<HotOutcome> {
  const refusal = mayWork(await workerFor(deps, by), deed);
  if (refusal) return { kind: 'refused', refusal };
  const { db, jobs, workspace } = deps;
  return await db.transaction().execute(async (trx) => {
    const thread = await lockHotThread(trx, workspace.id, hotThreadId);
    if (!thread) return { kind: 'gone' };
    await refresh(trx, jobs, { workspaceId: workspace.id, message: thread.postId });
    return await step(trx, thread);
  });
}
