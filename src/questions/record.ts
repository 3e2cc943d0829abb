import type { AuditDeps } from '../audit/index.ts';
import type { Place } from '../directory/directory.ts';
import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import { insertCard } from './card-store.ts';
import { hasDuplicates } from './duplicate-store.ts';
import type { EventDetail } from './event.ts';
import { appendEvent } from './history-store.ts';
import type { QuestionEventId } from './ids.ts';
import { cardView, changedJob, declinedJob, duplicatesJob, linkCardsJob } from './jobs.ts';
import { clearUnpostable } from './memory-store.ts';
import { putOnRecord } from './put-on-record.ts';
import { isWaiting, type Question } from './question.ts';
import { redraw } from './redraw.ts';
import { saveQuestion } from './store.ts';
import { tell } from './tell-of-move.ts';
import { tellOfUnpostable } from './unpostable.ts';
import { type ClockDeps, windClocks } from './wind-clocks.ts';

export type Change = {
  readonly before: Question;
  readonly after: Question;
  readonly event: EventDetail;
  /** Null when the app did it by itself. */
  readonly by: SlackUserId | null;
  readonly at: Date;
  readonly note?: RedactedText | null;
  /** Channels that would have come before the one where it stands now. */
  readonly unpostable?: readonly Place[];
};

export type RecordDeps = ClockDeps & AuditDeps;

/** Everything that follows from a move, in the transaction of the move: its row of history, and who is told how. */
export async function record(trx: Trx, deps: RecordDeps, change: Change): Promise<QuestionEventId> {
  const { before, after, event, by, at, note = null, unpostable = [] } = change;
  const isChanged = after !== before;
  if (isChanged) await saveQuestion(trx, after);
  const statusBefore = before.status.name;
  const eventId = await appendEvent(trx, after, { by, at, statusBefore, note, detail: event });
  await redraw(trx, deps.jobs, before);
  if (after.placement.move !== before.placement.move) await standElsewhere(trx, deps, after, eventId);
  if (isChanged) await windClocks(trx, deps, after, at);
  await tell(trx, deps.jobs, change, eventId);
  await carryOver(trx, deps, change);
  await tellOfUnpostable(trx, deps, {
    workspaceId: after.workspaceId,
    questionId: after.id,
    unpostable,
    at,
  });
  await deps.jobs.enqueue(trx, changedJob, { questionId: after.id });
  await putOnRecord(trx, deps, change);
  return eventId;
}

/** Posts the card where the question stands now. */
export async function postCard(
  trx: Trx,
  { jobs }: { readonly jobs: Jobs },
  question: Question,
): Promise<void> {
  const { id: questionId, workspaceId, placement } = question;
  const to = { channel: placement.channel };
  const payload = { questionId, move: placement.move };
  await insertCard(trx, question, await post(trx, jobs, { workspaceId, to, view: cardView, payload }));
  await clearUnpostable(trx, workspaceId, placement.channel, placement.since);
}

async function standElsewhere(
  trx: Trx,
  deps: RecordDeps,
  question: Question,
  eventId: QuestionEventId,
): Promise<void> {
  await postCard(trx, deps, question);
  const { id: questionId, placement } = question;
  await deps.jobs.enqueue(trx, linkCardsJob, { questionId, eventId, move: placement.move });
}

/** What became of a question becomes of those that ask the same; what was said of it may ask others. */
async function carryOver(trx: Trx, { jobs }: RecordDeps, { after, event }: Change): Promise<void> {
  const { id, workspaceId } = after;
  if (event.kind === 'duplicated') {
    await jobs.enqueue(trx, duplicatesJob, { questionId: event.original });
  }
  if (event.kind === 'declined') await jobs.enqueue(trx, declinedJob, { questionId: id });
  if (isWaiting(after) || !(await hasDuplicates(trx, workspaceId, id))) return;
  await jobs.enqueue(trx, duplicatesJob, { questionId: id });
}
