import { describe, expect, test } from '@jest/globals';
import { effectOf, windowsOf } from '../../../src/announcements/effect.ts';
import { momentOf } from '../../../src/announcements/moment.ts';
import { reachOf } from '../../../src/announcements/reach.ts';
import type { Sign } from '../../../src/announcements/signs.ts';
import { ChannelId, SlackUserId } from '../../../src/shared/ids.ts';
import { aGroup, aPerson, PUBLISHED, someReceipts } from '../../support/receipts.ts';

const id = (user: string) => SlackUserId.parse(user);

describe('The effect of an announcement', () => {
  test('is looked for in the 72 hours before and after it', () => {
    expect(windowsOf(PUBLISHED)).toEqual({
      before: { from: new Date('2026-11-13T15:00:00Z'), to: PUBLISHED },
      after: { from: PUBLISHED, to: new Date('2026-11-19T15:00:00Z') },
    });
  });

  test('compares those who have acknowledged it with those who have not; who left or was never asked is in neither', () => {
    const receipts = someReceipts(
      [aGroup('team:keystone')],
      [
        aPerson('U0A', { after: 1 }),
        aPerson('U0B', { after: 2 }),
        aPerson('U0C'),
        aPerson('U0GONE', { after: 1, left: momentOf(PUBLISHED) }),
      ],
    );

    const effect = effectOf(receipts, [
      { user: id('U0A'), before: 5, after: 1 },
      { user: id('U0C'), before: 2, after: 3 },
      { user: id('U0GONE'), before: 9, after: 9 },
      { user: id('U0ELSE'), before: 9, after: 9 },
    ]);

    expect(effect).toEqual({
      acknowledged: { people: 2, before: 5, after: 1 },
      others: { people: 1, before: 2, after: 3 },
    });
  });
});

describe('The reach of an announcement', () => {
  const at = (second: number) => momentOf(new Date(PUBLISHED.getTime() + second * 1_000));
  const channel = ChannelId.parse('C0NEWS');
  const reacted = (user: string, kind: 'added' | 'removed', second: number, reaction = 'keystone'): Sign => ({
    kind,
    user: id(user),
    at: at(second),
    channel,
    reaction,
  });
  const signs: readonly Sign[] = [
    reacted('U0A', 'added', 1),
    reacted('U0A', 'added', 2, 'tada'),
    reacted('U0B', 'removed', 5),
    reacted('U0B', 'added', 3),
    reacted('U0C', 'added', 4),
    { kind: 'pressed', user: id('U0D'), at: at(6) },
  ];

  test('counts the reactions that are there, whatever order they were told in, and everybody once', () => {
    expect(reachOf(signs, [id('U0A'), id('U0E'), id('U0E')])).toEqual({
      reactions: 3,
      reactedBy: 2,
      replies: 3,
      repliedBy: 2,
      people: 4,
    });
    expect(reachOf([...signs].reverse(), null)).toEqual({
      reactions: 3,
      reactedBy: 2,
      replies: null,
      repliedBy: null,
      people: 3,
    });
  });
});
