import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openMemberId, readToken, shownMember, tokenFor } from '../../../src/members/index.ts';
import { MemberRef, WorkspaceId } from '../../../src/shared/ids.ts';
import { enrolMany, type Members, openMembers } from './room.ts';

async function enrol({ deps }: Members, typed: string, changes: object = {}) {
  return await deps.db
    .transaction()
    .execute(async (trx) => await tokenFor(trx, { ...deps, ...changes }, typed));
}

describe('enrolling a member', () => {
  test('gives a token, and keeps the ID so that it can be opened', async () => {
    await using members = await openMembers();

    const { memberRef, token } = await enrol(members, 'R111111');

    expect(readToken(token)).toBe(token);
    expect(await openMemberId(members.deps, memberRef)).toBe('R111111');
  });

  test('gives the same token each time, however the ID was typed', async () => {
    await using members = await openMembers();

    const first = await enrol(members, 'R111111');

    for (const typed of ['R111111', 'r111111', ' R111 111', 'r-111-111']) {
      expect(await enrol(members, typed)).toEqual(first);
    }
    expect((await enrol(members, 'R111112')).token).not.toBe(first.token);
  });

  test('twenty forms about one member at the same moment share one token', async () => {
    await using members = await openMembers();

    const all = await Promise.all(Array.from({ length: 20 }, async () => await enrol(members, 'R111111')));

    expect(new Set(all.map(({ token }) => token)).size).toBe(1);
    expect(await members.pg.db.selectFrom('members').select('id').execute()).toHaveLength(1);
  });

  test('in another workspace the same ID is another member', async () => {
    await using members = await openMembers();

    const here = await enrol(members, 'R111111');
    const there = await enrol(members, 'R111111', { workspace: { id: WorkspaceId.parse('T0OTHER') } });

    expect(there.memberRef).not.toBe(here.memberRef);
    expect(await openMemberId(members.deps, there.memberRef)).toBeUndefined();
  });

  test('a token that is taken is drawn again', async () => {
    await using members = await openMembers();
    await enrolMany(members, 3);
    // Five zeros are the token of the first one, a one and four zeros that of the second.
    const draws = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 7, 7, 7, 7, 7];

    const { memberRef } = await enrol(members, 'R999999', { random: () => draws.shift() ?? 0 });

    expect(draws).toEqual([]);
    expect(await openMemberId(members.deps, memberRef)).toBe('R999999');
  });

  test('a fault that draws the same for ever ends with an error', async () => {
    await using members = await openMembers();
    await enrolMany(members, 1);

    await expect(enrol(members, 'R999999', { random: () => 0 })).rejects.toThrow('is taken');
  });

  test('nothing of the ID can be read in the row', async () => {
    await using members = await openMembers();
    await enrol(members, 'R111111');

    const [row] = await members.pg.db.selectFrom('members').selectAll().execute();

    expect(JSON.stringify(row)).not.toContain('111111');
    expect(row?.memberIdSealed.toString('latin1')).not.toContain('R111111');
    expect(row?.keyId).toBe('k1');
  });

  test('an ID that was copied to the row of another member does not open', async () => {
    await using members = await openMembers();
    const [one, other] = [await enrol(members, 'R111111'), await enrol(members, 'R222222')];

    await sql`update members set member_id_sealed =
      (select member_id_sealed from members where id = ${one.memberRef}) where id = ${other.memberRef}`.execute(
      members.pg.db,
    );

    await expect(openMemberId(members.deps, other.memberRef)).rejects.toMatchObject({
      code: 'sealed_value_altered',
    });
  });
});

describe('what Slack is shown of a member', () => {
  test.each([
    ['token', /^M-.{6}$/],
    ['masked', /^R•••111$/],
    ['full', /^R111111$/],
  ] as const)('with the setting "%s" it is %s', async (memberIdInSlack, form) => {
    await using members = await openMembers();
    const { memberRef, token } = await enrol(members, 'R111111');

    const shown = await shownMember({ ...members.deps, settings: { memberIdInSlack } }, memberRef);

    expect(shown).toEqual({ memberRef, token, shown: expect.stringMatching(form) });
  });

  test('a member that is not there is not shown', async () => {
    await using members = await openMembers();
    const nobody = MemberRef.parse('01900000-0000-7000-8000-00000000dead');

    expect(
      await shownMember({ ...members.deps, settings: { memberIdInSlack: 'full' } }, nobody),
    ).toBeUndefined();
    expect(await openMemberId(members.deps, nobody)).toBeUndefined();
  });
});
