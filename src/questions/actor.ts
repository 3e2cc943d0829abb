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
  | 'notYet';

/** In what capacity somebody may act. `members`: of the channel where the question stands. */
export type Entitled = 'members' | 'supervisors' | 'claimer' | 'asker';

/** A person, as seen from one question. */
export type Actor = {
  readonly user: SlackUserId;
  /** Of the channel where the question stands. */
  readonly isMember: boolean;
  readonly roles: ReadonlySet<Role>;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
  readonly isDeactivated: boolean;
};
