import type { WebClient } from '@slack/web-api';
import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { describeChanges } from './diff.ts';
import { channelsOf, type Directory } from './directory.ts';
import { refreshRosters } from './jobs.ts';
import { createLookups, type Lookups } from './lookups.ts';
import { type ParsedDirectory, type Problem, parseDirectory, readStored } from './parse.ts';
import { learnPeople } from './people.ts';
import { remarksOnNames } from './resolution-words.ts';
import { resolveChannels, resolveGroups, resolvePeople } from './resolve.ts';
import { type ReadRoster, readRosters, saveRosters } from './rosters.ts';
import {
  addVersion,
  currentVersion,
  lockDirectory,
  type NamedChannel,
  namedChannels,
  replaceChannels,
} from './store.ts';
import {
  type NamedGroup,
  type NamedPerson,
  namedGroups,
  namedPeople,
  replaceGroups,
  replacePeople,
} from './store-names.ts';

type Deps = AuditDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

export type ApplyOutcome =
  | {
      readonly kind: 'applied' | 'unchanged';
      readonly version: number;
      readonly changes: readonly string[];
      /** What an administrator should look at: warnings of the file, and names that Slack doesn't know. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Puts a directory in force: looks its names up in Slack, then stores all of it at once, as a new version.
 *
 * A name that Slack doesn't know holds nothing up; it is told in a remark. The same file again only looks the names
 * up once more.
 */
export async function applyDirectory(deps: Deps, source: string, by: string): Promise<ApplyOutcome> {
  const parsed = parseDirectory(source);
  if (parsed.kind === 'invalid') return parsed;

  const checkedAt = deps.now();
  const lookups = createLookups(deps.slack.reads, deps.workspace.id);
  const found = await lookUp(deps, lookups, parsed.directory);
  return await deps.db.transaction().execute(async (trx) => {
    await lockDirectory(trx, deps.workspace.id);
    const version = await storeVersion(trx, deps, { parsed, source, by });
    await storeNames(trx, deps, { ...found, checkedAt });
    await deps.jobs.enqueue(trx, refreshRosters, {});
    if (version.kind === 'applied') await recordVersion(trx, deps, version.version);
    const warnings = parsed.warnings.map(({ line, message }) => `Line ${line}: ${message}`);
    return { ...version, remarks: [...warnings, ...remarksOnNames(parsed.directory, found)] };
  });
}

type Found = {
  readonly channels: readonly NamedChannel[];
  readonly groups: readonly NamedGroup[];
  readonly people: readonly NamedPerson[];
  readonly rosters: readonly ReadRoster[];
};

async function lookUp({ db, workspace }: Deps, lookups: Lookups, directory: Directory): Promise<Found> {
  const seenGroups = await lookups.groups();
  const channels = await resolveChannels(
    lookups,
    channelsOf(directory),
    await namedChannels(db, workspace.id),
  );
  const groups = resolveGroups(directory, seenGroups, await namedGroups(db, workspace.id));
  const people = await resolvePeople(lookups, directory, await namedPeople(db, workspace.id));
  const rosters = await readRosters(lookups, { directory, channels, groups, seenGroups });
  const everybody = [
    ...rosters.flatMap(({ members }) => members),
    ...people.flatMap(({ userId }) => userId ?? []),
  ];
  await learnPeople({ db, workspace }, lookups, everybody);
  return { channels, groups, people, rosters };
}

type Version = {
  readonly parsed: ParsedDirectory & { readonly kind: 'valid' };
  readonly source: string;
  readonly by: string;
};

async function storeVersion(trx: Trx, { workspace, now }: Deps, { parsed, source, by }: Version) {
  const current = await currentVersion(trx, workspace.id);
  if (current?.source === source)
    return { kind: 'unchanged', version: current.version, changes: [] } as const;
  const version = (current?.version ?? 0) + 1;
  const { document } = parsed;
  await addVersion(trx, workspace.id, { version, source, document, appliedBy: by, appliedAt: now() });
  const before = current && readStored(current.document);
  return { kind: 'applied', version, changes: describeChanges(before, parsed.directory) } as const;
}

/** By nobody whom Slack knows: whoever has the command line. The version says which name they gave. */
async function recordVersion(trx: Trx, deps: Deps, version: number): Promise<void> {
  const workspaceId = deps.workspace.id;
  await recordAudit(trx, deps, { workspaceId, action: 'directory.applied', by: null, facts: { version } });
}

async function storeNames(
  trx: Trx,
  { workspace }: Deps,
  { channels, groups, people, rosters, checkedAt }: Found & { readonly checkedAt: Date },
): Promise<void> {
  await replaceChannels(trx, workspace.id, { channels, checkedAt });
  await replaceGroups(trx, workspace.id, groups);
  await replacePeople(trx, workspace.id, people);
  await saveRosters(trx, workspace.id, { rosters, readAt: checkedAt });
}
