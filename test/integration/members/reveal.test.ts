import { describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { auditLines } from '../../../src/audit/index.ts';
import {
  openMemberId,
  RevealViewId,
  recordRefusedReveal,
  revealMemberId,
  tokenFor,
  workers,
} from '../../../src/members/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import { MemberRef, QuestionId, SlackUserId } from '../../../src/shared/ids.ts';
import { type FakeSlack, fakeSlack } from '../../support/fake-slack.ts';
import { runJobs, until } from '../../support/jobs.ts';
import { recordJobs } from '../../support/recorded-jobs.ts';
import { openMembers, secret, workspaceId } from './room.ts';

const rosa = SlackUserId.parse('U0ROSA');
const questionId = QuestionId.parse('01900000-0000-7000-8000-000000000001');
const viewId = RevealViewId.parse('V0WINDOW');
const nobody = MemberRef.parse('01900000-0000-7000-8000-00000000dead');

async function openRoom() {
  const members = await openMembers();
  const { db } = members.pg;
  const jobs = await recordJobs(db);
  const chain = createChain(secret);
  const deps = {
    ...members.deps,
    jobs,
    chain,
    now: () => new Date('2026-11-02T15:00:00Z'),
    settings: { revealSeconds: 60 },
  };
  const member = await db.transaction().execute(async (trx) => await tokenFor(trx, deps, 'R111111'));
  const audited = async (): Promise<unknown[]> => {
    const rows: unknown[] = [];
    const wanted = { workspaceId, from: null, to: null, member: null };
    for await (const line of auditLines(db, wanted, 'jsonl')) rows.push(JSON.parse(line));
    return rows;
  };
  return { ...members, deps, jobs, member, audited };
}

const request = (memberRef: MemberRef) =>
  ({ memberRef, by: rosa, questionId, as: 'claimer', reason: 'helping_now', viewId }) as const;

describe('revealing a member ID', () => {
  test('is on record with who, why and about which question, and queues the wiping', async () => {
    await using room = await openRoom();
    const { memberRef, token } = room.member;

    expect(await revealMemberId(room.deps, request(memberRef))).toEqual({ token, memberId: 'R111111' });

    expect(await room.audited()).toEqual([
      expect.objectContaining({
        action: 'members.reveal',
        outcome: 'done',
        by: rosa,
        questionId,
        member: token,
        facts: { as: 'claimer', reason: 'helping_now' },
      }),
    ]);
    expect(await room.jobs.recorded('members.wipe')).toEqual([
      { name: 'members.wipe', payload: { viewId, token }, key: null },
    ]);
  });

  test('is on record before the ID is opened, also when it can’t be', async () => {
    await using room = await openRoom();
    const { vault } = room.deps;
    const broken = {
      ...vault,
      open: () => {
        throw new Error('the key is gone');
      },
    };

    const attempt = revealMemberId({ ...room.deps, vault: broken }, request(room.member.memberRef));

    await expect(attempt).rejects.toThrow('the key is gone');
    expect(await room.audited()).toHaveLength(1);
  });

  test('does not open the ID when it can’t be put on record', async () => {
    await using room = await openRoom();
    let opened = 0;
    const { vault } = room.deps;
    const watching = {
      ...vault,
      open: (sealed: Buffer, context: string) => {
        opened += 1;
        return vault.open(sealed, context);
      },
    };
    const failing = {
      ...room.deps,
      vault: watching,
      now: () => {
        throw new Error('no clock');
      },
    };

    await expect(revealMemberId(failing, request(room.member.memberRef))).rejects.toThrow('no clock');

    expect(opened).toBe(0);
    expect(await room.jobs.recorded()).toEqual([]);
  });

  test('of a member that is not there shows and records nothing', async () => {
    await using room = await openRoom();

    expect(await revealMemberId(room.deps, request(nobody))).toBeUndefined();
    expect(await room.audited()).toEqual([]);
  });

  test('that is refused is on record too, and leaves the ID closed', async () => {
    await using room = await openRoom();
    const { memberRef, token } = room.member;

    await recordRefusedReveal(room.deps, { memberRef, by: rosa, questionId, why: 'notEntitled' });

    expect(await room.audited()).toEqual([
      expect.objectContaining({ outcome: 'denied', by: rosa, member: token, facts: { why: 'notEntitled' } }),
    ]);
  });

  test('nothing that is recorded or queued holds the ID', async () => {
    await using room = await openRoom();
    const { memberRef } = room.member;

    await revealMemberId(room.deps, request(memberRef));

    expect(await openMemberId(room.deps, memberRef)).toBe('R111111');
    const kept = JSON.stringify([await room.audited(), await room.jobs.recorded()]);
    expect(kept.replaceAll(/[\s-]/g, '')).not.toMatch(/R?111111/i);
  });
});

describe('wiping', () => {
  async function wiping(slack: FakeSlack, pgUrl: string) {
    const posting = new WebClient('xoxb-test', { slackApiUrl: slack.url, retryConfig: { retries: 0 } });
    return await runJobs(pgUrl, workers({ slack: { posting } }));
  }

  test.each([
    ['at once', []],
    ['although Slack fails twice', [{ kind: 'status', status: 503 }, { kind: 'dropped' }]],
  ] as const)('takes the ID out of the window, %s', async (_, faults) => {
    await using room = await openRoom();
    await using slack = await fakeSlack();
    slack.script('views.update', faults);
    await using runner = await wiping(slack, room.pg.url);
    const deps = { ...room.deps, jobs: runner, now: () => new Date(), settings: { revealSeconds: 0 } };

    await revealMemberId(deps, request(room.member.memberRef));

    await until('the view is updated', () => slack.callsOf('views.update').length > faults.length);
    const last = slack.callsOf('views.update').at(-1)?.args;
    expect(last?.['view_id']).toBe(viewId);
    expect(last?.['view']).toContain('has been taken out');
    expect(JSON.stringify(slack.calls)).not.toMatch(/R?111111/i);
  });

  test('is done with when the window has been closed', async () => {
    await using room = await openRoom();
    await using slack = await fakeSlack();
    slack.script('views.update', [{ kind: 'error', error: 'not_found' }]);
    await using runner = await wiping(slack, room.pg.url);
    const deps = { ...room.deps, jobs: runner, now: () => new Date(), settings: { revealSeconds: 0 } };

    await revealMemberId(deps, request(room.member.memberRef));
    await until('no job is left', async () => {
      const [load] = await runner.load();
      return slack.callsOf('views.update').length > 0 && load === undefined;
    });

    expect(slack.callsOf('views.update')).toHaveLength(1);
  });
});
