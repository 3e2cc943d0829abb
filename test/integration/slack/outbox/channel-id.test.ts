import { expect, test } from '@jest/globals';
import { followChannelId, post, refresh } from '../../../../src/platform/outbox.ts';
import { ChannelId } from '../../../../src/shared/ids.ts';
import { find } from '../../../../src/slack/outbox/store.ts';
import { renderer } from '../../../../src/slack/renderer.ts';
import { deliverDeps, deliverUntilSettled, note, outboxIds, workspaceId } from '../../../support/delivery.ts';
import { fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const from = ChannelId.parse('C0EXPERTS');
const to = ChannelId.parse('G0EXPERTS');

test('a channel that gets another id while a message is on its way to it keeps that id', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const inTrx = pg.db.transaction();
  const id = await inTrx.execute(
    async (trx) =>
      await post(trx, noJobs, { workspaceId, to: { channel: from }, view: note, payload: { number: 1 } }),
  );
  const changing = renderer(note, async () => {
    await pg.db.transaction().execute(async (trx) => await followChannelId(trx, workspaceId, { from, to }));
    return { text: 'note 1', blocks: [] };
  });
  await deliverUntilSettled(deliverDeps(pg.db, slack, { renderers: new Map([[note.name, changing]]) }), id);

  expect(await find(pg.db, id)).toMatchObject({ state: 'done', channelId: to });

  await inTrx.execute(async (trx) => await refresh(trx, noJobs, { workspaceId, message: id }));
  const [, update] = await outboxIds(pg.db);
  expect(update && (await find(pg.db, update))).toMatchObject({ kind: 'update', channelId: to });
});
