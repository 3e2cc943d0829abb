import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { LiveDirectory, Place } from './directory.ts';
import { readStored } from './parse.ts';
import { snapshotOf, stampOf } from './store.ts';

/** The directory in force. `undefined`: none was ever applied. */
export async function loadDirectory(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<LiveDirectory | undefined> {
  return await createDirectoryReader(db).load(workspaceId);
}

export type DirectoryReader = {
  /** Within a transaction hand it in, so that no second connection is needed. */
  readonly load: (workspaceId: WorkspaceId, within?: Database) => Promise<LiveDirectory | undefined>;
};

/** By its stamp, the latest last: one for each workspace that is served, and a few that are just being replaced. */
const kept = new Map<string, LiveDirectory>();
const MOST_KEPT = 16;

/**
 * Remembers what it has read, by a stamp that is never used twice. Another instance may have put a newer version in
 * force, or found a channel archived, a moment ago: so the stamp is asked for each time.
 */
export function createDirectoryReader(db: Database): DirectoryReader {
  return {
    load: async (workspaceId, within = db) => {
      const stamp = await stampOf(within, workspaceId);
      return stamp === undefined ? undefined : (kept.get(stamp) ?? (await read(within, workspaceId)));
    },
  };
}

async function read(db: Database, workspaceId: WorkspaceId): Promise<LiveDirectory | undefined> {
  const snapshot = await snapshotOf(db, workspaceId);
  if (!snapshot) return undefined;
  const { stamp, version, document, channels } = snapshot;
  const places = new Map(channels.map(({ called, ...place }) => [called, place]));
  const live = {
    version,
    directory: readStored(document),
    place: (name: string) => placeNamed(places, name),
  };
  // What a transaction has not committed yet has no stamp of its own.
  if (!db.isTransaction) keep(stamp, live);
  return live;
}

function keep(stamp: string, live: LiveDirectory): void {
  kept.set(stamp, live);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
}

/** A name that was never looked up can only come from a version applied between two queries. */
function placeNamed(places: ReadonlyMap<string, Place>, name: string): Place {
  return places.get(name) ?? { name, id: null, status: 'missing' };
}
