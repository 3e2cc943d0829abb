import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { MemberRef, QuestionId, SlackUserId } from '../shared/ids.ts';
import { type RevealViewId, wipeJob } from './jobs.ts';
import type { OpenDeps } from './open.ts';
import type { RevealReason } from './reveal-reason.ts';
import { openSealed } from './seal.ts';
import { findMember, type SealedMember } from './store.ts';

export type RevealDeps = OpenDeps &
  AuditDeps & { readonly jobs: Jobs; readonly settings: { readonly revealSeconds: number } };

export type Reveal = {
  readonly memberRef: MemberRef;
  readonly by: SlackUserId;
  readonly questionId: QuestionId;
  /** In what capacity: the caller has decided that they may. */
  readonly as: 'claimer' | 'supervisor' | 'asker';
  readonly reason: RevealReason | null;
  /** The window in which it will be shown. */
  readonly viewId: RevealViewId;
};

export type Revealed = Pick<SealedMember, 'token'> & { readonly memberId: string };

/**
 * Puts the look on record and queues the wiping, and only then opens the ID: whatever fails afterwards, it is known
 * that somebody was about to see it, and it will not stay on the screen. Undefined when there is no such member.
 */
export async function revealMemberId(
  deps: RevealDeps,
  { memberRef, by, questionId, as, reason, viewId }: Reveal,
): Promise<Revealed | undefined> {
  const { db, jobs, vault, workspace, settings, now } = deps;
  const member = await findMember(db, workspace.id, memberRef);
  if (!member) return undefined;
  const { token, sealed } = member;
  await db.transaction().execute(async (trx) => {
    const startAfter = new Date(now().getTime() + settings.revealSeconds * 1_000);
    await jobs.enqueue(trx, wipeJob, { viewId, token }, { startAfter });
    await recordAudit(trx, deps, {
      workspaceId: workspace.id,
      action: 'members.reveal',
      by,
      questionId,
      member: token,
      facts: { as, reason },
    });
  });
  return { token, memberId: openSealed(vault, memberRef, sealed) };
}

export type RefusedReveal = Pick<Reveal, 'memberRef' | 'by' | 'questionId'> & {
  readonly why: 'external' | 'deactivated' | 'notEntitled';
};

/** Somebody tried who may not. */
export async function recordRefusedReveal(
  deps: Omit<RevealDeps, 'vault' | 'jobs' | 'settings'>,
  { memberRef, by, questionId, why }: RefusedReveal,
): Promise<void> {
  const { db, workspace } = deps;
  const member = await findMember(db, workspace.id, memberRef);
  await db.transaction().execute(
    async (trx) =>
      await recordAudit(trx, deps, {
        workspaceId: workspace.id,
        action: 'members.reveal',
        outcome: 'denied',
        by,
        questionId,
        member: member?.token ?? null,
        facts: { why },
      }),
  );
}
