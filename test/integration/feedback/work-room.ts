import '../../support/one-realm.ts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { WebClient } from '@slack/web-api';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { connectWorkspace } from '../../../practice/client.ts';
import type { WorkspaceOptions } from '../../../practice/core/options.ts';
import { startWorkspace } from '../../../practice/workspace.ts';
import { applyDirectory, createDirectoryReader } from '../../../src/directory/index.ts';
import {
  type Feedback,
  FeedbackId,
  Page,
  ResponseId,
  Sender,
  SenderId,
} from '../../../src/feedback/feedback.ts';
import type { Prepared } from '../../../src/feedback/prepare.ts';
import { receiveFeedback } from '../../../src/feedback/receive.ts';
import { findFeedback } from '../../../src/feedback/store.ts';
import { createChain } from '../../../src/platform/chain.ts';
import { createVault } from '../../../src/platform/vault.ts';
import { createRedactor } from '../../../src/redaction/index.ts';
import { ChannelId, MessageTs, type OutboxId, SlackUserId, WorkspaceId } from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { recordJobs } from '../../support/recorded-jobs.ts';
import { redacted } from '../../support/view-samples.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const userId = (name: string): SlackUserId => SlackUserId.parse(`U0${name.toUpperCase()}`);
export const person = (name: string) => ({ user: userId(name), isExternal: false });
export const FEEDBACK_CHANNEL = ChannelId.parse('C0WEBMEMBERFEEDBACK');

const EXAMPLE = await readFile('practice/directory.yaml', 'utf8');

/** The feedback room between a database, a practice workspace and jobs that are only written down. */
export async function openWorkRoom(options: Partial<WorkspaceOptions> = {}) {
  const pg = await freshDatabase();
  const workspace = await startWorkspace({
    rateLimits: false,
    directoryFile: 'practice/directory.yaml',
    log: () => {},
    ...options,
  });
  const jobs = await recordJobs(pg.db);
  const clock = { now: new Date('2026-11-04T15:00:00Z') };
  const client = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const deps = {
    db: pg.db,
    jobs,
    now: () => clock.now,
    workspace: { id: workspaceId, botUserId: SlackUserId.parse('U0CONCIERGE') },
    slack: { reads: client, posting: client },
    directory: createDirectoryReader(pg.db),
    chain: createChain(randomBytes(32)),
    vault: createVault([{ id: 'test', key: randomBytes(32) }], randomBytes(32)),
    redact: createRedactor({ memberIds: [/^R\d{6}$/] }),
  };
  await applyDirectory({ ...deps, now: () => new Date() }, EXAMPLE, 'a test');
  return {
    pg,
    deps,
    jobs,
    clock,
    slack: connectWorkspace(workspace.url),
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await pg[Symbol.asyncDispose]();
    },
  };
}

export type WorkRoom = Awaited<ReturnType<typeof openWorkRoom>>;

type Said = {
  readonly comment?: string | null;
  readonly rating?: Feedback['rating'];
  readonly page?: string;
  readonly state?: Feedback['state'];
  /** When it came in; now, unless told. */
  readonly at?: Date;
};

/** Comments that came in, in their order. */
export async function said<const All extends readonly Said[]>(
  room: WorkRoom,
  all: All,
): Promise<{ readonly [Each in keyof All]: Feedback }> {
  const prepared = all.map((each) => preparedOf(room, each));
  for (let from = 0; from < prepared.length; from += 500) {
    await receiveFeedback(room.deps, prepared.slice(from, from + 500));
  }
  const stored = await Promise.all(prepared.map(async ({ id }) => await now(room, id)));
  return stored as unknown as { readonly [Each in keyof All]: Feedback };
}

function preparedOf(room: WorkRoom, { comment = null, rating, page, state, at }: Said): Prepared {
  const receivedAt = at ?? room.clock.now;
  return {
    id: FeedbackId.parse(uuidv7()),
    sender: Sender.parse('website'),
    senderId: SenderId.parse(uuidv7()),
    fingerprint: randomBytes(32),
    memberId: 'R123456',
    state: state ?? 'FL',
    responseId: ResponseId.parse('1'),
    rating: rating ?? 'bad',
    page: Page.parse(page ?? 'billing'),
    comment: comment === null ? null : redacted(comment),
    redactions: null,
    url: null,
    submittedAt: receivedAt,
    receivedAt,
    counted: false,
  };
}

export async function now(room: WorkRoom, id: FeedbackId): Promise<Feedback> {
  const feedback = await findFeedback(room.pg.db, workspaceId, id);
  if (!feedback) throw new Error('The comment is gone');
  return feedback;
}

/** Writes down, as the outbox does, that Slack has a message. */
export async function settled(room: WorkRoom, id: OutboxId | null, ts: MessageTs): Promise<void> {
  await sql`update outbox set state = 'done', settled_at = now(), ts = ${ts} where id = ${id}`.execute(
    room.pg.db,
  );
}

export async function outbox(room: WorkRoom, view: string) {
  return await room.pg.db
    .selectFrom('outbox')
    .select(['id', 'kind', 'channelId', 'threadOf', 'targetId', 'payload'])
    .where('view', '=', view)
    .orderBy('id')
    .execute();
}

export const ts = (seconds: number): MessageTs =>
  MessageTs.parse(`${Math.floor(seconds)}.${`${Math.round((seconds % 1) * 1e6)}`.padStart(6, '0')}`);
