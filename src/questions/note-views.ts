import type { KnownBlock } from '@slack/types';
import type { Place } from '../directory/directory.ts';
import { unreachable } from '../shared/unreachable.ts';
import { section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { EventDetail, QuestionEvent, Stop } from './event.ts';
import type { Question } from './question.ts';
import { channel, linked, person, standing } from './words.ts';

const NOTE_BYTES = 6_000;

type Moved = Extract<EventDetail, { readonly from: Stop; readonly to: Stop }>;

export function isMove(detail: EventDetail): detail is Moved {
  return detail.kind === 'escalated' || detail.kind === 'retargeted' || detail.kind === 'rerouted';
}

/** In the thread of the card that was left. */
export function movedNote(event: QuestionEvent, detail: Moved, newCard: string | null): Rendered {
  const { verb, how } = deed(detail);
  const what = event.by === null ? `This was ${verb}` : `${person(event.by)} ${verb} this`;
  const where = `${channel(detail.to.channel)} (${standing(detail.to)})`;
  return note(
    `:arrow_right: ${what} to ${where}${how}. ${linked('Go to the new card', newCard)}.`,
    'A question has moved on',
    event,
  );
}

/** In the thread of the new card. */
export function cameFromNote(event: QuestionEvent, detail: Moved, oldCard: string | null): Rendered {
  const { verb, how } = deed(detail);
  const what = event.by === null ? `This was ${verb}` : `${person(event.by)} ${verb} this`;
  const where = `${channel(detail.from.channel)} (${standing(detail.from)})`;
  return note(
    `:arrow_left: ${what} from ${where}${how}. ${linked('Read the earlier thread', oldCard)}.`,
    'A question has come from another channel',
    event,
  );
}

function deed(detail: Moved): { readonly verb: string; readonly how: string } {
  switch (detail.kind) {
    case 'escalated': {
      const late =
        detail.overdue &&
        `, because nobody ${detail.overdue === 'claim' ? 'claimed' : 'answered'} it in time`;
      return { verb: 'escalated', how: late ?? '' };
    }
    case 'retargeted':
      return { verb: 'moved', how: ', because its topic or state was changed' };
    case 'rerouted':
      return { verb: 'moved', how: ', because a card could not be posted in the other channel' };
    default:
      return unreachable(detail);
  }
}

/** In the card's thread: the mention is what tells the person. */
export function handedOverNote(event: QuestionEvent, to: string): Rendered {
  const by = event.by === null ? 'This was handed' : `${person(event.by)} has handed this`;
  return note(`:handshake: ${person(to)}, ${by} over to you.`, 'A question was handed over to you', event);
}

/** In the card's thread. Whoever had the question is told by the mention. */
export function reopenedNote(event: QuestionEvent, question: Question): Rendered {
  return note(
    `:unlock: ${person(event.by ?? question.askedBy)} has reopened this.`,
    'A question was reopened',
    event,
  );
}

export function notYetNote(event: QuestionEvent, question: Question): Rendered {
  const { status } = question;
  const whom = status.name === 'claimed' ? `${person(status.by)}, ` : '';
  const asker = person(event.by ?? question.askedBy);
  return note(
    `:speech_balloon: ${whom}${asker} says that the answer is not enough yet.`,
    'An answer is not enough yet',
    event,
  );
}

/** In the thread of the asker's direct message: an updated message notifies nobody. */
export function answeredNote(
  event: QuestionEvent,
  answer: { readonly author: string; readonly channel: string },
  answerLink: string | null,
): Rendered {
  return note(
    `:white_check_mark: ${person(answer.author)} answered your question in ${channel(answer.channel)}: ${linked('read the answer', answerLink)}.`,
    'Your question has been answered',
    event,
  );
}

export function strandedNote(event: QuestionEvent): Rendered {
  return note(
    ':warning: Your question could not be posted in any channel. The administrators can see why on the Home tab of this app; please ask your supervisor directly meanwhile.',
    'Your question could not be posted',
    event,
  );
}

/** To administrators. */
export function unpostableMessage({ name, status }: Place): Rendered {
  const shown = escapeMrkdwn(name, 100);
  return {
    text: 'A channel of the directory cannot be posted to',
    blocks: [
      section(
        `:warning: *#${shown} of the directory cannot be posted to.*\n${remedy(status)} Until then its questions go to other channels, and their cards say so.`,
      ),
    ],
  };
}

function remedy(status: Place['status']): string {
  switch (status) {
    case 'archived':
      return 'It is archived: unarchive it, or name another one in the directory.';
    case 'not_member':
      return 'The app is not in it: invite the app there.';
    case 'external':
      return 'It is shared with another company, and questions are never posted there: name another one in the directory.';
    case 'missing':
    case 'ok':
      return 'Slack does not let the app find it or post there: check its name in the directory and invite the app.';
    default:
      return unreachable(status);
  }
}

/** What happened, then why, as far as whoever did it said so. */
export function note(words: string, text: string, event: QuestionEvent): Rendered {
  const why: KnownBlock[] = event.note === null ? [] : [typedText('Note', event.note, NOTE_BYTES)];
  return { text, blocks: [section(words), ...why] };
}
