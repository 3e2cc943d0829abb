import { describe, expect, test } from '@jest/globals';
import { pictureOf } from '../../../src/announcements/picture.ts';
import { progressOf } from '../../../src/announcements/progress.ts';
import { aGroup, aPerson, DEADLINE, PUBLISHED, someReceipts } from '../../support/receipts.ts';

const hours = (count: number): number => PUBLISHED.getTime() + count * 3_600_000;
const span = { from: PUBLISHED, until: new Date(hours(10)) };

describe('Progress', () => {
  const receipts = someReceipts(
    [aGroup('team:keystone'), aGroup('team:lonestar'), aGroup('team:empty')],
    [
      aPerson('U0A', { after: 1 }),
      aPerson('U0B', { after: 4 }),
      aPerson('U0C', { groups: ['team:lonestar'], after: 12 }),
      aPerson('U0D', { groups: ['team:lonestar'], after: 2 }),
      aPerson('U0E', { after: 3, left: null }),
      aPerson('U0F'),
    ],
  );

  test('rises with each receipt until the moment of the picture, and ends there', () => {
    const [, keystone] = progressOf(receipts, span).teams;

    expect(keystone).toEqual({
      name: 'team:keystone',
      total: 4,
      acknowledged: 3,
      points: [
        [hours(0), 0],
        [hours(1), 25],
        [hours(3), 50],
        [hours(4), 75],
        [hours(10), 75],
      ],
    });
  });

  test('lists the teams that are furthest behind first, and leaves out those without people', () => {
    const { teams, everybody } = progressOf(receipts, span);

    expect(teams.map(({ name, acknowledged }) => [name, acknowledged])).toEqual([
      ['team:lonestar', 1],
      ['team:keystone', 3],
    ]);
    expect(everybody).toMatchObject({ total: 6, acknowledged: 4 });
  });

  test('says how many teams it leaves out, and needs few points for many people', () => {
    const groups = Array.from({ length: 60 }, (_, index) => aGroup(`team:t${index}`));
    const people = Array.from({ length: 6_000 }, (_, index) =>
      aPerson(`U0P${index}`, { groups: [`team:t${index % 60}`], after: (index % 97) / 10 }),
    );
    const progress = progressOf(someReceipts(groups, people), span);

    expect(progress.teams).toHaveLength(10);
    expect(progress.leftOut).toBe(50);
    expect(progress.everybody.points.length).toBeLessThan(410);
    expect(progress.everybody.points.at(-1)).toEqual([hours(10), 100]);
  });

  test('counts a receipt from before it was tracked from its beginning', () => {
    const early = someReceipts([aGroup('team:keystone')], [aPerson('U0A', { after: -5 })]);

    expect(progressOf(early, span).everybody.points).toEqual([
      [hours(0), 0],
      [hours(0), 100],
      [hours(10), 100],
    ]);
  });
});

describe('The picture', () => {
  const receipts = someReceipts(
    [aGroup('team:keystone', { name: '<b>&"漢字😀' })],
    [aPerson('U0A', { after: 1 })],
  );
  const draw = async (title: string) =>
    await pictureOf(progressOf(receipts, span), { title, timeZone: 'America/New_York', deadline: DEADLINE });

  test('is a PNG of a size that is sharp on every screen', async () => {
    const png = await draw('Prior authorization');

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1440, 840]);
  });

  test('shows its words with the fonts that the app brings along: another title is another picture', async () => {
    const [one, same, other] = [
      await draw('Prior authorization'),
      await draw('Prior authorization'),
      await draw(''),
    ];

    expect(one.equals(same)).toBe(true);
    expect(one.length).toBeGreaterThan(other.length);
  });

  test('can be drawn of nobody', async () => {
    const nobody = progressOf(someReceipts([], []), span);

    const png = await pictureOf(nobody, { title: 'Nobody', timeZone: 'UTC', deadline: null });

    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
