import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { RuleCounts } from '../redaction/counts.ts';
import type { MemberRef, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
import type { FeedbackId, MoreLink, Page, Rating, ResponseId, Sender, SenderId } from './feedback.ts';

/** A comment as it comes in, all but whose it is. */
export type NewFeedback = {
  readonly id: FeedbackId;
  readonly sender: Sender;
  readonly senderId: SenderId;
  readonly fingerprint: Buffer;
  readonly state: StateCode;
  readonly responseId: ResponseId;
  readonly rating: Rating;
  readonly page: Page;
  readonly comment: RedactedText | null;
  readonly redactions: RuleCounts | null;
  readonly url: MoreLink | null;
  readonly submittedAt: Date;
  readonly receivedAt: Date;
  readonly counted: boolean;
};

export type Stored = {
  readonly ids: ReadonlySet<FeedbackId>;
  /** Nobody had promised to post what waits: whoever stored this has to queue the job. */
  readonly needsJob: boolean;
};

/** Whoever stores holds it shared, and whoever takes back the promise of a job holds it alone. */
const promiseLock = (workspaceId: WorkspaceId) =>
  sql`hashtextextended(${`feedback promise ${workspaceId}`}, 0)`;

/**
 * Stores those that aren't there yet, and promises that they will be posted, in one statement. The rows come in the
 * order of their names, so that two instances that store the same ones can't lock each other out.
 */
export async function insertFeedback(
  trx: Trx,
  workspaceId: WorkspaceId,
  rows: readonly (NewFeedback & { readonly memberRef: MemberRef })[],
): Promise<Stored> {
  const { rows: stored } = await sql<{ id: FeedbackId; promised: boolean }>`
    with held as materialized (select pg_advisory_xact_lock_shared(${promiseLock(workspaceId)})),
    incoming as (select * from json_to_recordset(${JSON.stringify(rows.map(asRow))}::json) as row (
      id uuid, sender text, "senderId" text, fingerprint bytea, "memberRef" uuid, state text, "responseId" text,
      rating text, page text, comment text, redactions jsonb, url text, "submittedAt" timestamptz,
      "receivedAt" timestamptz, counted boolean)),
    stored as (
      insert into feedback (id, workspace_id, sender, sender_id, fingerprint, member_ref, state, response_id, rating,
        page, comment, redactions, url, submitted_at, received_at, counted)
      select id, ${workspaceId}, sender, "senderId", fingerprint, "memberRef", state, "responseId", rating,
        page, comment, redactions, url, "submittedAt", "receivedAt", counted
      from held, incoming order by sender, "senderId", id
      on conflict (workspace_id, sender, sender_id) do nothing
      returning id, counted),
    promised as (
      insert into feedback_promises (workspace_id)
      select ${workspaceId} from held where exists (select from stored where not counted)
      on conflict do nothing returning workspace_id)
    select id, exists (select from promised) as promised from stored`.execute(trx);
  return { ids: new Set(stored.map(({ id }) => id)), needsJob: stored.some(({ promised }) => promised) };
}

function asRow({ fingerprint, ...row }: NewFeedback & { readonly memberRef: MemberRef }) {
  return { ...row, fingerprint: `\\x${fingerprint.toString('hex')}` };
}

export type Known = {
  readonly id: FeedbackId;
  readonly sender: Sender;
  readonly senderId: SenderId;
  readonly fingerprint: Buffer;
  readonly receivedAt: Date;
};

/** What is stored already under these names. */
export async function knownFeedback(
  trx: Trx,
  workspaceId: WorkspaceId,
  rows: readonly Pick<NewFeedback, 'sender' | 'senderId'>[],
): Promise<readonly Known[]> {
  return await trx
    .selectFrom('feedback')
    .select(['id', 'sender', 'senderId', 'fingerprint', 'receivedAt'])
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb(
        eb.refTuple('sender', 'senderId'),
        'in',
        sql<[Sender, SenderId]>`(select * from unnest(
          ${rows.map(({ sender }) => sender)}::text[], ${rows.map(({ senderId }) => senderId)}::text[]))`,
      ),
    )
    .execute();
}

/** Which of these rows are there: asked when the answer to a commit was lost. */
export async function storedAmong(
  db: Database,
  ids: readonly FeedbackId[],
): Promise<ReadonlySet<FeedbackId>> {
  const rows = await db.selectFrom('feedback').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes back the promise, unless something waits: false then. Alone under the lock, nobody is storing at this moment,
 * and whoever stores next finds no promise and makes a new one.
 */
export async function endPromise(trx: Trx, workspaceId: WorkspaceId): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${promiseLock(workspaceId)})`.execute(trx);
  const ended = await trx
    .deleteFrom('feedbackPromises')
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('feedback')
            .select('feedback.id')
            .where('feedback.workspaceId', '=', workspaceId)
            .where('feedback.postId', 'is', null)
            .where('feedback.digestId', 'is', null)
            .where('feedback.counted', '=', false),
        ),
      ),
    )
    .returning('workspaceId')
    .executeTakeFirst();
  return ended !== undefined;
}
