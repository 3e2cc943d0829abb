import type { Role } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';

/** What people do with comments, spikes and hot threads. */
export const DEEDS = ['discuss', 'own', 'decide', 'know', 'makeChannel', 'look'] as const;
export type Deed = (typeof DEEDS)[number];

/** `product`: who has the role. `members`: of the feedback channel. */
export type Entitled = 'product' | 'members';

/** Talking is for everybody in the channel; what a comment becomes of is decided by those whose work it is. */
export const ENTITLED: Readonly<Record<Deed, readonly Entitled[]>> = {
  discuss: ['product', 'members'],
  own: ['product', 'members'],
  know: ['product', 'members'],
  decide: ['product'],
  makeChannel: ['product'],
  look: ['product'],
};

/** A person, as seen from the feedback channel. */
export type Worker = {
  readonly user: SlackUserId;
  readonly roles: ReadonlySet<Role>;
  readonly isMember: boolean;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
  readonly isDeactivated: boolean;
};

export type WorkRefusal =
  | { readonly reason: 'external' | 'deactivated' }
  | { readonly reason: 'notEntitled'; readonly deed: Deed; readonly could: readonly Entitled[] };

/** Undefined means yes; otherwise the refusal says who could. */
export function mayWork(worker: Worker, deed: Deed): WorkRefusal | undefined {
  if (worker.isExternal) return { reason: 'external' };
  if (worker.isDeactivated) return { reason: 'deactivated' };
  const could = ENTITLED[deed];
  const isOne = could.some((each) => (each === 'product' ? worker.roles.has('product') : worker.isMember));
  return isOne ? undefined : { reason: 'notEntitled', deed, could };
}
