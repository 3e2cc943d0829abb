import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Directory, LiveDirectory, Place } from './directory.ts';
import { readStored } from './parse.ts';
import { currentVersion, versionAndPlaces } from './store.ts';

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

/**
 * Remembers the newest version it has read. Another instance may have put a newer one in force, or found a channel
 * archived, a moment ago: so the number of the version and the places are asked for each time.
 */
export function createDirectoryReader(db: Database): DirectoryReader {
  const kept = new Map<WorkspaceId, { readonly version: number; readonly directory: Directory }>();

  const directoryOf = async (
    workspaceId: WorkspaceId,
    version: number,
    within: Database,
  ): Promise<Directory | undefined> => {
    const remembered = kept.get(workspaceId);
    if (remembered?.version === version) return remembered.directory;
    const stored = await currentVersion(within, workspaceId);
    if (!stored) return undefined;
    const directory = readStored(stored.document);
    // A version that isn't committed yet, seen from within its transaction, may never be.
    if (within === db) kept.set(workspaceId, { version: stored.version, directory });
    return directory;
  };

  return {
    load: async (workspaceId, within = db) => {
      const now = await versionAndPlaces(within, workspaceId);
      const directory = now && (await directoryOf(workspaceId, now.version, within));
      return directory && { version: now.version, directory, place: (name) => placeNamed(now.places, name) };
    },
  };
}

/** A name that was never looked up can only come from a version applied between two queries. */
function placeNamed(places: ReadonlyMap<string, Place>, name: string): Place {
  return places.get(name) ?? { name, id: null, status: 'missing' };
}
