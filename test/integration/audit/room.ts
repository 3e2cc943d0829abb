import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { recordAudit } from '../../../src/audit/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import type { Database } from '../../../src/platform/database.ts';
import { MemberToken, QuestionId, SlackUserId, WorkspaceId } from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const rosa = SlackUserId.parse('U0ROSA');
export const token = MemberToken.parse('M-7F3K2Q');
export const questionId = QuestionId.parse('01900000-0000-7000-8000-000000000001');

/** The record alone, on a database of its own. */
export async function openRecord() {
  const pg = await freshDatabase();
  const clock = { now: new Date('2026-11-02T15:00:00.123Z') };
  const secret = randomBytes(32);
  const deps = { db: pg.db, chain: createChain(secret), now: () => clock.now };
  return { pg, secret, clock, deps, [Symbol.asyncDispose]: async () => await pg[Symbol.asyncDispose]() };
}

export type Record = Awaited<ReturnType<typeof openRecord>>;

export async function reveal({ deps }: Record, changes: { readonly workspaceId?: WorkspaceId } = {}) {
  await deps.db.transaction().execute(
    async (trx) =>
      await recordAudit(trx, deps, {
        workspaceId,
        action: 'members.revealed',
        by: rosa,
        questionId,
        member: token,
        facts: { reason: 'helping_now', seconds: 60 },
        ...changes,
      }),
  );
}

/** Rows of many kinds. */
export async function fill(record: Record, count: number): Promise<void> {
  const { deps, clock } = record;
  for (let number = 0; number < count; number += 1) {
    clock.now = new Date(clock.now.getTime() + 1_000);
    await deps.db.transaction().execute(
      async (trx) =>
        await recordAudit(trx, deps, {
          workspaceId,
          action: number % 2 === 0 ? 'questions.asked' : 'members.revealed',
          outcome: number % 5 === 0 ? 'denied' : 'done',
          by: number % 3 === 0 ? null : rosa,
          questionId: number % 4 === 0 ? null : questionId,
          member: number % 4 === 1 ? null : token,
          facts: { number },
        }),
    );
  }
}

/** As somebody who owns the database could: the guards are taken away first. */
export async function withoutGuards(db: Database): Promise<void> {
  await sql`alter table audit_entries disable trigger all`.execute(db);
  await sql`alter table audit_heads disable trigger all`.execute(db);
}
