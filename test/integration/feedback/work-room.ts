import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WorkspaceOptions } from '../../../practice/core/options.ts';
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
import { ChannelId, MessageTs, type OutboxId } from '../../../src/shared/ids.ts';
import { openPracticeRoom, person, userId, workspaceId } from '../../support/practice-room.ts';
import { redacted } from '../../support/view-samples.ts';

export { person, userId, workspaceId };

export const FEEDBACK_CHANNEL = ChannelId.parse('C0WEBMEMBERFEEDBACK');

/** The feedback room between a database, a practice workspace and jobs that are only written down. */
export const openWorkRoom = async (workspace: Partial<WorkspaceOptions> = {}) =>
  await openPracticeRoom({ now: new Date('2026-11-04T15:00:00Z'), workspace });

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
