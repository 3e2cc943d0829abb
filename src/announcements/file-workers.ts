import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { lookAtChannel, namesOfPeople } from '../directory/index.ts';
import { errorCode } from '../platform/errors.ts';
import { NotYet } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import { post } from '../platform/outbox.ts';
import { csvFile } from '../shared/csv.ts';
import { ChannelId, type MessageTs } from '../shared/ids.ts';
import { judge } from '../slack/outbox/verdict.ts';
import type { Upload } from '../slack/upload.ts';
import { patiently } from './add-emoji.ts';
import type { FileDeps } from './ask-file.ts';
import { type AnnouncementFile, findFile, moveFile } from './file-store.ts';
import { fileComment, fileTitle } from './file-views.ts';
import type { AnnouncementFileId } from './ids.ts';
import { pictureOf } from './picture.ts';
import { postsOf } from './post-store.ts';
import { progressOf } from './progress.ts';
import { type ReadDeps, readExactly } from './read.ts';
import { fileTroubleView } from './report-jobs.ts';
import { type FullReport, fullReport } from './report-of.ts';
import { findAnnouncement } from './store.ts';
import { tableOf } from './table.ts';

export type SendFileDeps = FileDeps &
  ReadDeps & {
    readonly log: Log;
    readonly slack: { readonly posting: WebClient; readonly reads: WebClient; readonly upload: Upload };
  };

/** Slack would not take it, and asking again would not help. */
class Rejected extends Error {
  readonly code: string;

  constructor(code: string) {
    super('A file can not be delivered');
    this.code = code;
  }
}

/**
 * Makes a file and shows it where it is wanted. Nothing is shown before the last call, and that call's answer may be
 * lost: then Slack is asked where the file is shown before it is shown again.
 */
export async function sendFile(deps: SendFileDeps, id: AnnouncementFileId): Promise<void> {
  const file = await findFile(deps.db, deps.workspace.id, id);
  if (!file || file.state === 'shared' || file.state === 'rejected') return;
  try {
    await bringOn(deps, file);
  } catch (error) {
    const verdict = error instanceof Rejected ? { kind: 'refused' as const, code: error.code } : judge(error);
    if (verdict === undefined) throw error;
    if (verdict.kind !== 'refused') throw new NotYet(verdict.code, { cause: error });
    await reject(deps, file, verdict.code);
  }
}

async function bringOn(deps: SendFileDeps, file: AnnouncementFile): Promise<void> {
  const { db, slack } = deps;
  if (file.state === 'sharing' && (await isShown(slack.reads, file.slackFile))) {
    await moveFile(db, file.id, { state: 'shared' });
    return;
  }
  const place = await placeFor(deps, file);
  const full = await reportNow(deps, file);
  const slackFile = file.slackFile ?? (await send(deps, file, full));
  await moveFile(db, file.id, { state: 'sharing', slackFile });
  await slack.posting.files.completeUploadExternal({
    files: [{ id: slackFile, title: fileTitle(file, full.announcement) }],
    channel_id: place.channel,
    initial_comment: fileComment(file, full),
    ...(place.threadTs !== undefined && { thread_ts: place.threadTs }),
  });
  await moveFile(db, file.id, { state: 'shared' });
}

/** As it is at this moment, compared with Slack before. */
async function reportNow(deps: SendFileDeps, file: AnnouncementFile): Promise<FullReport> {
  const announcement = await findAnnouncement(deps.db, deps.workspace.id, file.announcementId);
  if (!announcement) throw new Rejected('nothing_to_show');
  if (file.slackFile === null) await patiently(readExactly(deps, announcement));
  const known = await findAnnouncement(deps.db, deps.workspace.id, file.announcementId);
  const full = await fullReport(deps, known ?? announcement, file.groups ?? 'all');
  if (!full) throw new Rejected('nothing_to_show');
  return full;
}

