import type { Announcement } from '../../src/announcements/announcement.ts';
import { GroupKey } from '../../src/announcements/ids.ts';
import { momentOf } from '../../src/announcements/moment.ts';
import type { Group, PersonReceipt, Receipts } from '../../src/announcements/receipts.ts';
import { AnnouncementId, SlackUserId, WorkspaceId } from '../../src/shared/ids.ts';
import { redacted } from './view-samples.ts';

export const PUBLISHED = new Date('2026-11-16T15:00:00Z');
export const DEADLINE = new Date('2026-11-20T17:00:00Z');

export function aGroup(key: string, changes: Partial<Group> = {}): Group {
  return {
    key: GroupKey.parse(key),
    name: key,
    emoji: key.replace(/^.*:/, ''),
    inAudience: true,
    ...changes,
  };
}

export type SomePerson = Partial<Omit<PersonReceipt, 'receipt' | 'user' | 'groups'>> & {
  readonly groups?: readonly string[];
  /** Hours after it was published. */
  readonly after?: number;
};

/** One person of Keystone who misses it, unless changed. */
export function aPerson(
  user: string,
  { groups = ['team:keystone'], after, ...changes }: SomePerson = {},
): PersonReceipt {
  const at = after === undefined ? undefined : new Date(PUBLISHED.getTime() + after * 3_600_000);
  return {
    user: SlackUserId.parse(user),
    groups: groups.map((key) => GroupKey.parse(key)),
    joinedLate: null,
    left: null,
    answerWaits: false,
    answered: null,
    usedOtherEmoji: false,
    ...changes,
    receipt: at ? { at: momentOf(at), by: 'emoji', afterDeadline: at > DEADLINE } : null,
  };
}

/** Receipts of these people; the counts follow from them. */
export function someReceipts(groups: readonly Group[], people: readonly PersonReceipt[]): Receipts {
  const counting = people.filter(({ left }) => left === null);
  const acknowledged = (among: readonly PersonReceipt[]) =>
    among.filter(({ receipt }) => receipt !== null).length;
  return {
    people,
    groups: groups.map((group) => {
      const among = counting.filter((person) => person.groups.includes(group.key));
      const late = among.filter(({ joinedLate }) => joinedLate !== null).length;
      return { group, total: among.length, acknowledged: acknowledged(among), late };
    }),
    total: counting.length,
    acknowledged: acknowledged(counting),
  };
}

/** Published at `PUBLISHED`, to be acknowledged until `DEADLINE`, unless changed. */
export function someAnnouncement(changes: Partial<Announcement> = {}): Announcement {
  return {
    id: AnnouncementId.parse('01900000-0000-7000-8000-0000000000a1'),
    workspaceId: WorkspaceId.parse('T0PRACTICE'),
    kind: 'written',
    status: { name: 'published', at: PUBLISHED, countsUntil: DEADLINE },
    version: 1,
    author: SlackUserId.parse('U0CARMEN'),
    createdAt: PUBLISHED,
    approval: null,
    ownEmojiOnly: false,
    changedAt: null,
    receiptsSince: null,
    exactAsOf: momentOf(PUBLISHED),
    summary: null,
    title: redacted('Prior authorization for MRI scans'),
    text: redacted('From December 1 on it is needed.'),
    links: [],
    audience: { kind: 'everyone' },
    placement: 'announcements',
    importance: 'acknowledge',
    checkQuestion: null,
    reminders: 'twice',
    deadline: DEADLINE,
    scheduledFor: null,
    topics: [],
    states: [],
    ...changes,
  };
}
