import type { Role } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';

export type Action =
  | 'claim'
  | 'release'
  | 'handOver'
  | 'escalate'
  | 'retarget'
  | 'markAnswer'
  | 'resolve'
  | 'reopen'
  | 'notYet'
  | 'decline'
  | 'hangUp'
  | 'markDuplicate'
  | 'reveal';

/**
 * In what capacity somebody may act. `members`: of the channel where the question stands. `asked`: of another channel
 * in which people were asked to take it.
 */
export type Entitled = 'members' | 'supervisors' | 'claimer' | 'asker' | 'asked';

/** A person, as seen from one question. */
export type Actor = {
  readonly user: SlackUserId;
  /** Of the channel where the question stands. */
  readonly isMember: boolean;
  /** Of another channel in which people were asked to take this live question. */
  readonly isAsked: boolean;
  readonly roles: ReadonlySet<Role>;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
  readonly isDeactivated: boolean;
};
