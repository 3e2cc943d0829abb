import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { QuestionId, SlackUserId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import { unreachable } from '../shared/unreachable.ts';
import { cardsOf } from './card-store.ts';
import type { EventDetail } from './event.ts';
import type { QuestionEventId } from './ids.ts';
import * as jobsOf from './jobs.ts';
import { isLive, type Question } from './question.ts';
import { currentCard } from './redraw.ts';

type Moved = {
  readonly after: Question;
  readonly event: EventDetail;
  readonly by: SlackUserId | null;
  readonly note?: RedactedText | null;
};

type View = typeof jobsOf.answeredNote;

/** What a changed card or message would not tell anybody, because Slack notifies nobody of a change. */
export async function tell(trx: Trx, jobs: Jobs, moved: Moved, eventId: QuestionEventId): Promise<void> {
  const { after, event } = moved;
  const payload = { questionId: after.id, eventId };
  const view = noteInThread(moved);
  if (view) await inCardThread(trx, jobs, after, { view, payload });
  const answer = noteToAsker(moved);
  if (answer) await inAskerThread(trx, jobs, after, { view: answer, payload });
  if (event.kind === 'duplicated') await inThreadOf(trx, jobs, after, event.original, payload);
}

/** What is said in the thread of the card. */
function noteInThread({ event, by, note }: Moved): View | undefined {
  switch (event.kind) {
    case 'handed_over':
      return event.to === by ? undefined : jobsOf.handedOverNote;
    case 'released':
      return event.absent !== undefined || note ? jobsOf.releasedNote : undefined;
    case 'reopened':
      return jobsOf.reopenedNote;
    case 'not_yet':
      return jobsOf.notYetNote;
    case 'reminded':
      return jobsOf.remindedNote;
    case 'pinged':
      return jobsOf.pingedNote;
    case 'hung_up':
      return jobsOf.hungUpNote;
    case 'duplicated':
      return jobsOf.duplicateNote;
    case 'asked':
    case 'claimed':
    case 'escalated':
    case 'retargeted':
    case 'rerouted':
    case 'stranded':
    case 'first_response':
    case 'answered':
    case 'answer_edited':
    case 'answer_deleted':
    case 'resolved':
    case 'breached':
    case 'called':
    case 'declined':
    case 'parted':
      return undefined;
    default:
      return unreachable(event);
  }
}

/** What the asker is told, in the thread of their message. */
function noteToAsker({ after, event, by }: Moved): View | undefined {
  if (event.kind === 'answered') return by === after.askedBy ? undefined : jobsOf.answeredNote;
  if (event.kind === 'stranded') return jobsOf.strandedNote;
  if (event.kind === 'claimed') return isLive(after) && by !== after.askedBy ? jobsOf.takenNote : undefined;
  return event.kind === 'duplicated' && by !== after.askedBy ? jobsOf.sameQuestionNote : undefined;
}

type Note = {
  readonly view: View;
  readonly payload: { readonly questionId: QuestionId; readonly eventId: QuestionEventId };
};

async function inCardThread(trx: Trx, jobs: Jobs, question: Question, note: Note): Promise<void> {
  const card = await currentCard(trx, question);
  if (!card) return;
  const { workspaceId } = question;
  await post(trx, jobs, { workspaceId, to: { channel: card.channel }, threadOf: card.outboxId, ...note });
}

async function inAskerThread(trx: Trx, jobs: Jobs, question: Question, note: Note): Promise<void> {
  const { workspaceId, askedBy, askerMessage } = question;
  if (askerMessage === null) return;
  await post(trx, jobs, { workspaceId, to: { user: askedBy }, threadOf: askerMessage, ...note });
}

/** Whoever answers the other question should know that two people wait for it. */
async function inThreadOf(
  trx: Trx,
  jobs: Jobs,
  { workspaceId }: Question,
  original: QuestionId,
  payload: Note['payload'],
): Promise<void> {
  const card = (await cardsOf(trx, workspaceId, original)).findLast(({ isLost }) => !isLost);
  if (!card) return;
  const { channel, outboxId: threadOf } = card;
  await post(trx, jobs, { workspaceId, to: { channel }, threadOf, view: jobsOf.originalNote, payload });
}
