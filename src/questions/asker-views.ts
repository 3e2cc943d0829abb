import type { Button, KnownBlock } from '@slack/types';
import { wordOf } from '../redaction/label.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { RESOLVE } from './card-views.ts';
import { clickValue } from './click.ts';
import { type ClockFacts, clockLine } from './clock-words.ts';
import { askedSoFar, hangUpButton, type LiveFacts } from './live-views.ts';
import { type MemberFacts, memberPart, revealButton } from './member-views.ts';
import { answerOf, isLive, isWaiting, type Question } from './question.ts';
import type { TakenOut } from './redaction-store.ts';
import { age, ago, channel, linked, person, standing } from './words.ts';

export const NOT_YET = 'questions.not-yet';
export const REOPEN = 'questions.reopen';

/** Enough of the question to know it by. */
const REMINDER_BYTES = 600;

export type AskerFacts = {
  readonly question: Question;
  readonly topic: string;
  readonly member: MemberFacts | null;
  /** What was taken out of the question before it was posted. */
  readonly takenOut: readonly TakenOut[];
  readonly cardLink: string | null;
  readonly answerLink: string | null;
  /** The card of the question that asks the same. */
  readonly originalLink: string | null;
  readonly clock: ClockFacts | null;
  readonly live: LiveFacts;
  readonly now: Date;
};

/** The asker's one direct message, drawn anew whenever something changes. */
export function askerMessage(facts: AskerFacts): Rendered {
  const { question, topic, member, now } = facts;
  const { placement, askedAt } = question;
  return {
    text: headline(question),
    blocks: [
      section(
        [`*${headline(question)}*`, nextStep(facts), ...askedSoFar(question, facts.live, now)].join('\n'),
      ),
      typedText('You asked', question.text, REMINDER_BYTES),
      context(
        [
          `${standing(placement)}, ${escapeMrkdwn(placement.reason, 600)}`,
          ...memberPart(member),
          `Topic ${escapeMrkdwn(topic, 200)}`,
          ago('Asked ', askedAt, `Asked ${age(askedAt, now)} ago`),
        ].join(' · '),
      ),
      ...(facts.clock && isWaiting(question) ? [context(clockLine(facts.clock, now))] : []),
      ...takenOutNote(facts),
      ...hint(question),
      ...actions([
        ...askerButtons(question),
        ...revealButton(member, { questionId: question.id, seen: null }),
      ]),
    ],
  };
}

function headline({ status }: Question): string {
  switch (status.name) {
    case 'open':
      return 'Your question has been sent';
    case 'claimed':
      return 'Somebody is working on your question';
    case 'answered':
      return 'Your question has been answered';
    case 'resolved':
      return 'Your question is resolved';
    default:
      return unreachable(status);
  }
}

function nextStep({ question, cardLink, answerLink, originalLink }: AskerFacts): string {
  const { status, placement } = question;
  const where = `${channel(placement.channel)}${cardLink === null ? '' : ` (${linked('open it there', cardLink)})`}`;
  switch (status.name) {
    case 'open':
      if (question.duplicateOf !== null) {
        return `Somebody has asked the same before you. The answer to ${linked('that question', originalLink)} is yours too; you will see it here.`;
      }
      return `It stands in ${where}. Nobody has claimed it yet; you will see it here when somebody does.`;
    case 'claimed':
      return `${person(status.by)} has claimed it in ${where}.`;
    case 'answered':
      return `${person(status.answer.author)} answered: ${linked('read the answer', answerLink)}. Does it settle your question?`;
    case 'resolved': {
      const answer = answerOf(question);
      const found = answer ? `, with ${linked(`this answer`, answerLink)} by ${person(answer.author)}` : '';
      return `${person(status.by)} resolved it${found}.`;
    }
    default:
      return unreachable(status);
  }
}

/** Whoever had a member on the line was not shown it before, so it is said here, with what to do about a mistake. */
function takenOutNote({ question, takenOut }: AskerFacts): KnownBlock[] {
  if (takenOut.length === 0 || question.status.name === 'resolved') return [];
  const kinds = takenOut.map(({ type, count }) =>
    count === 1 ? wordOf(type) : `${wordOf(type)} (${count})`,
  );
  return [
    context(
      `Taken out before it was posted: ${kinds.join(', ')}. If something among it is needed and is no PHI, write it in the thread of the card.`,
    ),
  ];
}

function hint(question: Question): KnownBlock[] {
  if (!isWaiting(question) || question.duplicateOf !== null) return [];
  if (isLive(question)) return [context('🔴 Marked as live: it says so first thing on the card.')];
  return [context('To add something, reply in the thread of the card.')];
}

/** What the one who asked can do about their question, wherever it is shown to them. */
export function askerButtons(question: Question): Button[] {
  const { id, status } = question;
  const value = clickValue({ questionId: id, seen: null });
  switch (status.name) {
    case 'open':
    case 'claimed':
      return [button({ label: 'Resolve', action: RESOLVE, value }), ...hangUpButton(question)];
    case 'answered':
      return [
        button({ label: 'This answers it', action: RESOLVE, value, style: 'primary' }),
        button({ label: 'Not yet', action: NOT_YET, value }),
      ];
    case 'resolved':
      return [button({ label: 'Reopen', action: REOPEN, value })];
    default:
      return unreachable(status);
  }
}
