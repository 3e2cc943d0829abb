import { describe, expect, test } from '@jest/globals';
import { GroupKey } from '../../../src/announcements/ids.ts';
import { type Moment, momentOf } from '../../../src/announcements/moment.ts';
import { type ReceiptRules, receipts } from '../../../src/announcements/receipts.ts';
import { AS_A_PERSON, type RosterWord } from '../../../src/announcements/roster.ts';
import { differences, type Sign } from '../../../src/announcements/signs.ts';
import { ChannelId, SlackUserId } from '../../../src/shared/ids.ts';
import { aGroup, DEADLINE, PUBLISHED } from '../../support/receipts.ts';

const maya = SlackUserId.parse('U0MAYA');
const jordan = SlackUserId.parse('U0JORDAN');
const KEYSTONE = aGroup('team:keystone');
const LONESTAR = aGroup('team:lonestar');
const ELSEWHERE = aGroup('team:pacific', { inAudience: false });
const GROUPS = [KEYSTONE, LONESTAR, ELSEWHERE];
const HERE = ChannelId.parse('C0OHHTIMESROOM');
const THERE = ChannelId.parse('C0CAREKEYSTONE');

/** So many minutes after it was published. */
function at(minutes: number): Moment {
  return momentOf(new Date(PUBLISHED.getTime() + minutes * 60_000));
}

const after = (minutes: number): Date => new Date(PUBLISHED.getTime() + minutes * 60_000);
const AFTER_DEADLINE = (DEADLINE.getTime() - PUBLISHED.getTime()) / 60_000 + 5;

function rules(changes: Partial<ReceiptRules> = {}): ReceiptRules {
  return {
    importance: 'acknowledge',
    ownEmojiOnly: false,
    publishedAt: PUBLISHED,
    countsUntil: DEADLINE,
    deadline: DEADLINE,
    receiptsSince: null,
    aliases: new Map(),
    now: after(AFTER_DEADLINE + 60),
    ...changes,
  };
}

function word(user: SlackUserId, minutes: number, changes: Partial<RosterWord> = {}): RosterWord {
  return { user, group: KEYSTONE.key, isMember: true, asOf: at(minutes), ...changes };
}

function added(
  reaction: string,
  minutes: number,
  changes: { user?: SlackUserId; channel?: ChannelId } = {},
): Sign {
  return { kind: 'added', user: maya, channel: HERE, reaction, at: at(minutes), ...changes };
}

function removed(reaction: string, minutes: number): Sign {
  return { kind: 'removed', user: maya, channel: HERE, reaction, at: at(minutes) };
}

const ON_KEYSTONE = [word(maya, -60)];

function of(signs: readonly Sign[], changes: Partial<ReceiptRules> = {}, roster = ON_KEYSTONE) {
  const found = receipts(rules(changes), { groups: GROUPS, roster, signs });
  return { ...found, maya: found.people.find(({ user }) => user === maya) };
}

