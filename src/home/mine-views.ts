import type { KnownBlock } from '@slack/types';
import {
  type AskedPage,
  type AskedQuestion,
  age,
  ago,
  askerButtons,
  channel,
  linked,
  person,
  standing,
} from '../questions/index.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, context, divider, header, typedText } from '../slack/blocks.ts';
import { MINE_NEWER, MINE_OLDER, pager } from './pager-views.ts';

/** Slack shows 100 blocks; a question takes three of them. */
export const MINE_SHOWN = 8;
const EXCERPT_BYTES = 300;

/** What somebody has asked: first what waits for them, then what they wait for. */
export function minePart({ asked, page, total }: AskedPage, now: Date): KnownBlock[] {
  if (total === 0) return [context('You have not asked anything yet.')];
  const shown = asked.slice(0, MINE_SHOWN);
  const among = (...statuses: readonly AskedQuestion['question']['status']['name'][]) =>
    shown.filter(({ question }) => statuses.includes(question.status.name));
  return [
    ...part('Your questions that need you', among('answered'), now),
    ...part('Your open questions', among('open', 'claimed'), now),
    ...part('Your resolved questions', among('resolved'), now),
    ...pager({ page, total, pageSize: MINE_SHOWN, newer: MINE_NEWER, older: MINE_OLDER }),
  ];
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
