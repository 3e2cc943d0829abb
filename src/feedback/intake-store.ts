import { type RawBuilder, sql } from 'kysely';
import { type Database, prepared, type Trx } from '../platform/database.ts';
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

/** The part of the statement that says who the members are: `members/` hands it in. */
type Enrolment = {
  readonly members: readonly { readonly memberRef: MemberRef | null; readonly fingerprint: string }[];
  readonly parts: RawBuilder<unknown> | null;
};

export type Stored =
  | {
      readonly kind: 'stored';
      readonly ids: ReadonlySet<FeedbackId>;
      /** Members that the statement looked for, by fingerprint. */
      readonly members: Readonly<Record<string, MemberRef>>;
    }
  /** Nobody has promised a job that posts what waits, so nothing was stored. */
  | { readonly kind: 'unpromised' };

/**
 * Stores those that aren't there yet, in one statement: who the members are, the promise that a job posts what waits,
 * and the comments. The promise is held until the commit, so that nobody takes it back meanwhile. The rows come in the
 * order of their names, so that two instances that store the same ones can't lock each other out.
 */
export async function insertFeedback(
  db: Database,
  workspaceId: WorkspaceId,
  rows: readonly NewFeedback[],
  { members, parts }: Enrolment,
): Promise<Stored> {
  const incoming = JSON.stringify(rows.map((row, index) => asRow(row, members[index])));
  const { begin, whose, enrolled, found } = parts === null ? KNOWN : unknown(parts);
  const { rows: answers } = await sql<Found>`
    ${begin}
    held as materialized (
      select from feedback_promises where workspace_id = ${workspaceId} for key share),
    incoming as (select * from json_to_recordset(${incoming}::json) as row (
      id uuid, sender text, "senderId" text, fingerprint bytea, "memberRef" uuid, member text, state text, "responseId" text,
      rating text, page text, comment text, redactions jsonb, url text, "submittedAt" timestamptz,
      "receivedAt" timestamptz, counted boolean)),
    stored as (
      insert into feedback (id, workspace_id, sender, sender_id, fingerprint, member_ref, state, response_id, rating,
        page, comment, redactions, url, submitted_at, received_at, counted)
      select incoming.id, ${workspaceId}, sender, "senderId", incoming.fingerprint,
        ${whose}, state, "responseId", rating, page, comment, redactions, url,
        "submittedAt", "receivedAt", counted
      from held, incoming ${enrolled}
      order by sender, "senderId", incoming.id
      on conflict (workspace_id, sender, sender_id) do nothing
      returning id)
    select exists (select from held) as held, array(select id from stored) as ids,
      ${found} as members`.execute(db);
  const [answer] = answers;
  if (answer?.held !== true) return { kind: 'unpromised' };
  return { kind: 'stored', ids: new Set(answer.ids), members: answer.members ?? {} };
}

/** All members are known: nothing has to be looked for, which is half of the work. */
const KNOWN = {
  begin: sql.raw(`${prepared('store-known')} with`),
  whose: sql.raw('"memberRef"'),
  enrolled: sql.raw(''),
  found: sql.raw("'{}'::json"),
};

const unknown = (parts: RawBuilder<unknown>) => ({
  begin: sql`${sql.raw(prepared('store-unknown'))} with ${parts},`,
  whose: sql.raw('coalesce("memberRef", enrolled.id)'),
  enrolled: sql.raw(
    'left join enrolled on enrolled.fingerprint = incoming.member where "memberRef" is not null or enrolled.id is not null',
  ),
  found: sql.raw('(select json_object_agg(fingerprint, id) from enrolled)'),
});

type Found = {
  readonly held: boolean;
  readonly ids: readonly FeedbackId[];
  readonly members: Readonly<Record<string, MemberRef>> | null;
};

/**
 * Field by field: what else a row may hold, such as a member ID, is nothing for a statement. What is left out comes in
 * as null, which spares both sides the reading of it.
 */
function asRow(row: NewFeedback, member: Enrolment['members'][number] | undefined) {
  const { id, sender, senderId, state, responseId, rating, page, submittedAt, receivedAt, counted } = row;
  return {
    id,
    sender,
    senderId,
    fingerprint: `\\x${row.fingerprint.toString('hex')}`,
    memberRef: member?.memberRef ?? undefined,
    member: member?.memberRef === null ? member.fingerprint : undefined,
    state,
    responseId,
    rating,
    page,
    comment: row.comment ?? undefined,
    redactions: row.redactions ?? undefined,
    url: row.url ?? undefined,
    submittedAt,
    receivedAt,
    counted,
  };
}

/** True when nobody had promised it before: whoever promises queues the job, in the same transaction. */
export async function promise(trx: Trx, workspaceId: WorkspaceId): Promise<boolean> {
  const made = await trx
    .insertInto('feedbackPromises')
    .values({ workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('workspaceId')
    .executeTakeFirst();
  return made !== undefined;
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
  db: Database,
  workspaceId: WorkspaceId,
  rows: readonly Pick<NewFeedback, 'sender' | 'senderId'>[],
): Promise<readonly Known[]> {
  return await db
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

/** One poster at a time, over all instances, until the transaction ends. */
export async function postAlone(trx: Trx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback poster ${workspaceId}`}, 0))`.execute(
    trx,
  );
}

/**
 * Takes back the promise, unless something waits: false then. Once the row is ours, nobody is storing under this promise
 * any more, so what they stored is seen; and whoever stores next finds none, and makes a new one.
 */
export async function endPromise(trx: Trx, workspaceId: WorkspaceId): Promise<boolean> {
  await trx
    .selectFrom('feedbackPromises')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .forUpdate()
    .execute();
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from feedback where workspace_id = ${workspaceId}
      and post_id is null and digest_id is null and not counted) as waits`.execute(trx);
  if (rows[0]?.waits !== false) return false;
  await trx.deleteFrom('feedbackPromises').where('workspaceId', '=', workspaceId).execute();
  return true;
}
