import type { Button, KnownBlock, Overflow, PlainTextOption } from '@slack/types';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, header, option, overflow, section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Click, clickValue, type MenuChoice, menuValue } from './click.ts';
import { isLive, type Question } from './question.ts';
import { age, ago, channel, exchangeName, linked, person, standing, stateName } from './words.ts';

export const CLAIM = 'questions.claim';
export const ESCALATE = 'questions.escalate';
export const RESOLVE = 'questions.resolve';
export const MORE = 'questions.more';

/** Slack takes about 13,000 bytes of text in a message; this leaves enough for all the rest of a card. */
export const MOST_QUESTION_BYTES = 9_500;

export type CardFacts = {
  readonly question: Question;
  /** Which of the question's cards this is. */
  readonly move: number;
  readonly topic: string;
  /** The member's ID as it may be shown. */
  readonly member: string | null;
  /** Links, where there is something to link to by now. */
  readonly answerLink: string | null;
  readonly sourceLink: string | null;
  readonly currentCardLink: string | null;
  readonly now: Date;
};

export function card(facts: CardFacts): Rendered {
  const { question, move } = facts;
  const isCurrent = move === question.placement.move;
  return {
    text: isCurrent ? summary(question) : 'A question that has moved on',
    blocks: [
      ...banner(question, isCurrent),
      section(`*Ask a Question submission from ${person(question.askedBy)}*`),
      typedText('Question', question.text, MOST_QUESTION_BYTES),
      section(particulars(facts)),
      ...(isCurrent ? [...statusLine(facts), context(placeLine(facts))] : [section(whereItWent(facts))]),
      ...(isCurrent ? actions(clickables(question)) : []),
    ],
  };
}

/** For lock screens: who and where, and nothing of what was asked. */
function summary(question: Question): string {
  const { status, askedBy, placement } = question;
  const what = isLive(question) ? 'LIVE question' : 'Question';
  const state = status.name === 'open' ? '' : ` · ${status.name}`;
  return `${what} from ${person(askedBy)} · ${standing(placement)}${state}`;
}

/** Somebody is waiting at this moment: the first thing to be seen, until it is answered. */
function banner(question: Question, isCurrent: boolean): KnownBlock[] {
  const isWaiting = question.status.name === 'open' || question.status.name === 'claimed';
  if (!isCurrent || !isWaiting || !isLive(question)) return [];
  const why = [
    ...(question.live ? ['the member is on the line'] : []),
    ...(question.irl ? ['somebody is needed in person'] : []),
  ];
  return [header(`🔴 LIVE: ${why.join(', and ')}`)];
}

function particulars({ question, topic, member, sourceLink }: CardFacts): string {
  const { state, exchange, irl, source } = question;
  return [
    ...(member === null ? [] : [`*Member* \`${escapeMrkdwn(member, 80)}\``]),
    `*State* ${stateName(state)}`,
    `*On/Off Exchange* ${exchangeName(exchange)}`,
    `*IRL Support Needed?* ${irl ? 'Yes' : 'No'}`,
    `*Topic* ${escapeMrkdwn(topic, 200)}`,
    ...(source && sourceLink !== null ? [`*About* ${linked('this message', sourceLink)}`] : []),
  ].join(' · ');
}

function statusLine({ question, answerLink }: CardFacts): KnownBlock[] {
  const { status } = question;
  switch (status.name) {
    case 'open':
      return [];
    case 'claimed':
      return [section(`:raising_hand: *Claimed by* ${person(status.by)}`)];
    case 'answered': {
      const { author } = status.answer;
      const words = `:white_check_mark: *Answered by* ${person(author)} · ${linked('Read the answer', answerLink)}`;
      return [
        section(`${words}\n${person(question.askedBy)} can resolve it, or say that it is not enough yet.`),
      ];
    }
    case 'resolved': {
      const answer = status.answer ? ` · ${linked('Read the answer', answerLink)}` : '';
      return [section(`:lock: *Resolved by* ${person(status.by)}${answer}`)];
    }
    default:
      return unreachable(status);
  }
}

function placeLine({ question, now }: CardFacts): string {
  const { placement, firstResponse, status } = question;
  const isOpen = status.name === 'open' || status.name === 'claimed';
  return [
    `${standing(placement)}, ${escapeMrkdwn(placement.reason, 600)}`,
    isOpen
      ? openFor(question, now)
      : ago('Asked ', question.askedAt, `Asked ${age(question.askedAt, now)} ago`),
    ...(isOpen && firstResponse ? [`First reply by ${person(firstResponse.by)}`] : []),
  ].join(' · ');
}

/** Slack's own clock keeps it right without redrawing; where that doesn't show, it is as of the drawing. */
function openFor({ askedAt }: Question, now: Date): string {
  return ago('Opened ', askedAt, `Open for ${age(askedAt, now)}`);
}

function whereItWent({ question, currentCardLink }: CardFacts): string {
  const { placement } = question;
  const place = `${standing(placement)}, ${escapeMrkdwn(placement.reason, 600)}`;
  const link = currentCardLink === null ? '' : ` · ${linked('Open the card there', currentCardLink)}`;
  return `:arrow_right: *Moved to* ${channel(placement.channel)}${link}\n${place}`;
}

function clickables({ id, status, placement }: Question): (Button | Overflow)[] {
  const click = { questionId: id, seen: placement.move };
  const value = clickValue(click);
  const claim = button({ label: 'Claim', action: CLAIM, value, style: 'primary' });
  const escalate = button({ label: 'Escalate', action: ESCALATE, value });
  const resolve = button({ label: 'Resolve', action: RESOLVE, value });
  switch (status.name) {
    case 'open':
      return [claim, escalate, resolve, ...menu(click, ['retarget', 'hand-over'])];
    case 'claimed':
      return [escalate, resolve, ...menu(click, ['retarget', 'hand-over', 'release'])];
    case 'answered':
    case 'resolved':
      return [...(status.name === 'answered' ? [resolve] : []), ...menu(click, ['reopen'])];
    default:
      return unreachable(status);
  }
}

const MENU_WORDS: Readonly<Record<MenuChoice, string>> = {
  retarget: 'Change topic or state',
  'hand-over': 'Hand over',
  release: 'Release',
  reopen: 'Reopen',
};

function menu(click: Click, choices: readonly MenuChoice[]): Overflow[] {
  const options: PlainTextOption[] = choices.map((choice) =>
    option(MENU_WORDS[choice], menuValue(choice, click)),
  );
  return overflow(MORE, options);
}
