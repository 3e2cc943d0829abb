import type { HomeView, KnownBlock } from '@slack/types';
import {
  ASK_BUTTON,
  type AskedQuestion,
  age,
  ago,
  askerButtons,
  channel,
  linked,
  person,
  RELEASE_ALL,
  standing,
} from '../questions/index.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, divider, header, home, section, typedText } from '../slack/blocks.ts';
import { type AdminFacts, adminPart } from './admin-views.ts';

/** Slack shows 100 blocks; a question takes three of them. */
export const MOST_QUESTIONS = 15;
const EXCERPT_BYTES = 300;

export type HomeFacts = {
  /** Possibly one more than are shown, to know that there are more. */
  readonly asked: readonly AskedQuestion[];
  /** How many questions they have in hand. */
  readonly held: number;
  /** Null for everybody but administrators. */
  readonly admin: AdminFacts | null;
  readonly now: Date;
};

export function homeView({ asked, held, admin, now }: HomeFacts): HomeView {
  const shown = asked.slice(0, MOST_QUESTIONS);
  const open = shown.filter(({ question }) => isUnsettled(question.status.name));
  const settled = shown.filter(({ question }) => !isUnsettled(question.status.name));
  return home([
    header('Concierge Desk'),
    section('Ask when you need an answer, also while the member is on the line. It reaches those who know.'),
    ...actions([button({ label: 'Ask a Question', action: ASK_BUTTON, style: 'primary' })]),
    ...inHand(held),
    ...part('Your open questions', open, now),
    ...part('Answered and resolved', settled, now),
    ...(shown.length === 0 ? [context('You have not asked anything yet.')] : []),
    ...(asked.length > shown.length ? [context('Older questions are in your messages with this app.')] : []),
    ...(admin ? adminPart(admin) : []),
  ]);
}

/** For the end of a shift. */
function inHand(held: number): KnownBlock[] {
  if (held === 0) return [];
  const words = held === 1 ? 'one question' : `${held} questions`;
  return [
    section(
      `You have *${words}* in hand. At the end of your shift, give back what somebody else should go on with.`,
      button({ label: 'Release all mine', action: RELEASE_ALL }),
    ),
  ];
}

function isUnsettled(status: AskedQuestion['question']['status']['name']): boolean {
  return status === 'open' || status === 'claimed';
}

function part(title: string, asked: readonly AskedQuestion[], now: Date): KnownBlock[] {
  if (asked.length === 0) return [];
  return [divider(), header(title), ...asked.flatMap((each) => questionBlocks(each, now))];
}

function questionBlocks({ question, topic, cardLink, answerLink }: AskedQuestion, now: Date): KnownBlock[] {
  const { askedAt, placement, text } = question;
  const state = context(
    [
      stateWords(question, answerLink),
      `${standing(placement)} in ${channel(placement.channel)}`,
      ...(cardLink === null ? [] : [linked('Open the card', cardLink)]),
      ago('Asked ', askedAt, `Asked ${age(askedAt, now)} ago`),
    ].join(' · '),
  );
  return [typedText(topic, text, EXCERPT_BYTES), state, ...actions(askerButtons(question))];
}

function stateWords({ status }: AskedQuestion['question'], answerLink: string | null): string {
  switch (status.name) {
    case 'open':
      return '*Not claimed yet*';
    case 'claimed':
      return `*Claimed by* ${person(status.by)}`;
    case 'answered':
      return `*Answered by* ${person(status.answer.author)} · ${linked('Read the answer', answerLink)}`;
    case 'resolved':
      return `*Resolved by* ${person(status.by)}${status.answer ? ` · ${linked('Read the answer', answerLink)}` : ''}`;
    default:
      return unreachable(status);
  }
}
