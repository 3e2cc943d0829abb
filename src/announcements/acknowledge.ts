import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { AnnouncementId, WorkspaceId } from '../shared/ids.ts';
import type { Person } from './announce.ts';
import type { Announcement } from './announcement.ts';
import { rulesOf } from './current-receipts.ts';
import { emojiAliases } from './emoji-store.ts';
import { addSigns, historyOfPerson } from './history-store.ts';
import { type Moment, momentOf } from './moment.ts';
import { type PersonReceipt, receipts } from './receipts.ts';
import { settleSoon } from './record.ts';
import { findAnnouncement } from './store.ts';

export type AcknowledgeDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

export type AcknowledgeOutcome =
  /** `person` is undefined for somebody whom it isn't for. */
  | {
      readonly kind: 'noted';
      readonly announcement: Announcement;
      readonly person: PersonReceipt | undefined;
    }
  | { readonly kind: 'external' | 'gone' | 'withdrawn' };

type Press = {
  readonly id: AnnouncementId;
  readonly by: Person;
  /** Slack's own time of the click: the same click that comes twice is one. */
  readonly at: Moment;
};

/** "I have read this". */
export async function acknowledge(deps: AcknowledgeDeps, { id, by, at }: Press): Promise<AcknowledgeOutcome> {
  const found = await openFor(deps, id, by);
  if (found.kind !== 'open') return found;
  const { announcement } = found;
  await deps.db.transaction().execute(async (trx) => {
    const sign = { kind: 'pressed' as const, user: by.user, at, seen: 'event' as const };
    if ((await addSigns(trx, announcement, [sign])) > 0) await settleSoon(trx, deps, announcement);
  });
  return { kind: 'noted', announcement, person: await personIn(deps, announcement, by) };
}

export type AnswerOutcome =
  | AcknowledgeOutcome
  | { readonly kind: 'wrong'; readonly announcement: Announcement }
  /** The question is another one by now. */
  | { readonly kind: 'changed'; readonly announcement: Announcement };

type Answer = {
  readonly id: AnnouncementId;
  readonly by: Person;
  readonly option: number;
  /** Of the announcement, as the form showed it. */
  readonly version: number;
};

/** An answer to the check question. Whoever is wrong may answer again; the first try stays on record. */
export async function answerCheck(
  deps: AcknowledgeDeps,
  { id, by, option, version }: Answer,
): Promise<AnswerOutcome> {
  const found = await openFor(deps, id, by);
  if (found.kind !== 'open') return found;
  const { announcement } = found;
  const { checkQuestion } = announcement;
  if (checkQuestion === null || version !== announcement.version || !checkQuestion.options[option]) {
    return { kind: 'changed', announcement };
  }
  const isRight = option === checkQuestion.right;
  await deps.db.transaction().execute(async (trx) => {
    const at = momentOf(deps.now());
    const sign = { kind: 'answered' as const, user: by.user, at, option, isRight, seen: 'event' as const };
    if ((await addSigns(trx, announcement, [sign])) > 0) await settleSoon(trx, deps, announcement);
  });
  if (!isRight) return { kind: 'wrong', announcement };
  return { kind: 'noted', announcement, person: await personIn(deps, announcement, by) };
}

export type Open =
  | { readonly kind: 'open'; readonly announcement: Announcement }
  | { readonly kind: 'external' | 'gone' | 'withdrawn' };

/** The announcement, while it can be acknowledged; after the deadline, too. */
export async function openFor(
  { db, workspace }: Pick<AcknowledgeDeps, 'db' | 'workspace'>,
  id: AnnouncementId,
  { isExternal }: Person,
): Promise<Open> {
  if (isExternal) return { kind: 'external' };
  const announcement = await findAnnouncement(db, workspace.id, id);
  if (!announcement) return { kind: 'gone' };
  if (announcement.status.name === 'withdrawn') return { kind: 'withdrawn' };
  return announcement.status.name === 'published' ? { kind: 'open', announcement } : { kind: 'gone' };
}

/** How it stands for one person. Undefined for somebody whom it isn't for. */
export async function personIn(
  { db, now }: Pick<AcknowledgeDeps, 'db' | 'now'>,
  announcement: Announcement,
  { user }: Pick<Person, 'user'>,
): Promise<PersonReceipt | undefined> {
  const rules = rulesOf(announcement, await emojiAliases(db, announcement.workspaceId), now());
  if (!rules) return undefined;
  const { people } = receipts(rules, await historyOfPerson(db, announcement, user));
  return people.find((person) => person.user === user && person.left === null);
}
