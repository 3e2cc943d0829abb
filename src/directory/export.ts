import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { describeChanges } from './diff.ts';
import { type LiveDirectory, withChannels } from './directory.ts';
import { isChannelId } from './file-parts.ts';
import { loadDirectory } from './load.ts';
import { type Problem, parseDirectory, readStored } from './parse.ts';
import { currentVersion } from './store.ts';
import { writeDirectory } from './write-file.ts';

/** The file in force, as it was applied: comments and all. */
export async function exportSource(db: Database, workspaceId: WorkspaceId): Promise<string | undefined> {
  return (await currentVersion(db, workspaceId))?.source;
}

/** The directory in force written anew, with the names that its channels have in Slack by now. Comments are lost. */
export async function exportFresh(db: Database, workspaceId: WorkspaceId): Promise<string | undefined> {
  const live = await loadDirectory(db, workspaceId);
  return live && writeDirectory(withChannels(live.directory, (channel) => nameNow(live, channel)));
}

function nameNow(live: LiveDirectory, channel: string): string {
  return isChannelId(channel) ? channel : live.place(channel).name;
}

export type Comparison =
  | { readonly kind: 'valid'; readonly changes: readonly string[]; readonly warnings: readonly Problem[] }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** What applying the file would change, in words. */
export async function compareFile(
  db: Database,
  workspaceId: WorkspaceId | undefined,
  source: string,
): Promise<Comparison> {
  const parsed = parseDirectory(source);
  if (parsed.kind === 'invalid') return parsed;
  const current = workspaceId && (await currentVersion(db, workspaceId));
  const before = current && readStored(current.document);
  return {
    kind: 'valid',
    changes: describeChanges(before, parsed.directory),
    warnings: parsed.warnings,
  };
}
