import { expect, test } from '@jest/globals';
import { currentReceipts } from '../../../src/announcements/current-receipts.ts';
import type { OverviewFilter } from '../../../src/announcements/overview.ts';
import { overviewPage } from '../../../src/announcements/overview-of.ts';
import { saveCounts } from '../../../src/announcements/overview-store.ts';
import { insertAnnouncement } from '../../../src/announcements/store.ts';
import { AnnouncementId } from '../../../src/shared/ids.ts';
import { DEADLINE, someAnnouncement } from '../../support/receipts.ts';
import { redacted } from '../../support/view-samples.ts';
import { acknowledged, openRoom, published, type Room, userId } from './report-room.ts';

async function seen({ deps }: Room, who: string, filter: OverviewFilter = 'all', page = 0) {
  const found = await overviewPage(deps, userId(who), { filter, page, pageSize: 2 });
  return (
    found && {
      ...found,
      shown: found.shown.map(
        ({ announcement, total, acknowledged: by }) => `${announcement.title}: ${by} of ${total}`,
      ),
    }
  );
}

async function counted({ deps }: Room, announcement: Awaited<ReturnType<typeof published>>) {
  const receipts = await currentReceipts(deps, announcement);
  if (!receipts) throw new Error('It is not out');
  await deps.db.transaction().execute(async (trx) => await saveCounts(trx, announcement, receipts));
}

test('Comms see all announcements with how they stand, leads those for their team, others nothing', async () => {
  await using room = await openRoom();
  const title = (text: string) => ({ title: redacted(text), createdAt: room.clock.now });
  const both = await published(room, { keystone: ['maya', 'jordan'], lonestar: ['priya'] }, title('Both'));
  await published(room, { lonestar: ['priya'] }, title('Lone Star'));
  await acknowledged(room, both, 'priya');
  await counted(room, both);
  await counted(room, both);

  expect((await seen(room, 'carmen'))?.shown.toSorted()).toEqual(['Both: 1 of 3', 'Lone Star: 0 of 0']);
  expect(await seen(room, 'theo')).toMatchObject({ shown: ['Both: 0 of 2'], total: 1, mayAnnounce: false });
  expect(await seen(room, 'maya')).toBeNull();
});

test('A draft is its author’s alone, and filters choose by how things stand', async () => {
  await using room = await openRoom();
  const { db } = room.deps;
  const add = async (text: string, changes: Parameters<typeof someAnnouncement>[0]) => {
    const id = AnnouncementId.parse(crypto.randomUUID());
    const announcement = someAnnouncement({ id, title: redacted(text), ...changes });
    await db.transaction().execute(async (trx) => await insertAnnouncement(trx, announcement, null));
  };
  await add('Mine', { status: { name: 'draft' } });
  await add('Not mine', { status: { name: 'draft' }, author: userId('rosa') });
  await add('Withdrawn', {
    status: { name: 'withdrawn', by: userId('carmen'), withdrawnAt: room.clock.now, published: null },
  });
  const late = await published(room, { keystone: ['maya'] }, { title: redacted('Late') });
  const done = await published(room, { keystone: ['maya'] }, { title: redacted('Done') });
  await acknowledged(room, done, 'maya');
  for (const each of [late, done]) await counted(room, each);
  const titles = async (filter: OverviewFilter) =>
    (await seen(room, 'carmen', filter))?.shown.map((line) => line.replace(/:.*/, '')).toSorted();

  expect(await titles('planned')).toEqual(['Mine']);
  expect(await titles('withdrawn')).toEqual(['Withdrawn']);
  expect(await titles('open')).toEqual(['Done', 'Late']);
  room.clock.now = DEADLINE;
  expect(await titles('open')).toEqual([]);
  expect(await titles('missing')).toEqual(['Late']);
});

test('There are pages, and one that is there no more is the last', async () => {
  await using room = await openRoom();
  for (const text of ['One', 'Two', 'Three']) {
    await published(room, { keystone: ['maya'] }, { title: redacted(text) });
  }

  expect((await seen(room, 'carmen', 'all', 1))?.shown).toHaveLength(1);
  expect(await seen(room, 'carmen', 'all', 7)).toMatchObject({ page: 1, total: 3 });
});
