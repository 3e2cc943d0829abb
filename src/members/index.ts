/** The door of the members: an ID is kept once, encrypted; everybody else has a token. */
export { type KeyTrouble, keyTroubles } from './check-keys.ts';
export { type EnrolDeps, tokenFor } from './enrol.ts';
export { enrolmentOf } from './enrol-many.ts';
export { RevealViewId } from './jobs.ts';
export { type MemberIdInSlack, type OpenDeps, openMemberId, shownMember, tokenOf } from './open.ts';
export { type RevealDeps, recordRefusedReveal, revealMemberId } from './reveal.ts';
export { reasonIn, revealedView, revealForm } from './reveal-views.ts';
export { rotateKeys } from './rotate.ts';
export { type Member, sealedByKey, tokensOf } from './store.ts';
export { readToken } from './token.ts';
export { workers } from './workers.ts';
