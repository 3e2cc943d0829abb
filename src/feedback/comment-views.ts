import type { Button, KnownBlock } from '@slack/types';
import type { MemberToken } from '../shared/ids.ts';
import { actions, button, context, saidText, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Feedback } from './feedback.ts';
import { ticketName } from './ticket.ts';
import { clock, DISCUSS, MORE, OWN, pageName, RATING_WORDS, STATUS, STATUS_WORDS } from './views.ts';

export type CommentFacts = {
  readonly feedback: Feedback;
  /** What stands for the member. */
  readonly token: MemberToken | null;
  readonly themes: readonly string[];
};

/** Slack takes about 13,000 bytes of text in a message; this leaves enough for all the rest. */
const MOST_COMMENT_BYTES = 9_500;

/** One comment, in the form that readers know. */
export function commentMessage(facts: CommentFacts): Rendered {
  const { feedback } = facts;
  return {
    text: `Member feedback · ${RATING_WORDS[feedback.rating]} · ${pageName(feedback.page)}`,
    blocks: [
      section(`${title(facts)}\n${particulars(feedback)}`),
      feedback.comment === null
        ? context('_Rated without a comment_')
        : saidText(feedback.comment, MOST_COMMENT_BYTES),
      ...standing(facts),
      context(clock(feedback.submittedAt)),
      ...actions(clickables(feedback)),
    ],
  };
}

/** `M-7F3K2Q - FL` */
export function title({ feedback: { state }, token }: Pick<CommentFacts, 'feedback' | 'token'>): string {
  return `*${token ?? 'a member'} - ${state}*`;
}

/** `31719 - good - pulse-point-billing-center` */
export function particulars({ responseId, rating, page }: Feedback): string {
  return `${escapeMrkdwn(responseId)} - ${RATING_WORDS[rating]} - ${pageName(page)}`;
}

/** What has become of it; nothing while it is new. */
function standing({ feedback: { status, owner, ticket }, themes }: CommentFacts): KnownBlock[] {
  const parts = [
    ...(status === 'new' ? [] : [`*Status* ${STATUS_WORDS[status]}`]),
    ...(owner === null ? [] : [`*Owner* <@${owner}>`]),
    ...(ticket === null ? [] : [`*Ticket* <${ticket}|${escapeMrkdwn(ticketName(ticket), 60)}>`]),
    ...(themes.length === 0 ? [] : [`*Themes* ${themes.map((theme) => escapeMrkdwn(theme, 60)).join(', ')}`]),
  ];
  return parts.length === 0 ? [] : [section(parts.join(' · '))];
}

function clickables({ id, owner, url }: Feedback): Button[] {
  return [
    button({ label: 'Discuss', action: DISCUSS, value: id }),
    ...(owner === null ? [button({ label: 'I own it', action: OWN, value: id })] : []),
    button({ label: 'Status', action: STATUS, value: id }),
    ...(url === null ? [] : [button({ label: 'More information', action: MORE, url })]),
  ];
}
