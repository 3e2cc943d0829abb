import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { defineView } from '../platform/outbox.ts';
import { QuestionId, StepRunId } from '../shared/ids.ts';
import { CallId, ClockId, QuestionEventId, UnpostableId } from './ids.ts';

/** The card in the tier channel. `move` says which of the question's cards it is. */
export const cardView = defineView('questions.card', z.object({ questionId: QuestionId, move: z.int() }));
/** The one direct message that shows the asker how their question stands. */
export const askerView = defineView('questions.asker', z.object({ questionId: QuestionId }));

/** A note about one event of a question. Which thread it stands in is said where it is queued. */
const about = z.object({ questionId: QuestionId, eventId: QuestionEventId });
/** A note that links two cards, given by their moves. */
const between = z.object({ ...about.shape, from: z.int(), to: z.int() });
/** In the thread of the card that was left: where the question went. */
export const movedNote = defineView('questions.moved-note', between);
/** In the thread of the new card: where the question came from. */
export const cameFromNote = defineView('questions.came-from-note', between);
/** In the card's thread: updating the card would tell nobody that it is theirs now. */
export const handedOverNote = defineView('questions.handed-over-note', about);
/** In the card's thread, after a reopening. */
export const reopenedNote = defineView('questions.reopened-note', about);
/** In the card's thread, when the asker says that the answer is not enough. */
export const notYetNote = defineView('questions.not-yet-note', about);
/** In the card's thread: it was given back with a note, or taken from somebody who is not there any more. */
export const releasedNote = defineView('questions.released-note', about);
/** In the card's thread, to whoever has claimed it: it is over its time. */
export const remindedNote = defineView('questions.reminded-note', about);
/** In the card's thread, to those on duty: it is over its time. */
export const pingedNote = defineView('questions.pinged-note', about);
/** In the card's thread: nobody is on the line any more. */
export const hungUpNote = defineView('questions.hung-up-note', about);
/** In the card's thread: which question asks the same. */
export const duplicateNote = defineView('questions.duplicate-note', about);
/** In the thread of the other question's card. */
export const originalNote = defineView('questions.original-note', about);
/** In the thread of the asker's direct message: who has taken their live question. */
export const takenNote = defineView('questions.taken-note', about);
/** In the thread of the asker's direct message: somebody else has asked the same. */
export const sameQuestionNote = defineView('questions.same-question-note', about);
/** In a channel: a wider circle is asked to take a live question. Drawn anew until somebody has. */
export const callView = defineView('questions.call', z.object({ questionId: QuestionId, callId: CallId }));

/** In the thread of the asker's direct message, because updating a message notifies nobody. */
export const answeredNote = defineView('questions.answered-note', about);
/** In the thread of the asker's direct message: no channel would take the question. */
export const strandedNote = defineView('questions.stranded-note', about);

/** To each administrator, once: a channel of the directory can't be posted to. */
export const unpostableView = defineView('questions.unpostable', z.object({ unpostableId: UnpostableId }));

/** Something about a question is different now: rooms above see who should see that. */
export const changedJob = defineJob('questions.changed', z.object({ questionId: QuestionId }));

/** Slack refused a card for good. Queued by whoever learns it. */
export const cardRejectedJob = defineJob(
  'questions.card-rejected',
  z.object({ questionId: QuestionId, move: z.int(), errorCode: z.string().regex(/^[a-z0-9_]{1,80}$/) }),
);

/**
 * Posts the notes that link the threads of an old card and a new one, once Slack has both. A job of its own, so that
 * nothing in the old channel waits for the new one.
 */
export const linkCardsJob = defineJob(
  'questions.link-cards',
  z.object({ questionId: QuestionId, eventId: QuestionEventId, move: z.int() }),
  { retryLimit: 1_000, retryDelay: 1, retryDelayMax: 30 },
);

/** Comes when a step of a clock is due, `at` in milliseconds. What the clock's row says by then is what counts. */
export const clockJob = defineJob(
  'questions.clock',
  z.object({ questionId: QuestionId, clockId: ClockId, at: z.int() }),
  { retryLimit: 1_000, retryDelay: 1, retryDelayMax: 30 },
);
/** Looks for steps that are due and for which no job came. */
export const clockSweepJob = defineJob('questions.clock-sweep', z.object({}));

/** Somebody has said "Not me" to a live question: perhaps nobody on duty is left to wait for. */
export const declinedJob = defineJob('questions.declined', z.object({ questionId: QuestionId }));

/** Carries what became of a question over to those that ask the same. */
export const duplicatesJob = defineJob('questions.duplicates', z.object({ questionId: QuestionId }));

/** Draws the other questions about the same member anew, once there is a card of this one to link to. */
export const siblingsJob = defineJob('questions.siblings', z.object({ questionId: QuestionId }), {
  retryLimit: 1_000,
  retryDelay: 1,
  retryDelayMax: 30,
});

/** Completes the workflow's step that asked a question, once there is a card to link to. */
export const completeStepJob = defineJob(
  'questions.complete-step',
  z.object({ questionId: QuestionId, run: StepRunId }),
  { retryLimit: 60, retryDelay: 1, retryDelayMax: 30 },
);

/** Takes questions from people who are not there any more, for what no event told. */
export const absenceSweepJob = defineJob('questions.absence-sweep', z.object({}));

/** Reads the threads of all unresolved questions, for what happened while nobody listened. */
export const catchUpJob = defineJob('questions.catch-up', z.object({}));
/** Reads one of them. */
export const catchUpThreadJob = defineJob(
  'questions.catch-up-thread',
  z.object({ questionId: QuestionId, move: z.int() }),
  { retryLimit: 50, retryDelay: 30, retryDelayMax: 300 },
);
