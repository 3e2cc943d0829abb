import { followChannelId } from '../platform/outbox.ts';
import { type QueueDeps, requestReading } from './catch-up.ts';
import { type ChannelIds, moveToChannelId } from './channel-store.ts';

/**
 * A channel has got another id: what stands there is found again, and what waits to be posted there arrives. A reply
 * that came in between was in no thread that was known, so the threads are read. Can be run again.
 */
export async function followChannel(deps: QueueDeps, ids: ChannelIds): Promise<void> {
  const { db, workspace } = deps;
  await db.transaction().execute(async (trx) => {
    await moveToChannelId(trx, workspace.id, ids);
    await followChannelId(trx, workspace.id, ids);
  });
  await requestReading(deps, ({ channel }) => channel === ids.to);
}
