import { describe, expect, test } from '@jest/globals';
import { Sender } from '../../../src/feedback/feedback.ts';
import { addToRate, forgetRates } from '../../../src/feedback/rate-store.ts';
import { createSenderLimit } from '../../../src/feedback/sender-limit.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { until } from '../../support/jobs.ts';
import { openWorkRoom, type WorkRoom, workspaceId } from './work-room.ts';

const website = Sender.parse('website');
const log = createLog(createLogger('silent'));
const instance = (room: WorkRoom, perSecond: number) =>
  createSenderLimit({ ...room.deps, log, feedback: { perSecond } });

async function shared(room: WorkRoom): Promise<number> {
  const rows = await room.pg.db.selectFrom('feedbackRates').select('count').execute();
  return rows.reduce((sum, { count }) => sum + count, 0);
}

describe('How much a sender may send', () => {
  test('is bounded in each ten seconds, and says when it may again', async () => {
    await using room = await openWorkRoom();
    const admit = instance(room, 50);
    room.clock.now = new Date('2026-11-04T15:00:03Z');

    expect(admit(website, 499)).toBeUndefined();
    expect(admit(website, 2)).toBe(7);
    expect(admit(website, 1)).toBeUndefined();
    expect(admit(website, 1)).toBe(7);
    expect(admit(Sender.parse('app'), 1)).toBeUndefined();
    room.clock.now = new Date('2026-11-04T15:00:10Z');
    expect(admit(website, 500)).toBeUndefined();
  });

  test('is counted over all instances', async () => {
    await using room = await openWorkRoom();
    const [one, other] = [instance(room, 50), instance(room, 50)];

    one(website, 400);
    await until('the first has told', async () => (await shared(room)) === 400);
    other(website, 50);
    await until('the other has told, and learnt', async () => (await shared(room)) === 450);
    // What the other learns comes with the answer to what it told.
    await until('the other refuses', () => other(website, 51) !== undefined);

    expect(other(website, 50)).toBeUndefined();
  });

  test('is forgotten after a while', async () => {
    await using room = await openWorkRoom();
    await addToRate(room.pg.db, workspaceId, { sender: website, since: new Date(0), count: 1 });
    expect(await addToRate(room.pg.db, workspaceId, { sender: website, since: new Date(0), count: 2 })).toBe(
      3,
    );

    await forgetRates(room.pg.db, workspaceId, new Date(1));

    expect(await shared(room)).toBe(0);
  });
});
