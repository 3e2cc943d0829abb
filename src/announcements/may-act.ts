import type { PlaceStatus, Role } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';

/** Whoever wants to announce, edit, approve or withdraw. */
export type Actor = {
  readonly user: SlackUserId;
  readonly isExternal: boolean;
  readonly roles: ReadonlySet<Role>;
};

export type Refusal =
  | { readonly reason: 'external' }
  | { readonly reason: 'notComms' }
  | { readonly reason: 'ownApproval' }
  | { readonly reason: 'notNow'; readonly status: Announcement['status']['name'] }
  | { readonly reason: 'changedMeanwhile' }
  | { readonly reason: 'gone' }
  | { readonly reason: 'nowhere' }
  | { readonly reason: 'untrackable'; readonly status: PlaceStatus }
  | { readonly reason: 'trackedAlready' };

/** Undefined means yes. */
export function mayAnnounce({ isExternal, roles }: Actor): Refusal | undefined {
  if (isExternal) return { reason: 'external' };
  return roles.has('comms') ? undefined : { reason: 'notComms' };
}