describe('What counts as a receipt', () => {
  test("the team's emoji from a member of that team", () => {
    const { maya: person, groups } = of([added('keystone', 5)]);

    expect(person?.receipt).toEqual({ at: at(5), by: 'emoji', afterDeadline: false });
    expect(groups.map(({ total, acknowledged }) => [total, acknowledged])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test("another team's emoji counts for the person, and it is known that it wasn't theirs", () => {
    const { maya: person } = of([added('pacific', 5)]);

    expect(person?.receipt?.by).toBe('otherEmoji');
    expect(person?.usedOtherEmoji).toBe(true);
  });

  test("where only a team's own emoji counts, another team's is no receipt", () => {
    const { maya: person } = of([added('pacific', 5)], { ownEmojiOnly: true });

    expect(person?.receipt).toBeNull();
    expect(person?.usedOtherEmoji).toBe(true);
  });

  test('any other emoji says nothing', () => {
    const { maya: person } = of([added('thumbsup', 5)]);

    expect(person).toMatchObject({ receipt: null, usedOtherEmoji: false, answerWaits: false });
  });

  test('one receipt of somebody on two teams counts in both, and once in all', () => {
    const roster = [word(maya, -60), word(maya, -60, { group: LONESTAR.key })];
    const found = of([added('lonestar', 5)], {}, roster);

    expect(found.maya?.receipt?.by).toBe('emoji');
    expect(found.groups.map(({ acknowledged }) => acknowledged)).toEqual([1, 1]);
    expect([found.total, found.acknowledged]).toEqual([1, 1]);
  });

  test('a skin tone makes no difference', () => {
    expect(of([added('keystone::skin-tone-4', 5)]).maya?.receipt?.by).toBe('emoji');
  });

  test('another name of a custom emoji is the same emoji, either way round', () => {
    const aliases = new Map([['ks', 'keystone']]);
    expect(of([added('ks', 5)], { aliases }).maya?.receipt?.by).toBe('emoji');

    const heart = aGroup('team:keystone', { emoji: 'ks' });
    const found = receipts(rules({ aliases: new Map([['ks', 'blue_heart']]) }), {
      groups: [heart],
      roster: ON_KEYSTONE,
      signs: [added('blue_heart', 5)],
    });
    expect(found.acknowledged).toBe(1);
  });

  test('two emoji that are names of each other are followed once round', () => {
    const aliases = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);

    expect(of([added('a', 5)], { aliases }).maya?.receipt).toBeNull();
  });

  test('a reaction taken back is none', () => {
    expect(of([added('keystone', 5), removed('keystone', 6)]).maya?.receipt).toBeNull();
  });

  test('a reaction taken back and added again counts from then on', () => {
    const signs = [added('keystone', 5), removed('keystone', 6), added('keystone', 9)];

    expect(of(signs).maya?.receipt?.at).toBe(at(9));
  });

  test('the order in which events reach us makes no difference, nor how often', () => {
    const signs = [
      removed('keystone', 6),
      added('keystone', 9),
      added('keystone', 5),
      removed('keystone', 6),
    ];

    expect(of(signs).maya?.receipt?.at).toBe(at(9));
    expect(of([removed('keystone', 6), added('keystone', 5)]).maya?.receipt).toBeNull();
  });

  test('a reaction in one channel stays when another one, in another channel, is taken back', () => {
    const signs = [added('keystone', 5), added('keystone', 7, { channel: THERE }), removed('keystone', 8)];

    expect(of(signs).maya?.receipt?.at).toBe(at(7));
  });

  test('a reaction from before it was tracked counts', () => {
    expect(of([added('keystone', -30)]).maya?.receipt?.at).toBe(at(-30));
  });

  test('the button counts, and the earliest of several is the receipt', () => {
    const pressed: Sign = { kind: 'pressed', user: maya, at: at(3) };

    expect(of([added('keystone', 5), pressed]).maya?.receipt).toMatchObject({ at: at(3), by: 'button' });
  });

  test('a reaction of somebody outside the audience is nobody’s receipt', () => {
    const found = of([added('keystone', 5, { user: jordan })]);

    expect([found.total, found.acknowledged, found.people.length]).toEqual([1, 0, 1]);
  });

  test('after the deadline it counts, and is marked', () => {
    expect(of([added('keystone', AFTER_DEADLINE)]).maya?.receipt?.afterDeadline).toBe(true);
  });

  test('what comes after the moment that is looked at is not known yet', () => {
    expect(of([added('keystone', 5)], { now: after(4) }).maya?.receipt).toBeNull();
  });

  test('when a change asks everybody again, older receipts count no more', () => {
    const changes = { receiptsSince: after(10) };

    expect(of([added('keystone', 5)], changes).maya?.receipt).toBeNull();
    expect(
      of([added('keystone', 5), removed('keystone', 11), added('keystone', 12)], changes).maya?.receipt?.at,
    ).toBe(at(12));
  });
});

describe('A check question', () => {
  const answered = (option: number, minutes: number): Sign => ({
    kind: 'answered',
    user: maya,
    at: at(minutes),
    option,
    isRight: option === 1,
  });
  const check = { importance: 'check' as const };

  test('only the right answer is a receipt', () => {
    expect(of([answered(1, 5)], check).maya?.receipt).toMatchObject({ at: at(5), by: 'answer' });
    expect(of([answered(0, 5)], check).maya?.receipt).toBeNull();
  });

  test('a reaction is no receipt, and the answer waits', () => {
    expect(of([added('keystone', 5)], check).maya).toMatchObject({ receipt: null, answerWaits: true });
  });

  test('the first try stays on record, and tries count until the right answer', () => {
    const { maya: person } = of([answered(0, 5), answered(2, 6), answered(1, 7), answered(0, 8)], check);

    expect(person?.answered).toEqual({ first: { option: 0, isRight: false }, tries: 3, isRight: true });
    expect(person?.receipt?.at).toBe(at(7));
  });

  test('an answer sent twice is one try', () => {
    expect(of([answered(0, 5), answered(0, 5), answered(0, 6)], check).maya?.answered?.tries).toBe(1);
  });
});

describe('Who belongs to the audience', () => {
  const belonging = (roster: readonly RosterWord[], changes: Partial<ReceiptRules> = {}) =>
    of([], changes, [...roster]).maya;

  test('whoever was on a team when it was published is not late', () => {
    expect(belonging([word(maya, -1)])).toMatchObject({ joinedLate: null, left: null });
  });

  test('whoever joins until the deadline is late, from when they joined', () => {
    expect(belonging([word(maya, 30)])?.joinedLate).toBe(at(30));
  });

  test('whoever joins after the deadline is not in it', () => {
    expect(belonging([word(maya, AFTER_DEADLINE)])).toBeUndefined();
  });

  test('without a deadline the audience stands after its own time', () => {
    const changes = { deadline: null, countsUntil: after(20) };

    expect(belonging([word(maya, 19)], changes)).toBeDefined();
    expect(belonging([word(maya, 21)], changes)).toBeUndefined();
  });

  test('whoever leaves drops out, with their receipt on record', () => {
    const found = of([added('keystone', 5)], {}, [word(maya, -60), word(maya, 30, { isMember: false })]);

    expect(found.maya).toMatchObject({ left: at(30), receipt: { at: at(5) } });
    expect([found.total, found.acknowledged]).toEqual([0, 0]);
  });

  test('whoever leaves after the deadline has been in it', () => {
    expect(belonging([word(maya, -60), word(maya, AFTER_DEADLINE, { isMember: false })])?.left).toBeNull();
  });

  test('leaving one of two teams is not leaving', () => {
    const both = [word(maya, -60), word(maya, -60, { group: LONESTAR.key })];

    expect(belonging([...both, word(maya, 30, { isMember: false })])).toMatchObject({
      left: null,
      groups: [LONESTAR.key],
    });
  });

  test('moving from a team outside the audience into one of it is joining late', () => {
    expect(belonging([word(maya, -60, { group: ELSEWHERE.key }), word(maya, 30)])?.joinedLate).toBe(at(30));
  });

  test('a deactivated person, a guest and a stranger drop out, and come back', () => {
    const out = word(maya, 10, { group: AS_A_PERSON, isMember: false });
    const back = word(maya, 20, { group: AS_A_PERSON });

    expect(belonging([word(maya, -60), out])?.left).toBe(at(10));
    expect(belonging([word(maya, -60), out, back])).toMatchObject({ left: null, joinedLate: null });
    expect(belonging([word(maya, -60), { ...out, asOf: at(-70) }])).toBeUndefined();
  });

  test('a word about an earlier moment that comes later changes nothing that happened since', () => {
    const roster = [word(maya, 30), word(maya, 20, { isMember: false }), word(maya, 10)];

    expect(belonging(roster)).toMatchObject({ joinedLate: at(10), left: null });
    expect(belonging([word(maya, -60), word(maya, -70, { isMember: false })])?.left).toBeNull();
  });

  test('somebody who joined and left before it was published never belonged', () => {
    expect(belonging([word(maya, -60), word(maya, -30, { isMember: false })])).toBeUndefined();
  });
});

describe('A comparison with Slack', () => {
  const reading = { channel: HERE, asOf: at(10) };
  const keystone = { user: maya, reaction: 'keystone' };

  test('finds what no event told of, either way', () => {
    expect(differences([], [keystone], reading)).toEqual([added('keystone', 10)]);
    expect(differences([added('keystone', 5)], [], reading)).toEqual([removed('keystone', 10)]);
  });

  test('says nothing where both agree', () => {
    expect(differences([added('keystone', 5)], [keystone], reading)).toEqual([]);
    expect(differences([added('keystone', 5), removed('keystone', 6)], [], reading)).toEqual([]);
  });

  test('an event of a later moment counts more than the comparison', () => {
    expect(differences([added('keystone', 11)], [], reading)).toEqual([]);
    expect(differences([added('keystone', 5), removed('keystone', 11)], [keystone], reading)).toEqual([]);
  });
});

test('the groups of the audience keep their order, and the others are left out', () => {
  const { groups } = of([]);

  expect(groups.map(({ group }) => group.key)).toEqual(
    ['team:keystone', 'team:lonestar'].map((key) => GroupKey.parse(key)),
  );
});
