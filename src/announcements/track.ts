import { recordAudit } from '../audit/index.ts';
import { lookAtChannel } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import type { MessagePlace } from '../slack/permalink.ts';
import {
  type AnnounceDeps,
  type AnnounceOutcome,
  liveDirectory,
  type Person,
  refusalFor,
} from './announce.ts';
import { type Announcement, type Content, publicationAt } from './announcement.ts';
import type { Audience } from './audience.ts';
import { beginning } from './begin.ts';
import type { FormId } from './ids.ts';
import { emojiJob, summaryView } from './jobs.ts';
import type { Refusal } from './may-act.ts';
import { lockMessage, postAt, savePosts } from './post-store.ts';
import { takeAudience } from './publish.ts';
import { openDesk, settleSoon } from './record.ts';
import { announcementOfForm, findAnnouncement, insertAnnouncement, saveSummary } from './store.ts';
import { targetsOf } from './targets.ts';

export type TrackDeps = AnnounceDeps & Parameters<typeof lookAtChannel>[0];

export type Track = {
  readonly by: Person;
  readonly formId: FormId;
  readonly message: MessagePlace;
  /** What the lists call it, as typed. Only its redacted form is kept; of the message itself, nothing is. */
  readonly title: string;
  readonly audience: Audience;
  readonly deadline: Date | null;
  readonly reminders: Content['reminders'];
};

/** Keeps the receipts of a message that somebody else posted, those from before included. */
export async function trackMessage(deps: TrackDeps, input: Track): Promise<AnnounceOutcome> {
  const refusal = await mayTrack(deps, input);
  if (refusal) return { kind: 'refused', refusal };
  const live = await liveDirectory(deps);
  const at = deps.now();
  const tracked = begin(deps, input, at);
  return await deps.db.transaction().execute(async (trx): Promise<AnnounceOutcome> => {
    await lockMessage(trx, deps.workspace.id, input.message);
    const there = await postAt(trx, deps.workspace.id, input.message);
    if (there) {
      const announcement = await announcementOfForm(trx, deps.workspace.id, input.formId);
      return announcement
        ? { kind: 'announced', announcement }
        : { kind: 'refused', refusal: { reason: 'trackedAlready' } };
    }
    if (!(await insertAnnouncement(trx, tracked, input.formId))) {
      const announcement = await announcementOfForm(trx, deps.workspace.id, input.formId);
      if (!announcement) throw new Error('A message was neither tracked nor tracked before');
      return { kind: 'announced', announcement };
    }
    await takeAudience(trx, { live, announcement: tracked, at });
    const targets = targetsOf(live.directory, input.audience).filter(({ inAudience }) => inAudience);
    const emoji = [...new Set(targets.map((target) => target.emoji))];
    await stand(trx, deps, { announcement: tracked, message: input.message, emoji });
    return { kind: 'announced', announcement: tracked };
  });
}

/** Undefined means yes. A message is tracked once, and nowhere where another company reads along. */
export async function mayTrack(
  deps: TrackDeps,
  { by, message }: Pick<Track, 'by' | 'message'>,
): Promise<Refusal | undefined> {
  const refusal = await refusalFor(deps, by);
  if (refusal) return refusal;
  const status = await lookAtChannel(deps, message.channel);
  if (status !== 'ok') return { reason: 'untrackable', status };
  const there = await postAt(deps.db, deps.workspace.id, message);
  const known = there && (await findAnnouncement(deps.db, deps.workspace.id, there.announcementId));
  return known ? { reason: 'trackedAlready' } : undefined;
}

type Standing = {
  readonly announcement: Announcement;
  readonly message: MessagePlace;
  readonly emoji: readonly string[];
};

async function stand(trx: Trx, deps: TrackDeps, { announcement, message, emoji }: Standing): Promise<void> {
  const { id: announcementId, workspaceId, author } = announcement;
  const { channel, ts } = message;
  await savePosts(trx, announcement, [{ channel, ts, outboxId: null, emoji }]);
  const thread = { to: { channel }, threadTs: ts };
  const payload = { announcementId };
  const summary = await post(trx, deps.jobs, { workspaceId, view: summaryView, payload, ...thread });
  await saveSummary(trx, announcementId, summary);
  await openDesk(trx, deps, announcement);
  await deps.jobs.enqueue(trx, emojiJob, { announcementId, channel });
  await settleSoon(trx, deps, announcement);
  await recordAudit(trx, deps, {
    workspaceId,
    action: 'announcements.tracked',
    by: author,
    facts: { announcementId, channel, ts },
  });
}

function begin(deps: TrackDeps, input: Track, at: Date): Announcement {
  const { by, title, audience, deadline, reminders } = input;
  const { redact } = deps;
  return {
    ...beginning(deps, by.user, at),
    kind: 'tracked',
    status: { name: 'published', ...publicationAt({ deadline }, at) },
    title: redact(title).text,
    text: redact('').text,
    links: [],
    audience,
    placement: 'announcements',
    importance: 'acknowledge',
    checkQuestion: null,
    reminders,
    deadline,
    scheduledFor: null,
    topics: [],
    states: [],
  };
}
