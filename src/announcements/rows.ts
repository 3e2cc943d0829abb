import type { Insertable, Selectable } from 'kysely';
import type { Schema } from '../platform/schema.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type Announcement, type AnnouncementStatus, publicationOf } from './announcement.ts';
import { Audience } from './audience.ts';
import type { CheckQuestion } from './check-question.ts';
import type { FormId } from './ids.ts';

export type AnnouncementRow = Selectable<Schema['announcements']>;

export function toAnnouncement(row: AnnouncementRow): Announcement {
  const { id, workspaceId, kind, version, author, createdAt, ownEmojiOnly } = row;
  const { changedAt, receiptsSince, exactAsOf, summary, approvedBy, approvedAt } = row;
  const { title, text, links, placement, importance, reminders, deadline, scheduledFor } = row;
  return {
    title,
    text,
    links,
    placement,
    importance,
    reminders,
    deadline,
    scheduledFor,
    topics: row.topics,
    states: row.states,
    audience: Audience.parse(row.audience),
    checkQuestion: toCheckQuestion(row),
    id,
    workspaceId,
    kind,
    version,
    author,
    createdAt,
    ownEmojiOnly,
    changedAt,
    receiptsSince,
    exactAsOf,
    summary,
    status: toStatus(row),
    approval: approvedBy && approvedAt ? { by: approvedBy, at: approvedAt } : null,
  };
}

type CheckColumns = Pick<AnnouncementRow, 'checkText' | 'checkOptions' | 'checkRight' | 'checkExplanation'>;

function toCheckQuestion({
  checkText: text,
  checkOptions: options,
  checkRight: right,
  checkExplanation: explanation,
}: CheckColumns): CheckQuestion | null {
  return text === null || options === null || right === null ? null : { text, options, right, explanation };
}

export function checkColumns(question: CheckQuestion | null) {
  return {
    checkText: question?.text ?? null,
    checkOptions: question && [...question.options],
    checkRight: question?.right ?? null,
    checkExplanation: question?.explanation ?? null,
  };
}

/** The database's checks hold the same cases, so a row that fits none of them means a broken database. */
function toStatus(row: AnnouncementRow): AnnouncementStatus {
  const { publishedAt, countsUntil } = row;
  const publication = publishedAt && countsUntil ? { at: publishedAt, countsUntil } : null;
  switch (row.status) {
    case 'draft':
    case 'awaiting_approval':
    case 'scheduled':
      return { name: row.status };
    case 'published':
      return { name: 'published', ...held(publication) };
    case 'withdrawn':
      return {
        name: 'withdrawn',
        by: held(row.withdrawnBy),
        withdrawnAt: held(row.withdrawnAt),
        published: publication,
      };
    default:
      return unreachable(row.status);
  }
}

function held<Value>(value: Value | null): Value {
  if (value === null) throw new Error('An announcement lacks what its status promises');
  return value;
}

/** The columns that moves change. */
export function toColumns(announcement: Announcement) {
  const { status, links, audience, checkQuestion, topics, states, approval } = announcement;
  const { version, title, text, placement, importance, ownEmojiOnly, reminders } = announcement;
  const { deadline, scheduledFor, changedAt, receiptsSince } = announcement;
  const publication = publicationOf(announcement);
  return {
    version,
    title,
    text,
    placement,
    importance,
    ownEmojiOnly,
    reminders,
    deadline,
    scheduledFor,
    changedAt,
    receiptsSince,
    status: status.name,
    links: [...links],
    audience: JSON.stringify(audience),
    ...checkColumns(checkQuestion),
    topics: [...topics],
    states: [...states],
    approvedBy: approval?.by ?? null,
    approvedAt: approval?.at ?? null,
    publishedAt: publication?.at ?? null,
    countsUntil: publication?.countsUntil ?? null,
    withdrawnBy: status.name === 'withdrawn' ? status.by : null,
    withdrawnAt: status.name === 'withdrawn' ? status.withdrawnAt : null,
  };
}

export function toNewRow(
  announcement: Announcement,
  viewId: FormId | null,
): Insertable<Schema['announcements']> {
  const { id, workspaceId, kind, author, createdAt, exactAsOf, summary } = announcement;
  return {
    ...toColumns(announcement),
    id,
    workspaceId,
    viewId,
    kind,
    author,
    createdAt,
    exactAsOf,
    summary,
  };
}
