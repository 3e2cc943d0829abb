import type { Place } from '../directory/directory.ts';
import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import { unreachable } from '../shared/unreachable.ts';
import { cardsOf, insertCard } from './card-store.ts';
import type { EventDetail } from './event.ts';
import { appendEvent } from './history-store.ts';
import type { QuestionEventId } from './ids.ts';
import {
  answeredNote,
  cardView,
  handedOverNote,
  linkCardsJob,
  notYetNote,
  reopenedNote,
  strandedNote,
} from './jobs.ts';
import { clearUnpostable } from './memory-store.ts';
import type { Question } from './question.ts';
import { saveQuestion } from './store.ts';
import { tellOfUnpostable } from './unpostable.ts';

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

type Deps = { readonly jobs: Jobs };

/** Everything that follows from a move, in the transaction of the move: its row of history, and who is told how. */
export async function record(trx: Trx, deps: Deps, change: Change): Promise<QuestionEventId> {
  const { before, after, event, by, at, note = null, unpostable = [] } = change;
  await saveQuestion(trx, after);
  const statusBefore = before.status.name;
  const eventId = await appendEvent(trx, after, { by, at, statusBefore, note, detail: event });
  await redraw(trx, deps, before);
  if (after.placement.move !== before.placement.move) await standElsewhere(trx, deps, after, eventId);
  await tell(trx, deps, change, eventId);
  await tellOfUnpostable(trx, deps, {
    workspaceId: after.workspaceId,
    questionId: after.id,
    unpostable,
    at,
  });
  return eventId;
}

/** Posts the card where the question stands now. */
export async function postCard(trx: Trx, { jobs }: Deps, question: Question): Promise<void> {
  const { id: questionId, workspaceId, placement } = question;
  const to = { channel: placement.channel };
  const payload = { questionId, move: placement.move };
  await insertCard(trx, question, await post(trx, jobs, { workspaceId, to, view: cardView, payload }));
  await clearUnpostable(trx, workspaceId, placement.channel, placement.since);
}

/** The card it had so far, and the asker's message. */
async function redraw(trx: Trx, { jobs }: Deps, question: Question): Promise<void> {
  const { workspaceId, askerMessage } = question;
  const card = await currentCard(trx, question);
  for (const message of [card?.outboxId, askerMessage]) {
    if (message) await refresh(trx, jobs, { workspaceId, message });
  }
}

async function standElsewhere(
  trx: Trx,
  deps: Deps,
  question: Question,
  eventId: QuestionEventId,
): Promise<void> {
  await postCard(trx, deps, question);
  const { id: questionId, placement } = question;
  await deps.jobs.enqueue(trx, linkCardsJob, { questionId, eventId, move: placement.move });
}

/** What a changed card or message would not tell anybody, because Slack notifies nobody of a change. */
async function tell(
  trx: Trx,
  deps: Deps,
  { after, event, by }: Change,
  eventId: QuestionEventId,
): Promise<void> {
  const about = { questionId: after.id, eventId };
  switch (event.kind) {
    case 'handed_over':
      if (event.to !== by) await inCardThread(trx, deps, after, { view: handedOverNote, payload: about });
      return;
    case 'reopened':
      return await inCardThread(trx, deps, after, { view: reopenedNote, payload: about });
    case 'not_yet':
      return await inCardThread(trx, deps, after, { view: notYetNote, payload: about });
    case 'answered':
      if (by === after.askedBy) return;
      return await inAskerThread(trx, deps, after, { view: answeredNote, payload: about });
    case 'stranded':
      return await inAskerThread(trx, deps, after, { view: strandedNote, payload: about });
    case 'asked':
    case 'claimed':
    case 'released':
    case 'escalated':
    case 'retargeted':
    case 'rerouted':
    case 'first_response':
    case 'answer_edited':
    case 'answer_deleted':
    case 'resolved':
      return;
    default:
      unreachable(event);
  }
}

type Note = {
  readonly view: typeof answeredNote;
  readonly payload: { readonly questionId: Question['id']; readonly eventId: QuestionEventId };
};

async function inCardThread(trx: Trx, { jobs }: Deps, question: Question, note: Note): Promise<void> {
  const card = await currentCard(trx, question);
  if (!card) return;
  const { workspaceId } = question;
  await post(trx, jobs, { workspaceId, to: { channel: card.channel }, threadOf: card.outboxId, ...note });
}

async function inAskerThread(trx: Trx, { jobs }: Deps, question: Question, note: Note): Promise<void> {
  const { workspaceId, askedBy, askerMessage } = question;
  if (askerMessage === null) return;
  await post(trx, jobs, { workspaceId, to: { user: askedBy }, threadOf: askerMessage, ...note });
}

async function currentCard(trx: Trx, { workspaceId, id, placement }: Question) {
  const cards = await cardsOf(trx, workspaceId, id);
  return cards.find(({ move }) => move === placement.move);
}
