import { isChannelMember, isDeactivated, peopleWith, rolesOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Actor } from './actor.ts';
import { callsOf } from './call-store.ts';
import { claimerOf, isLive, type Question } from './question.ts';

/** Who did something, as Slack says it. */
export type Person = {
  readonly user: SlackUserId;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
};

/** What it takes to look a membership up. */
export type MembershipDeps = Parameters<typeof isChannelMember>[0];

/** What somebody is to a question. May ask Slack about a membership, so it is found out before anything is locked. */
export async function actorFor(deps: MembershipDeps, question: Question, person: Person): Promise<Actor> {
  const { user, isExternal } = person;
  const { workspaceId, placement } = question;
  if (isExternal) {
    return { user, isExternal, isDeactivated: false, isMember: false, isAsked: false, roles: new Set() };
  }
  // First: for this Slack may be asked who they are, and the answer is on record for what follows.
  const isMember = await isChannelMember(deps, workspaceId, placement.channel, user);
  const [roles, isFormer] = await Promise.all([
    rolesOf(deps.db, workspaceId, user),
    isDeactivated(deps.db, workspaceId, user),
  ]);
  // Whoever took it when they were asked keeps it, also when the member has hung up since.
  const mayBeAsked = isLive(question) || claimerOf(question) === user;
  const isAsked = !isMember && mayBeAsked && (await wasAsked(deps, question, user));
  return { user, isExternal, isDeactivated: isFormer, isMember, isAsked, roles };
}

/** Whether somebody is in another channel in which people were asked to take the question. */
async function wasAsked(
  deps: MembershipDeps,
  { id, workspaceId, placement }: Question,
  user: SlackUserId,
): Promise<boolean> {
  const calls = await callsOf(deps.db, workspaceId, id);
  const elsewhere = calls.filter(
    ({ move, channel }) => move === placement.move && channel !== placement.channel,
  );
  for (const { channel } of elsewhere) {
    if (await isChannelMember(deps, workspaceId, channel, user)) return true;
  }
  return false;
}

export async function administrators(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<readonly SlackUserId[]> {
  return await peopleWith(db, workspaceId, 'admin');
}
