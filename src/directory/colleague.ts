import type { WebClient } from '@slack/web-api';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { createLookups } from './lookups.ts';

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
  return profile !== undefined && !profile.isDeactivated && !profile.isExternal && !profile.isBot;
}
