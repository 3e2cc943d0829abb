import type { PlaceStatus } from '../../src/directory/directory.ts';
import type { Desk } from './desk.ts';
import { until } from './jobs.ts';

/** Waits until the app knows this of a channel of the directory. */
export async function untilKnown({ app }: Desk, channel: string, status: PlaceStatus): Promise<void> {
  const { directory, workspace } = app.rooms;
  await until(
    `#${channel} is known to be ${status}`,
    async () => (await directory.load(workspace.id))?.place(channel).status === status,
  );
}
