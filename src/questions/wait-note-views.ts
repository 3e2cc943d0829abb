import { unreachable } from '../shared/unreachable.ts';
import type { Rendered } from '../slack/renderer.ts';
import { span } from './clock-words.ts';
import type { Absence, QuestionEvent } from './event.ts';
import { group } from './live-views.ts';
import { note } from './note-views.ts';
import type { Question } from './question.ts';
import { linked, person } from './words.ts';

/** In the card's thread: it is open to everybody again. */
export function releasedNote(event: QuestionEvent): Rendered | undefined {
  const { detail, by } = event;
  if (detail.kind !== 'released') return undefined;
  const what =
    detail.absent === undefined
      ? `${person(by ?? detail.claimer)} has given this back to the channel.`
      : `${person(detail.claimer)} ${goneWords(detail.absent)}, so this is open again.`;
  return note(`:leaves: ${what} Who can take it?`, 'A question is open again', event);
}

function goneWords(absent: Absence): string {
  switch (absent) {
    case 'left':
      return 'has left this channel';
    case 'deactivated':
      return 'does not work here any more';
    case 'away':
      return 'is out of office';
    default:
      return unreachable(absent);
  }
}

export function remindedNote(event: QuestionEvent, { askedBy }: Question): Rendered | undefined {
  if (event.detail.kind !== 'reminded') return undefined;
  const whom = person(event.detail.claimer);
  return note(
    `:alarm_clock: ${whom}, this is over its time: ${person(askedBy)} still waits for an answer. Hand it over if you can't go on with it.`,
    'A question you have claimed is over its time',
    event,
  );
}

export function pingedNote(event: QuestionEvent, { askedAt }: Question): Rendered | undefined {
  const { detail, at } = event;
  if (detail.kind !== 'pinged') return undefined;
  const whom = detail.group === null ? '' : `${group(detail.group)}, `;
  const what = detail.clock === 'claim' ? 'nobody has claimed this' : 'nobody has answered this';
  return note(
    `:alarm_clock: ${whom}${what} for ${span(askedAt, at)}. It is over its time.`,
    'A question is over its time',
    event,
  );
}

export function hungUpNote(event: QuestionEvent, { askedBy }: Question): Rendered {
  return note(
    `:telephone_receiver: ${person(event.by ?? askedBy)}: nobody waits on the line any more. An answer is still needed.`,
    'A question is no longer live',
    event,
  );
}

/** To the asker, who is looking at the member and not at this app. */
export function takenNote(
  event: QuestionEvent,
  { askedAt }: Question,
  card: string | null,
): Rendered | undefined {
  const { by, at } = event;
  if (by === null) return undefined;
  return note(
    `:raising_hand: ${person(by)} has taken it, ${span(askedAt, at)} after you asked: ${linked('go to its thread', card)}.`,
    'Somebody has taken your live question',
    event,
  );
}

export function duplicateNote(event: QuestionEvent, original: string | null): Rendered {
  return note(
    `:link: ${doer(event)} marked this as a duplicate of ${linked('another question', original)}. The answer there settles both.`,
    'A question was asked before',
    event,
  );
}

export function originalNote(
  event: QuestionEvent,
  { askedBy }: Question,
  duplicate: string | null,
): Rendered {
  return note(
    `:link: ${person(askedBy)} asks ${linked('the same', duplicate)}. The answer here settles both.`,
    'Somebody else asks the same',
    event,
  );
}

export function sameQuestionNote(event: QuestionEvent, original: string | null): Rendered {
  return note(
    `:link: Somebody has asked the same before you: ${linked('go to that question', original)}. You get its answer here.`,
    'Your question was asked before',
    event,
  );
}

function doer({ by }: QuestionEvent): string {
  return by === null ? 'Somebody' : person(by);
}
