import type { Button, KnownBlock } from '@slack/types';
import type { ChannelId, SlackUserId, UserGroupId } from '../shared/ids.ts';
import { actions, button, header, section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { clickValue } from './click.ts';
import { span } from './clock-words.ts';
import { claimerOf, isLive, isWaiting, type Question } from './question.ts';
import { ago, channel, linked, person } from './words.ts';

export const CLAIM = 'questions.claim';
export const DECLINE = 'questions.decline';
export const HANG_UP = 'questions.hang-up';

/** Who has been asked to take a live question. */
export type LiveFacts = {
  /** The user group on duty where it stands, if there is one. */
  readonly onDuty: UserGroupId | null;
  readonly calls: readonly {
    readonly channel: ChannelId;
    readonly who: string;
    readonly groupId: UserGroupId | null;
    readonly at: Date;
  }[];
};

export function group(id: UserGroupId): string {
  return `<!subteam^${id}>`;
}

/** The first thing to be seen, while somebody waits at this moment. */
export function liveBanner(question: Question): KnownBlock[] {
  if (!isWaiting(question) || !isLive(question) || question.duplicateOf !== null) return [];
  const why = [
    ...(question.live ? ['the member is on the line'] : []),
    ...(question.irl ? ['somebody is needed in person'] : []),
  ];
  return [header(`🔴 LIVE: ${why.join(', and ')}`)];
}

/** To those who see the card: who is asked, and who has said "Not me". */
export function whoIsAsked(question: Question, { onDuty, calls }: LiveFacts): KnownBlock[] {
  if (question.status.name !== 'open' || !isLive(question) || question.duplicateOf !== null) return [];
  const lines = [
    onDuty === null ? '*Who can take it at once?*' : `*${group(onDuty)}, who can take it at once?*`,
    ...(calls.length > 0 ? [`Asked too: ${calls.map(({ who }) => escapeMrkdwn(who, 200)).join(', ')}`] : []),
    ...notThem(question.declinedBy),
  ];
  return [section(lines.join('\n'))];
}

/** To the one who waits with the member on the line. */
export function askedSoFar(question: Question, { onDuty, calls }: LiveFacts, now: Date): string[] {
  if (!isLive(question) || !isWaiting(question)) return [];
  const { status, askedAt } = question;
  if (status.name === 'claimed') {
    const took = `taken ${span(askedAt, status.at)} after you asked`;
    return [ago(`${took}, `, status.at, `${took}, ${span(status.at, now)} ago`)];
  }
  const asked = [
    ...(onDuty === null ? [] : [`${group(onDuty)} (on duty) ${when(askedAt, now)}`]),
    ...calls.map(
      ({ who, channel: id, at }) => `${escapeMrkdwn(who, 200)} in ${channel(id)} ${when(at, now)}`,
    ),
  ];
  return [
    `Asked: ${asked.length === 0 ? channel(question.placement.channel) : asked.join('; ')}.`,
    ...notThem(question.declinedBy),
  ];
}

function when(at: Date, now: Date): string {
  return ago('', at, `${span(at, now)} ago`);
}

/** A name or two, or how many: thousands may be in a channel. */
const MOST_NAMES = 20;

function notThem(declinedBy: readonly SlackUserId[]): string[] {
  if (declinedBy.length === 0) return [];
  const others = declinedBy.length - MOST_NAMES;
  const names = declinedBy.slice(0, MOST_NAMES).map(person).join(', ');
  return [`Not: ${names}${others > 0 ? ` and ${others} more` : ''}`];
}

export function takeButtons({ id, placement }: Question): Button[] {
  const value = clickValue({ questionId: id, seen: placement.move });
  return [
    button({ label: "I'll take it", action: CLAIM, value, style: 'primary' }),
    button({ label: 'Not me', action: DECLINE, value }),
  ];
}

/** The asker's way out of the live lane. */
export function hangUpButton(question: Question): Button[] {
  if (!isWaiting(question) || !isLive(question) || question.duplicateOf !== null) return [];
  const label = question.live ? 'The member has hung up' : 'Nobody waits any more';
  return [button({ label, action: HANG_UP, value: clickValue({ questionId: question.id, seen: null }) })];
}

export type CallFacts = {
  readonly question: Question;
  /** On which of the question's cards the call was made. */
  readonly move: number;
  readonly groupId: UserGroupId | null;
  readonly cardLink: string | null;
};

const CALL_BYTES = 6_000;

/** In a channel, to everybody: nobody has taken a live question yet. */
export function callMessage({ question, move, groupId, cardLink }: CallFacts): Rendered {
  const { placement, status, askedBy } = question;
  const card = linked('Its card', cardLink);
  if (
    status.name !== 'open' ||
    !isLive(question) ||
    placement.move !== move ||
    question.duplicateOf !== null
  ) {
    const claimer = claimerOf(question);
    const what = claimer === null ? 'Nobody needs to take it any more' : `${person(claimer)} has taken it`;
    return {
      text: 'A live question was seen to',
      blocks: [section(`:white_check_mark: ${person(askedBy)}'s live question: ${what}. ${card}.`)],
    };
  }
  const whom = groupId === null ? '<!channel>' : group(groupId);
  const where = `${escapeMrkdwn(placement.placeName, 200)} (${channel(placement.channel)})`;
  return {
    text: 'LIVE question: who can take it?',
    blocks: [
      ...liveBanner(question),
      section(
        `${whom}, nobody of ${where} has taken ${person(askedBy)}'s question yet. *Who can take it at once?* ${card} has the rest; a reply here reaches it too.`,
      ),
      typedText('Question', question.text, CALL_BYTES),
      ...actions(takeButtons(question)),
    ],
  };
}
