import { recordAudit } from '../audit/index.ts';
import { peopleWith } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import type { Finding } from '../redaction/index.ts';
import type { AnnouncementId, SlackUserId } from '../shared/ids.ts';
import { type AnnounceDeps, follow, liveDirectory, type Person, refusalFor } from './announce.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { readContent, type Typed } from './content.ts';
import { changedNote } from './jobs.ts';
import { approve, edit, handIn, type Outcome, withdraw } from './moves.ts';
import { postsOf } from './post-store.ts';
import { redraw, settleSoon } from './record.ts';
import { findAnnouncement, lockAnnouncement, saveAnnouncement } from './store.ts';
import { addVersion } from './version-store.ts';

export type Change = {
  readonly id: AnnouncementId;
  readonly by: Person;
  /** Of the announcement, as it was shown. */
  readonly version?: number | undefined;
};

type Step = {
  readonly decide: (announcement: Announcement, at: Date) => Outcome;
  /** What goes on record, and whatever else belongs to this change. */
  readonly keep: (trx: Trx, before: Announcement, after: Announcement, at: Date) => Promise<void>;
};

/** Fetch, decide, save, queue: what every change by a person has in common. */
async function change(deps: AnnounceDeps, { id, by }: Change, { decide, keep }: Step): Promise<Outcome> {
  const { db, workspace, now } = deps;
  const refusal = await refusalFor(deps, by);
  if (refusal) return { kind: 'refused', refusal };
  const approvers = await peopleWith(db, workspace.id, 'comms');
  return await db.transaction().execute(async (trx): Promise<Outcome> => {
    const before = await lockAnnouncement(trx, workspace.id, id);
    if (!before) return { kind: 'refused', refusal: { reason: 'gone' } };
    const at = now();
    const outcome = decide(before, at);
    if (outcome.kind !== 'done') return outcome;
    await saveAnnouncement(trx, outcome.announcement);
    await redraw(trx, deps, outcome.announcement);
    await follow(trx, deps, outcome.announcement, approvers);
    await keep(trx, before, outcome.announcement, at);
    return outcome;
  });
}

export async function handInAnnouncement(deps: AnnounceDeps, input: Change): Promise<Outcome> {
  const rules = { needsApproval: deps.settings.announcementApproval };
  return await change(deps, input, {
    decide: (announcement) => handIn(announcement, rules),
    keep: async (trx, { workspaceId, id: announcementId }) =>
      await recordAudit(trx, deps, {
        workspaceId,
        action: 'announcements.handed_in',
        by: input.by.user,
        facts: { announcementId },
      }),
  });
}

export async function approveAnnouncement(deps: AnnounceDeps, input: Change): Promise<Outcome> {
  return await change(deps, input, {
    decide: (announcement, at) => approve(announcement, { by: input.by.user, version: input.version, at }),
    keep: async (trx, { workspaceId, id: announcementId, author }) =>
      await recordAudit(trx, deps, {
        workspaceId,
        action: 'announcements.approved',
        by: input.by.user,
        facts: { announcementId, author },
      }),
  });
}

export async function withdrawAnnouncement(deps: AnnounceDeps, input: Change): Promise<Outcome> {
  return await change(deps, input, {
    decide: (announcement, at) => withdraw(announcement, input.by.user, at),
    keep: async (trx, { workspaceId, id: announcementId, status }) =>
      await recordAudit(trx, deps, {
        workspaceId,
        action: 'announcements.withdrawn',
        by: input.by.user,
        facts: { announcementId, was: status.name },
      }),
  });
}

export type EditInput = Change & {
  readonly typed: Typed;
  readonly noPhi: readonly Finding[];
  readonly asksAgain: boolean;
  /** A draft that is to go out now. */
  readonly handsIn: boolean;
  /** The version that the form showed: what somebody else changed meanwhile is not overwritten. */
  readonly version: number;
};

export async function editAnnouncement(deps: AnnounceDeps, input: EditInput): Promise<Outcome> {
  const { directory } = await liveDirectory(deps);
  const { content } = readContent(deps, input.typed, directory, input.noPhi);
  const rules = { needsApproval: deps.settings.announcementApproval };
  const { asksAgain, handsIn } = input;
  return await change(deps, input, {
    decide: (announcement, at) => {
      if (announcement.version === input.version + 1 && announcement.text === content.text) {
        return { kind: 'unchanged', announcement };
      }
      if (announcement.version !== input.version) {
        return { kind: 'refused', refusal: { reason: 'changedMeanwhile' } };
      }
      const edited = edit(announcement, { content, asksAgain, at }, rules);
      return edited.kind === 'done' && handsIn && announcement.status.name === 'draft'
        ? handIn(edited.announcement, rules)
        : edited;
    },
    keep: async (trx, before, after, at) =>
      await putEditOnRecord(trx, deps, { before, after, at, by: input.by.user }),
  });
}

type Edited = {
  readonly before: Announcement;
  readonly after: Announcement;
  readonly at: Date;
  readonly by: SlackUserId;
};

async function putEditOnRecord(
  trx: Trx,
  deps: AnnounceDeps,
  { before, after, at, by }: Edited,
): Promise<void> {
  const { id: announcementId, workspaceId, version } = after;
  const asksAgain = after.receiptsSince?.getTime() !== before.receiptsSince?.getTime();
  await addVersion(trx, after, { by, at, asksAgain });
  if (publicationOf(after)) {
    for (const { outboxId, channel } of await postsOf(trx, after)) {
      if (outboxId === null || !asksAgain) continue;
      const thread = { to: { channel }, threadOf: outboxId };
      await post(trx, deps.jobs, { workspaceId, view: changedNote, payload: { announcementId }, ...thread });
    }
    await settleSoon(trx, deps, after);
  }
  await recordAudit(trx, deps, {
    workspaceId,
    action: 'announcements.edited',
    by,
    facts: { announcementId, version, asksAgain, wasPublished: publicationOf(before) !== null },
  });
}

/** The announcement, for those who may change it. */
export async function considerChange(deps: AnnounceDeps, { id, by }: Change): Promise<Outcome> {
  const refusal = await refusalFor(deps, by);
  if (refusal) return { kind: 'refused', refusal };
  const announcement = await findAnnouncement(deps.db, deps.workspace.id, id);
  if (!announcement) return { kind: 'refused', refusal: { reason: 'gone' } };
  return announcement.status.name === 'withdrawn'
    ? { kind: 'refused', refusal: { reason: 'notNow', status: 'withdrawn' } }
    : { kind: 'unchanged', announcement };
}
