import type { Button, KnownBlock, Overflow, PlainTextOption } from '@slack/types';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, option, overflow, section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Click, clickValue, type MenuChoice, menuValue } from './click.ts';
import { type ClockFacts, clockLine } from './clock-words.ts';
import { CLAIM, type LiveFacts, liveBanner, takeButtons, whoIsAsked } from './live-views.ts';
import { type MemberFacts, memberPart, revealButton, type Sibling, siblingsLine } from './member-views.ts';
import { isLive, isWaiting, type Question } from './question.ts';
import { age, ago, channel, exchangeName, linked, person, standing, stateName } from './words.ts';

export const ESCALATE = 'questions.escalate';
export const RESOLVE = 'questions.resolve';
export const MORE = 'questions.more';

/** Slack takes about 13,000 bytes of text in a message; this leaves enough for all the rest of a card. */
export const MOST_QUESTION_BYTES = 8_800;

export type CardFacts = {
  readonly question: Question;
  /** Which of the question's cards this is. */
  readonly move: number;
  readonly topic: string;
  readonly member: MemberFacts | null;
  /** Other questions about the same member, open or recent. */
  readonly siblings: readonly Sibling[];
  /** Links, where there is something to link to by now. */
  readonly answerLink: string | null;
  readonly sourceLink: string | null;
  readonly currentCardLink: string | null;
  /** The card of the question that asks the same. */
  readonly originalLink: string | null;
  readonly clock: ClockFacts | null;
  readonly live: LiveFacts;
  readonly now: Date;
};

export function card(facts: CardFacts): Rendered {
  const { question, move } = facts;
  const isCurrent = move === question.placement.move;
  return {
    text: isCurrent ? summary(question) : 'A question that has moved on',
    blocks: [
      ...(isCurrent ? [...liveBanner(question), ...whoIsAsked(question, facts.live)] : []),
      section(`*Ask a Question submission from ${person(question.askedBy)}*`),
      typedText('Question', question.text, MOST_QUESTION_BYTES),
      section(particulars(facts)),
      ...(isCurrent
        ? [
            ...statusLine(facts),
            context(placeLine(facts)),
            ...clockContext(facts),
            ...siblingsLine(facts.siblings, facts.now),
          ]
        : [section(whereItWent(facts))]),
      ...(isCurrent ? actions(clickables(facts)) : []),
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

function particulars({ question, topic, member, sourceLink }: CardFacts): string {
  const { state, exchange, irl, source } = question;
  return [
    ...memberPart(member),
    `*State* ${stateName(state)}`,
    `*On/Off Exchange* ${exchangeName(exchange)}`,
    `*IRL Support Needed?* ${irl ? 'Yes' : 'No'}`,
    `*Topic* ${escapeMrkdwn(topic, 200)}`,
    ...(source && sourceLink !== null ? [`*About* ${linked('this message', sourceLink)}`] : []),
  ].join(' · ');
}

function statusLine({ question, answerLink, originalLink }: CardFacts): KnownBlock[] {
  const { status } = question;
  switch (status.name) {
    case 'open':
      return question.duplicateOf === null
        ? []
        : [
            section(
              `:link: *Duplicate:* the answer to ${linked('the same question', originalLink)} settles it.`,
            ),
          ];
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

function clockContext({ question, clock, now }: CardFacts): KnownBlock[] {
  return clock && isWaiting(question) ? [context(clockLine(clock, now))] : [];
}

function placeLine({ question, now }: CardFacts): string {
  const { placement, firstResponse, hungUpAt } = question;
  const isOpen = isWaiting(question);
  return [
    `${standing(placement)}, ${escapeMrkdwn(placement.reason, 600)}`,
    isOpen
      ? openFor(question, now)
      : ago('Asked ', question.askedAt, `Asked ${age(question.askedAt, now)} ago`),
    ...(isOpen && hungUpAt ? [ago('The member hung up ', hungUpAt, 'The member has hung up')] : []),
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

function clickables({ question, member }: CardFacts): (Button | Overflow)[] {
  const { id, status, placement, duplicateOf } = question;
  const click = { questionId: id, seen: placement.move };
  const value = clickValue(click);
  const claim = isLive(question)
    ? takeButtons(question)
    : [button({ label: 'Claim', action: CLAIM, value, style: 'primary' })];
  const escalate = button({ label: 'Escalate', action: ESCALATE, value });
  const reveal = revealButton(member, click);
  const resolve = button({ label: 'Resolve', action: RESOLVE, value });
  switch (status.name) {
    case 'open':
      if (duplicateOf !== null) return [resolve, ...reveal, ...menu(click, ['part'])];
      return [...claim, escalate, resolve, ...reveal, ...menu(click, ['retarget', 'hand-over', 'duplicate'])];
    case 'claimed':
      return [
        escalate,
        resolve,
        ...reveal,
        ...menu(click, ['retarget', 'hand-over', 'release', 'duplicate']),
      ];
    case 'answered':
    case 'resolved':
      return [...(status.name === 'answered' ? [resolve] : []), ...reveal, ...menu(click, ['reopen'])];
    default:
      return unreachable(status);
  }
}

const MENU_WORDS: Readonly<Record<MenuChoice, string>> = {
  retarget: 'Change topic or state',
  'hand-over': 'Hand over',
  release: 'Release',
  duplicate: 'Duplicate of …',
  part: 'Not a duplicate',
  reopen: 'Reopen',
};

function menu(click: Click, choices: readonly MenuChoice[]): Overflow[] {
  const options: PlainTextOption[] = choices.map((choice) =>
    option(MENU_WORDS[choice], menuValue(choice, click)),
  );
  return overflow(MORE, options);
}
