import { expect, test } from '@jest/globals';
import { homeChanged, newsChanged, questionChanged } from '../../../src/home/draw-later.ts';
import { filtered, lookFrom } from '../../../src/home/look.ts';
import { changeLook, noteShown, noteUse, storedLook, takeDrawing, whoSees } from '../../../src/home/store.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { boardCounts, boardFigures, countBoard, startOfDay } from '../../../src/questions/board-store.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { asked, openRoom, person, userId, workspaceId } from '../questions/room.ts';

const log = createLog(createLogger('error', { write: () => {} }));
const rosa = userId('rosa');
const key = { workspaceId, user: rosa };

test('Many changes are one drawing, and what changes after it has begun is drawn again.', async () => {
  await using room = await openRoom();
  const drawings = async () => (await room.jobs.recorded('home.draw')).length;
  const deps = { ...room.deps, log };

  for (const user of [rosa, rosa, rosa]) await homeChanged(deps)(user);
  expect(await drawings()).toBe(1);

  expect(await takeDrawing(room.pg.db, key)).toBe(true);
  expect(await takeDrawing(room.pg.db, key)).toBe(false);
  await homeChanged(deps)(rosa);
  expect(await drawings()).toBe(2);
});

test('Filters that are chosen at the same moment are all kept.', async () => {
  await using room = await openRoom();
  const { db } = room.pg;
  await noteUse(db, key);
  const choices = [{ status: 'mine' }, { tier: 2 }, { topic: 'claims' }];

  await Promise.all(
    choices.map(async (choice) => await changeLook(db, key, (stored) => filtered(lookFrom(stored), choice))),
  );

  expect(lookFrom(await storedLook(db, key)).filter).toEqual({ status: 'mine', tier: 2, topic: 'claims' });
});

test('A changed question is shown to its people and to those with a board, if their Home is open.', async () => {
  await using room = await openRoom();
  const deps = { ...room.deps, log };
  const question = await asked(room);
  for (const name of ['maya', 'rosa', 'wei']) await homeChanged(deps)(userId(name));
  await noteShown(room.pg.db, key, { hasBoard: true, hasNews: false });

  expect((await whoSees(room.pg.db, workspaceId, [question.askedBy])).toSorted()).toEqual(
    [question.askedBy, rosa].toSorted(),
  );
  for (const name of ['maya', 'rosa', 'wei']) {
    await takeDrawing(room.pg.db, { workspaceId, user: userId(name) });
  }
  const before = (await room.jobs.recorded('home.draw')).length;
  await questionChanged(deps, question.id);
  const after = (await room.jobs.recorded('home.draw')).slice(before);
  expect(after.map(({ key: whose }) => `${whose}`).toSorted()).toEqual([question.askedBy, rosa].toSorted());
});

test('A changed announcement is shown to those whose open Home shows announcements.', async () => {
  await using room = await openRoom();
  const deps = { ...room.deps, log };
  for (const name of ['maya', 'rosa']) await homeChanged(deps)(userId(name));
  await noteShown(room.pg.db, key, { hasBoard: false, hasNews: true });
  for (const name of ['maya', 'rosa']) await takeDrawing(room.pg.db, { workspaceId, user: userId(name) });
  const before = (await room.jobs.recorded('home.draw')).length;

  await newsChanged(deps);

  const after = (await room.jobs.recorded('home.draw')).slice(before);
  expect(after.map(({ key: whose }) => whose)).toEqual([rosa]);
});

test('The board counts and measures what was asked in the channels of its owner, since the day began.', async () => {
  await using room = await openRoom();
  const { db } = room.pg;
  const question = await asked(room);
  await asked(room, { live: true });
  const everything = { user: rosa, channels: null };
  await claimQuestion(room.deps, { questionId: question.id, by: person('rosa'), seen: null });

  const { statuses } = await boardCounts(db, workspaceId, everything);
  expect(statuses).toEqual({ waiting: 2, live: 1, unclaimed: 1, mine: 1, breached: 0, answered: 0 });
  expect(
    await countBoard(db, workspaceId, everything, {
      status: 'waiting',
      tier: question.placement.tier,
      topic: null,
    }),
  ).toBe(2);
  const nowhere = { user: rosa, channels: [] };
  expect((await boardCounts(db, workspaceId, nowhere)).statuses.waiting).toBe(0);

  const since = await startOfDay(db, 'America/New_York', new Date('2026-11-02T15:00:00Z'));
  expect(since.toISOString()).toBe('2026-11-02T05:00:00.000Z');
  const figures = await boardFigures(db, workspaceId, everything, since);
  expect(figures).toMatchObject({ asked: 2, claimed: 1, answered: 0, breaches: 0, claimMedian: 0 });
});
