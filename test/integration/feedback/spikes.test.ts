import { describe, expect, test } from '@jest/globals';
import { findSpikes } from '../../../src/feedback/find-spikes.ts';
import { openSpikes } from '../../../src/feedback/spike-store.ts';
import { workRenderers } from '../../../src/feedback/work-renderers.ts';
import { openWorkRoom, outbox, said, type WorkRoom, workspaceId } from './work-room.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Four weeks in which a page has one bad rating every four hours. */
async function quietMonth(room: WorkRoom, page: string): Promise<void> {
  const begin = room.clock.now.getTime() - 28 * 24 * HOUR;
  await said(
    room,
    Array.from({ length: 28 * 6 }, (_, index) => ({ page, at: new Date(begin + index * 4 * HOUR) })),
  );
}

async function lastHour(room: WorkRoom, page: string, count: number): Promise<void> {
  await said(
    room,
    Array.from({ length: count }, (_, index) => ({
      page,
      comment: index % 2 === 0 ? `The ferry page fails, says member ${index}` : null,
      at: new Date(room.clock.now.getTime() - (index + 1) * MINUTE),
    })),
  );
}

const spikes = async (room: WorkRoom) => await openSpikes(room.pg.db, workspaceId);

describe('A spike of bad ratings', () => {
  test('is called out once with its comments, by however many instances at however many times', async () => {
    await using room = await openWorkRoom();
    await quietMonth(room, 'ferries');
    await lastHour(room, 'ferries', 12);

    await Promise.all([findSpikes(room.deps), findSpikes(room.deps), findSpikes(room.deps)]);
    room.clock.now = new Date(room.clock.now.getTime() + 5 * MINUTE);
    await findSpikes(room.deps);

    expect(await spikes(room)).toMatchObject([{ page: 'ferries', bad: 12 }]);
    const [message, ...more] = await outbox(room, 'feedback.spike');
    expect(more).toEqual([]);
    const renderer = workRenderers(room.deps).find(({ name }) => name === 'feedback.spike');
    const drawn = JSON.stringify(await renderer?.draw(message?.payload));
    expect(drawn).toMatch(/\*12\* in the hour up to/);
    expect(drawn).toContain('The ferry page fails, says member 0');
    expect(drawn).toContain('"text":"Discuss"');
  });

  test('is no number: as many are none on a page where that is usual', async () => {
    await using room = await openWorkRoom();
    const begin = room.clock.now.getTime() - 28 * 24 * HOUR;
    await said(
      room,
      Array.from({ length: 28 * 24 * 5 }, (_, index) => ({
        page: 'tides',
        at: new Date(begin + index * 12 * MINUTE),
      })),
    );
    await lastHour(room, 'tides', 6);

    await findSpikes(room.deps);
    expect(await spikes(room)).toEqual([]);
  });

  test('takes a minimum on a page that never has any', async () => {
    await using room = await openWorkRoom();
    await quietMonth(room, 'ferries');
    await lastHour(room, 'lost-and-found', 4);

    await findSpikes(room.deps);
    expect(await spikes(room)).toEqual([]);
  });

  test('is over when the page is like itself, and a later one is called out again', async () => {
    await using room = await openWorkRoom();
    await quietMonth(room, 'ferries');
    await lastHour(room, 'ferries', 12);
    await findSpikes(room.deps);
    room.clock.now = new Date(room.clock.now.getTime() + 2 * HOUR);
    await findSpikes(room.deps);
    expect(await spikes(room)).toEqual([]);

    room.clock.now = new Date(room.clock.now.getTime() + 20 * HOUR);
    await lastHour(room, 'ferries', 14);
    await findSpikes(room.deps);
    expect(await outbox(room, 'feedback.spike')).toHaveLength(2);
  });

  test('is not made by what comes in late, and not by ratings of other kinds', async () => {
    await using room = await openWorkRoom();
    await quietMonth(room, 'ferries');
    const at = room.clock.now;
    await said(
      room,
      Array.from({ length: 20 }, () => ({ page: 'ferries', rating: 'neutral' as const, at })),
    );
    await lastHour(room, 'ferries', 20);
    await room.pg.db
      .updateTable('feedback')
      .set({ submittedAt: new Date(at.getTime() - 30 * HOUR) })
      .where('rating', '=', 'bad')
      .where('receivedAt', '>', new Date(at.getTime() - HOUR))
      .execute();

    await findSpikes(room.deps);
    expect(await spikes(room)).toEqual([]);
  });

  test('waits while the channel cannot be posted to', async () => {
    await using room = await openWorkRoom();
    await quietMonth(room, 'ferries');
    await lastHour(room, 'ferries', 12);
    await room.pg.db
      .updateTable('directoryChannels')
      .set({ status: 'external' })
      .where('name', '=', 'web-member-feedback')
      .execute();
    await findSpikes(room.deps);
    expect(await outbox(room, 'feedback.spike')).toEqual([]);

    await room.pg.db
      .updateTable('directoryChannels')
      .set({ status: 'ok' })
      .where('name', '=', 'web-member-feedback')
      .execute();
    await findSpikes(room.deps);
    expect(await outbox(room, 'feedback.spike')).toHaveLength(1);
  });
});
