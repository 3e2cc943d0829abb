import type { WebClient } from '@slack/web-api';
import type { Log } from '../platform/log.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { createLookups } from './lookups.ts';
import { counts } from './slack-shapes.ts';

type Deps = {
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** What everybody of the workspace is called, for a table that leaves it. */
export async function namesOfPeople({ workspace, slack }: Deps): Promise<ReadonlyMap<SlackUserId, string>> {
  return await createLookups(slack.reads, workspace.id).names();
}

/** Whether somebody is a person of this workspace whose account is active. Asks Slack, because it must be true now. */
export async function isColleague({ workspace, slack }: Deps, user: SlackUserId): Promise<boolean> {
  const profile = await createLookups(slack.reads, workspace.id).person(user);
  return profile !== undefined && counts(profile);
}

/** People come and go; whoever came since counts as nobody of ours until then. */
const FRESH_MS = 6 * 3_600_000;
const RETRY_MS = 5 * 60_000;

export type Colleagues = {
  /** What colleagues were called when they were last read; nobody before that. */
  readonly names: () => readonly string[];
};

/** Reads colleagues' names, now and whenever somebody asks for them later than that. In memory: no table holds names. */
export function createColleagues({ log, workspace, slack }: Deps & { readonly log: Log }): Colleagues {
  const lookups = createLookups(slack.reads, workspace.id);
  let names: readonly string[] = [];
  let readAgainAt = 0;
  const read = async (): Promise<void> => {
    try {
      names = await lookups.colleagues();
      readAgainAt = performance.now() + FRESH_MS;
    } catch (error) {
      readAgainAt = performance.now() + RETRY_MS;
      log.failure('directory.colleagues-unread', error);
    }
  };
  const readIfDue = (): void => {
    if (performance.now() < readAgainAt) return;
    readAgainAt = Number.POSITIVE_INFINITY;
    void read();
  };
  readIfDue();
  return {
    names: () => {
      readIfDue();
      return names;
    },
  };
}
