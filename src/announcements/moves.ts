import type { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type Announcement, type Content, publicationAt, publicationOf } from './announcement.ts';
import type { CheckQuestion } from './check-question.ts';
import type { Refusal } from './may-act.ts';

export type Outcome =
  | { readonly kind: 'done'; readonly announcement: Announcement }
  /** Done already: a second click is no conflict. */
  | { readonly kind: 'unchanged'; readonly announcement: Announcement }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Rules = { readonly needsApproval: boolean };

const done = (announcement: Announcement): Outcome => ({ kind: 'done', announcement });
const unchanged = (announcement: Announcement): Outcome => ({ kind: 'unchanged', announcement });
const notNow = ({ status }: Announcement): Outcome => ({
  kind: 'refused',
  refusal: { reason: 'notNow', status: status.name },
});

/** A draft is meant to go out: to somebody who approves it where that is needed, else to its time. */
export function handIn(announcement: Announcement, { needsApproval }: Rules): Outcome {
  switch (announcement.status.name) {
    case 'draft':
      return done(
        needsApproval && announcement.approval === null
          ? { ...announcement, status: { name: 'awaiting_approval' } }
          : { ...announcement, status: { name: 'scheduled' } },
      );
    case 'awaiting_approval':
    case 'scheduled':
      return unchanged(announcement);
    case 'published':
    case 'withdrawn':
      return notNow(announcement);
    default:
      return unreachable(announcement.status);
  }
}

/** A second pair of eyes: never the author's own. */
export function approve(
  announcement: Announcement,
  { by, version, at }: { readonly by: SlackUserId; readonly version: number | undefined; readonly at: Date },
): Outcome {
  const { status, author, approval } = announcement;
  if (status.name !== 'awaiting_approval') {
    return approval === null ? notNow(announcement) : unchanged(announcement);
  }
  if (by === author) return { kind: 'refused', refusal: { reason: 'ownApproval' } };
  // What was shown is what is approved.
  if (version !== announcement.version) return { kind: 'refused', refusal: { reason: 'changedMeanwhile' } };
  return done({ ...announcement, status: { name: 'scheduled' }, approval: { by, at } });
}

/** Goes out, once its time has come. */
export function publish(
  announcement: Announcement,
  { ownEmojiOnly, at }: { readonly ownEmojiOnly: boolean; readonly at: Date },
): Outcome {
  const { status, scheduledFor } = announcement;
  if (status.name !== 'scheduled') return unchanged(announcement);
  if (scheduledFor !== null && scheduledFor > at) return unchanged(announcement);
  return done({
    ...announcement,
    ownEmojiOnly,
    status: { name: 'published', ...publicationAt(announcement, at) },
  });
}

export type Edit = {
  readonly content: Content;
  /** Everybody is asked for a new receipt. */
  readonly asksAgain: boolean;
  readonly at: Date;
};

/**
 * Other words for it. Before it is out, everything may change, and what was approved has to be approved anew; after
 * that its audience, its places and what is asked of people stand, and another check question asks everybody again.
 */
export function edit(announcement: Announcement, { content, asksAgain, at }: Edit, rules: Rules): Outcome {
  const { status, version } = announcement;
  const publication = publicationOf(announcement);
  if (status.name === 'withdrawn') return notNow(announcement);
  if (publication === null) {
    const isDraft = status.name === 'draft';
    const next = rules.needsApproval ? ('awaiting_approval' as const) : ('scheduled' as const);
    return done({
      ...announcement,
      ...content,
      version: version + 1,
      approval: null,
      status: { name: isDraft ? 'draft' : next },
    });
  }
  const { title, text, links, checkQuestion, reminders, deadline } = content;
  const again = asksAgain || isOther(announcement.checkQuestion, checkQuestion);
  return done({
    ...announcement,
    title,
    text,
    links,
    checkQuestion: announcement.importance === 'check' ? checkQuestion : null,
    reminders,
    deadline,
    version: version + 1,
    changedAt: at,
    receiptsSince: again ? at : announcement.receiptsSince,
    status: { name: 'published', ...publicationAt(content, publication.at) },
  });
}

function isOther(one: CheckQuestion | null, other: CheckQuestion | null): boolean {
  if (one === null || other === null) return one !== other;
  const key = ({ text, options, right }: CheckQuestion): string => JSON.stringify([text, options, right]);
  return key(one) !== key(other);
}

/** Taken back. What is known of its receipts stays on record. */
export function withdraw(announcement: Announcement, by: SlackUserId, at: Date): Outcome {
  if (announcement.status.name === 'withdrawn') return unchanged(announcement);
  const published = publicationOf(announcement);
  return done({ ...announcement, status: { name: 'withdrawn', by, withdrawnAt: at, published } });
}
