import type { HomeView, KnownBlock } from '@slack/types';
import { ASK_BUTTON, type AskedPage, RELEASE_ALL } from '../questions/index.ts';
import { actions, button, header, home, section } from '../slack/blocks.ts';
import { type AdminFacts, adminPart } from './admin-views.ts';
import { type BoardFacts, boardPart } from './board-views.ts';
import { type FeedbackFacts, feedbackPart, switchPart } from './feedback-views.ts';
import { figuresPart, type TodaysFigures } from './figures-views.ts';
import { minePart } from './mine-views.ts';
import { type NewsFacts, newsPart } from './news-views.ts';

export type HomeFacts = {
  readonly mine: AskedPage;
  /** How many questions they have in hand. */
  readonly held: number;
  /** Null for those who only ask. */
  readonly board: (BoardFacts & TodaysFigures) | null;
  /** Null for those who neither announce nor lead a care team. */
  readonly news: NewsFacts | null;
  /** Null for everybody but administrators. */
  readonly admin: AdminFacts | null;
  /** Null for everybody but product managers. */
  readonly product: { readonly part: 'questions' } | ({ readonly part: 'feedback' } & FeedbackFacts) | null;
  readonly now: Date;
};

/**
 * Who answers sees first what there is to answer, who asks what they have asked. Product managers see either that or
 * what members say: both together could be more than Slack shows.
 */
export function homeView(facts: HomeFacts): HomeView {
  const { product } = facts;
  return product?.part === 'feedback'
    ? home([...beginning(facts), ...feedbackPart(product)])
    : home([...beginning(facts), ...questionsPart(facts)]);
}

function beginning({ held, product }: HomeFacts): KnownBlock[] {
  return [
    header('Concierge Desk'),
    section('Ask when you need an answer, also while the member is on the line. It reaches those who know.'),
    ...actions([button({ label: 'Ask a Question', action: ASK_BUTTON, style: 'primary' })]),
    ...(product ? switchPart(product.part) : []),
    ...inHand(held),
  ];
}

function questionsPart({ mine, board, news, admin, now }: HomeFacts): KnownBlock[] {
  return [
    ...(board ? boardPart(board, now) : []),
    ...(board ? figuresPart(board) : []),
    ...(news ? newsPart(news, now) : []),
    ...(board && mine.total === 0 ? [] : minePart(mine, now)),
    ...(admin ? adminPart(admin) : []),
  ];
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
