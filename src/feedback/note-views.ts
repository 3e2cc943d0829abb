import type { SlackUserId } from '../shared/ids.ts';
import { section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Feedback } from './feedback.ts';
import { ticketName } from './ticket.ts';
import { pageName } from './views.ts';

export type ShippedFacts = {
  readonly shipped: Feedback;
  readonly by: SlackUserId;
  /** Whether the note stands in the shipped comment's own thread. */
  readonly isOwn: boolean;
  readonly link: string | null;
};

/** In a thread: what it is about has shipped. */
export function shippedMessage({ shipped, by, isOwn, link }: ShippedFacts): Rendered {
  const { ticket, page } = shipped;
  const what = isOwn
    ? 'This comment was marked as shipped'
    : `${link === null ? 'A linked comment' : `<${link}|A linked comment>`} on ${pageName(page)} was marked as shipped`;
  const which = ticket === null ? '' : ` · <${ticket}|${escapeMrkdwn(ticketName(ticket), 60)}>`;
  return {
    text: 'This has shipped',
    blocks: [section(`:ship: *Shipped.* ${what} by <@${by}>${which}`)],
  };
}
