import { isChannelMember, isDeactivated, rolesOf } from '../directory/index.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { mayWork, type Worker } from './may-work.ts';
import { feedbackChannel, type PlaceDeps } from './place.ts';
import { refusalWords } from './work-words.ts';

/** Who did something, as Slack says it. */
export type Person = {
  readonly user: SlackUserId;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
};

export type WorkerDeps = PlaceDeps &
  Parameters<typeof isChannelMember>[0] & { readonly workspace: { readonly id: WorkspaceId } };

/** What somebody is to the feedback channel. May ask Slack about it, so it is found out before anything is locked. */
export async function workerFor(deps: WorkerDeps, { user, isExternal }: Person): Promise<Worker> {
  if (isExternal) return { user, isExternal, isDeactivated: false, isMember: false, roles: new Set() };
  const { db, workspace } = deps;
  const channel = await feedbackChannel(deps);
  const [roles, isFormer, isMember] = await Promise.all([
    rolesOf(db, workspace.id, user),
    isDeactivated(db, workspace.id, user),
    channel !== null && isChannelMember(deps, workspace.id, channel, user),
  ]);
  return { user, isExternal, isDeactivated: isFormer, isMember, roles };
}

/** Undefined when somebody may look through all comments; otherwise why not, in words. */
export async function mayLook(deps: WorkerDeps, by: Person): Promise<string | undefined> {
  const refusal = mayWork(await workerFor(deps, by), 'look');
  return refusal && refusalWords(refusal, await feedbackChannel(deps));
}
