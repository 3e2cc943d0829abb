import { describe, expect, test } from '@jest/globals';
import { GroupKey } from '../../../src/announcements/ids.ts';
import { momentOf } from '../../../src/announcements/moment.ts';
import { listed, reportOf } from '../../../src/announcements/report.ts';
import { SlackUserId } from '../../../src/shared/ids.ts';
import { aGroup, aPerson, PUBLISHED, someReceipts } from '../../support/receipts.ts';

const KEYSTONE = GroupKey.parse('team:keystone');
const LONESTAR = GroupKey.parse('team:lonestar');
const later = momentOf(new Date(PUBLISHED.getTime() + 3_600_000));
const wrongFirst = { first: { option: 1, isRight: false }, tries: 2, isRight: true };
const rightFirst = { first: { option: 0, isRight: true }, tries: 1, isRight: true };

const receipts = someReceipts(
  [aGroup('team:keystone'), aGroup('team:lonestar')],
  [
    aPerson('U0MAYA', { after: 2, answered: rightFirst }),
    aPerson('U0JORDAN', { groups: ['team:keystone', 'team:lonestar'], after: 120, answered: wrongFirst }),
    aPerson('U0PRIYA', { groups: ['team:lonestar'], joinedLate: later, after: 3 }),
    aPerson('U0THEO', { answerWaits: true }),
    aPerson('U0SAM'),
    aPerson('U0WEI', { groups: ['team:lonestar'] }),
    aPerson('U0GONE', { left: later, after: 1 }),
  ],
);
const known = {
  away: new Set([SlackUserId.parse('U0SAM'), SlackUserId.parse('U0MAYA')]),
  states: new Map([
    [KEYSTONE, ['PA', 'NJ'] as const],
    [LONESTAR, ['TX', 'PA'] as const],
  ]),
};

describe('A report', () => {
  const report = reportOf(receipts, known);

  test('counts everybody once, and those on two teams in both', () => {
    expect(report.everybody).toMatchObject({ total: 6, acknowledged: 3, missing: 3, away: 1 });
    expect(report.teams).toMatchObject([
      { group: { key: KEYSTONE }, total: 4, acknowledged: 2, missing: 2, away: 1 },
      { group: { key: LONESTAR }, total: 3, acknowledged: 2, missing: 1, away: 0 },
    ]);
  });

  test('says how each person stands', () => {
    const standings = Object.fromEntries(report.people.map(({ user, standing }) => [user, standing]));

    expect(standings).toEqual({
      U0MAYA: 'acknowledged',
      U0JORDAN: 'late',
      U0PRIYA: 'late',
      U0THEO: 'waits',
      U0SAM: 'away',
      U0WEI: 'missing',
    });
  });

  test('tells late receipts from late joiners, and first tries from later ones', () => {
    expect(report.everybody).toMatchObject({ afterDeadline: 1, joinedLate: 1, answered: 2, rightAtFirst: 1 });
  });

  test('counts the people of a state, who are those of all teams that serve it, once', () => {
    expect(report.states.map(({ state, total, acknowledged }) => [state, total, acknowledged])).toEqual([
      ['NJ', 4, 2],
      ['PA', 6, 3],
      ['TX', 3, 2],
    ]);
  });

  test('shows the lead of a team nothing but their own team', () => {
    const own = reportOf(receipts, known, [LONESTAR]);

    expect(own.people.map(({ user }) => user)).toEqual(['U0JORDAN', 'U0PRIYA', 'U0WEI']);
    expect(own.teams.map(({ group }) => group.key)).toEqual([LONESTAR]);
    expect(own.states.map(({ state }) => state)).toEqual(['PA', 'TX']);
    expect(own.everybody).toMatchObject({ total: 3, acknowledged: 2 });
  });

  test('lists those who miss it first, then the others in the order in which they acknowledged', () => {
    const users = (team: GroupKey | null, filter: Parameters<typeof listed>[1]['filter']) =>
      listed(report, { team, filter }).map(({ user }) => user);

    expect(users(null, 'all')).toEqual(['U0SAM', 'U0THEO', 'U0WEI', 'U0MAYA', 'U0PRIYA', 'U0JORDAN']);
    expect(users(KEYSTONE, 'missing')).toEqual(['U0SAM', 'U0THEO']);
    expect(users(LONESTAR, 'acknowledged')).toEqual(['U0PRIYA', 'U0JORDAN']);
    expect(users(null, 'late')).toEqual(['U0PRIYA', 'U0JORDAN']);
    expect(users(null, 'away')).toEqual(['U0SAM']);
  });
});