const Address = z.object({ upload_url: z.url(), file_id: z.string().regex(/^F[A-Z0-9]{2,40}$/) });

/** A file of which no more is known than that its bytes were sent is shown to nobody: Slack forgets it. */
async function send(deps: SendFileDeps, file: AnnouncementFile, full: FullReport): Promise<string> {
  const { name, bytes } = await make(deps, file, full);
  const answer = await deps.slack.posting.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  const { upload_url: address, file_id: slackFile } = Address.parse(answer);
  await deps.slack.upload(address, bytes);
  await moveFile(deps.db, file.id, { state: 'sent', slackFile });
  return slackFile;
}

async function make(deps: SendFileDeps, { kind, askedAt }: AnnouncementFile, full: FullReport) {
  const day = askedAt.toISOString().slice(0, 10);
  if (kind === 'table') {
    const names = await namesOfPeople(deps);
    const bytes = Buffer.from(csvFile(tableOf(full.report, names)));
    return { name: `acknowledgements-${day}.csv`, bytes };
  }
  const { announcement, publishedAt, report, receipts } = full;
  const shown = new Set(report.teams.map(({ group }) => group.key));
  const seen = new Set(report.people.map(({ user }) => user));
  const progress = progressOf(
    {
      people: receipts.people.filter(({ user }) => seen.has(user)),
      groups: receipts.groups.filter(({ group }) => shown.has(group.key)),
    },
    { from: publishedAt, until: deps.now() },
  );
  const live = await deps.directory.load(deps.workspace.id);
  const timeZone = live?.directory.hours.timeZone ?? 'UTC';
  const texts = { title: announcement.title, timeZone, deadline: announcement.deadline };
  return { name: `acknowledgements-${day}.png`, bytes: await pictureOf(progress, texts) };
}

type Place = { readonly channel: ChannelId; readonly threadTs?: MessageTs };
const Opened = z.object({ channel: z.object({ id: ChannelId }) });

/** Somebody's direct message, or the thread: never in a channel that another company shares. */
async function placeFor(deps: SendFileDeps, file: AnnouncementFile): Promise<Place> {
  if (file.forUser !== null) {
    const opened = await deps.slack.posting.conversations.open({ users: file.forUser });
    return { channel: Opened.parse(opened).channel.id };
  }
  const of = { workspaceId: file.workspaceId, id: file.announcementId };
  const [first] = (await postsOf(deps.db, of)).filter(({ isLost }) => !isLost);
  if (!first) throw new Rejected('nothing_to_show');
  if (first.ts === null) throw new NotYet();
  const status = await lookAtChannel(deps, first.channel);
  if (status !== 'ok') throw new Rejected(status);
  return { channel: first.channel, threadTs: first.ts };
}

const Shares = z.object({
  file: z.object({
    shares: z
      .object({
        public: z.record(z.string(), z.array(z.unknown())).optional(),
        private: z.record(z.string(), z.array(z.unknown())).optional(),
      })
      .default({}),
  }),
});

async function isShown(slack: WebClient, file: string | null): Promise<boolean> {
  if (file === null) return false;
  const { shares } = Shares.parse(await slack.files.info({ file })).file;
  return Object.keys({ ...shares.public, ...shares.private }).length > 0;
}

/** Whoever asked for it is told; nobody asked for the one at the deadline, so nobody waits for it. */
async function reject(deps: SendFileDeps, file: AnnouncementFile, code: string): Promise<void> {
  const { db, jobs, log } = deps;
  log.failure('announcements.file-rejected', new Rejected(errorCode({ code }) ?? 'refused'), {
    fileId: file.id,
  });
  await db.transaction().execute(async (trx) => {
    await moveFile(trx, file.id, { state: 'rejected', errorCode: code });
    if (file.askedBy === null) return;
    await post(trx, jobs, {
      workspaceId: file.workspaceId,
      to: { user: file.askedBy },
      view: fileTroubleView,
      payload: { fileId: file.id },
    });
  });
}
