import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { recordAudit, verifyChain } from '../../../src/audit/index.ts';
import { WorkspaceId } from '../../../src/shared/ids.ts';
import { fill, openRecord, questionId, reveal, rosa, token, workspaceId } from './room.ts';

describe('the audit record', () => {
  test('an entry is a row with who, what, about what, when and the facts', async () => {
    await using record = await openRecord();

    await reveal(record);

    expect(await record.pg.db.selectFrom('auditEntries').selectAll().execute()).toEqual([
      {
        workspaceId,
        seq: '1',
        at: record.clock.now,
        action: 'members.revealed',
        outcome: 'done',
        by: rosa,
        questionId,
        member: token,
        facts: '{"reason":"helping_now","seconds":60}',
        hash: expect.any(Buffer),
      },
    ]);
  });

  test('an entry goes when its transaction does, and leaves no gap', async () => {
    await using record = await openRecord();
    const { deps } = record;
    await reveal(record);

    const failing = deps.db.transaction().execute(async (trx) => {
      await recordAudit(trx, deps, { workspaceId, action: 'questions.asked', by: rosa });
      throw new Error('the fact could not be stored');
    });
    await expect(failing).rejects.toThrow('could not be stored');
    await reveal(record);

    expect(await verifyChain(deps, workspaceId)).toEqual({ kind: 'whole', workspaceId, rows: 2 });
  });

  test('many writers at once make one chain', async () => {
    await using record = await openRecord();

    await Promise.all(Array.from({ length: 8 }, async () => await fill(record, 10)));

    expect(await verifyChain(record.deps, workspaceId)).toEqual({ kind: 'whole', workspaceId, rows: 80 });
  });

  test('several entries of one call follow each other', async () => {
    await using record = await openRecord();
    const { deps } = record;
    const place = (number: number) =>
      ({ workspaceId, action: 'announcements.acknowledged', by: rosa, facts: { number } }) as const;

    await deps.db
      .transaction()
      .execute(async (trx) => await recordAudit(trx, deps, place(1), place(2), place(3)));

    expect(await verifyChain(deps, workspaceId)).toEqual({ kind: 'whole', workspaceId, rows: 3 });
  });

  test('each workspace has a chain of its own', async () => {
    await using record = await openRecord();
    const other = WorkspaceId.parse('T0OTHER');

    await reveal(record);
    await reveal(record, { workspaceId: other });
    await reveal(record);

    expect(await verifyChain(record.deps, workspaceId)).toEqual({ kind: 'whole', workspaceId, rows: 2 });
    expect(await verifyChain(record.deps, other)).toEqual({ kind: 'whole', workspaceId: other, rows: 1 });
  });

  test.each([
    ['changing a row', `update audit_entries set "by" = 'U0LEE'`],
    ['removing a row', 'delete from audit_entries'],
    ['emptying the record', 'truncate audit_entries'],
    ['setting the head back', 'update audit_heads set seq = 1'],
    ['removing the head', 'delete from audit_heads'],
    ['emptying the heads', 'truncate audit_heads'],
  ])('the database refuses %s, also to a session that skips ordinary triggers', async (_, statement) => {
    await using record = await openRecord();
    await fill(record, 2);

    const attempt = async (role: string) =>
      await record.pg.db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = ${sql.lit(role)}`.execute(trx);
        await sql.raw(statement).execute(trx);
      });

    await expect(attempt('origin')).rejects.toMatchObject({ code: '23001' });
    await expect(attempt('replica')).rejects.toMatchObject({ code: '23001' });
  });
});
