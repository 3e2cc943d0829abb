import { type AuditDeps, recordAudit } from '../audit/index.ts';
import { type DirectoryReader, type LiveDirectory, peopleWith, rolesOf } from '../directory/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import { ConciergeError } from '../platform/errors.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Finding, Redact } from '../redaction/index.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Announcement, Content } from './announcement.ts';
import { beginning } from './begin.ts';
import { readContent, type Typed } from './content.ts';
import type { FormId } from './ids.ts';
import { mayAnnounce, type Refusal } from './may-act.ts';
import { handIn } from './moves.ts';
import { askForApproval, openDesk, planPublishing } from './record.ts';
import { announcementOfForm, insertAnnouncement } from './store.ts';
import { postsFor } from './targets.ts';
import { addVersion } from './version-store.ts';

export type AnnounceDeps = AuditDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly redact: Redact;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
  readonly settings: {
    /** Nothing goes out that only its author has looked at. */
    readonly announcementApproval: boolean;
    /** Only a team's own emoji is a receipt of its people. */
    readonly ownEmojiOnly: boolean;
  };
};

/** Who did something, as Slack says it. */
export type Person = { readonly user: SlackUserId; readonly isExternal: boolean };

export type Announce = {
  readonly by: Person;
  /** The form, so that submitting it twice makes one announcement. */
  readonly formId: FormId;
  /** As typed. Only its redacted form is kept. */
  readonly typed: Typed;
  /** What of the findings in its text the author was shown and says is no PHI. */
  readonly noPhi: readonly Finding[];
  readonly asDraft: boolean;
};

export type AnnounceOutcome =
  | { readonly kind: 'announced'; readonly announcement: Announcement }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export class NoDirectory extends ConciergeError {
  readonly code = 'no_directory';
  readonly advice =
    'The app does not know any care teams yet. An administrator has to apply a directory first.';
}

/** Stores it and queues what follows, all or nothing. */
export async function announce(deps: AnnounceDeps, input: Announce): Promise<AnnounceOutcome> {
  const { db, workspace } = deps;
  const refusal = await refusalFor(deps, input.by);
  if (refusal) return { kind: 'refused', refusal };
  const live = await liveDirectory(deps);
  const { content } = readContent(deps, input.typed, live.directory, input.noPhi);
  if (postsFor(live, content).length === 0) return { kind: 'refused', refusal: { reason: 'nowhere' } };
  const approvers = await peopleWith(db, workspace.id, 'comms');
  return await db.transaction().execute(async (trx) => {
    return await store(trx, deps, { ...input, content, approvers });
  });
}

type Stored = Announce & { readonly content: Content; readonly approvers: readonly SlackUserId[] };

async function store(trx: Trx, deps: AnnounceDeps, input: Stored): Promise<AnnounceOutcome> {
  const { by, formId, asDraft, approvers } = input;
  const at = deps.now();
  const announcement = begin(deps, input, at);
  if (!(await insertAnnouncement(trx, announcement, formId))) {
    return { kind: 'announced', announcement: await announcedBefore(trx, deps, formId) };
  }
  await addVersion(trx, announcement, { by: by.user, at, asksAgain: false });
  await openDesk(trx, deps, announcement);
  if (!asDraft) await follow(trx, deps, announcement, approvers);
  await recordAudit(trx, deps, {
    workspaceId: announcement.workspaceId,
    action: 'announcements.written',
    by: by.user,
    facts: { announcementId: announcement.id, importance: announcement.importance, asDraft },
  });
  return { kind: 'announced', announcement };
}

/** What the status asks for: somebody to approve it, or its time. */
export async function follow(
  trx: Trx,
  deps: AnnounceDeps,
  announcement: Announcement,
  approvers: readonly SlackUserId[],
): Promise<void> {
  if (announcement.status.name === 'awaiting_approval') {
    await askForApproval(trx, deps, announcement, approvers);
  }
  await planPublishing(trx, deps, announcement);
}

function begin(deps: AnnounceDeps, { by, content, asDraft }: Stored, at: Date): Announcement {
  const draft: Announcement = {
    ...content,
    ...beginning(deps, by.user, at),
    kind: 'written',
    status: { name: 'draft' },
  };
  if (asDraft) return draft;
  const outcome = handIn(draft, { needsApproval: deps.settings.announcementApproval });
  return outcome.kind === 'refused' ? draft : outcome.announcement;
}

async function announcedBefore(trx: Trx, { workspace }: AnnounceDeps, formId: FormId): Promise<Announcement> {
  const announcement = await announcementOfForm(trx, workspace.id, formId);
  if (!announcement) throw new Error('An announcement was neither stored nor there already');
  return announcement;
}

/** Undefined for those who announce. */
export async function refusalFor(
  { db, workspace }: Pick<AnnounceDeps, 'db' | 'workspace'>,
  { user, isExternal }: Person,
): Promise<Refusal | undefined> {
  const roles = isExternal ? new Set<never>() : await rolesOf(db, workspace.id, user);
  return mayAnnounce({ user, isExternal, roles });
}

export async function liveDirectory({
  directory,
  workspace,
}: Pick<AnnounceDeps, 'directory' | 'workspace'>): Promise<LiveDirectory> {
  const live = await directory.load(workspace.id);
  if (!live) throw new NoDirectory();
  return live;
}
