import type { KnownBlock } from '@slack/types';
import { actions, button, context } from '../slack/blocks.ts';

export const MINE_NEWER = 'home.mine-newer';
export const MINE_OLDER = 'home.mine-older';
export const BOARD_BACK = 'home.board-back';
export const BOARD_ON = 'home.board-on';
export const NEWS_NEWER = 'home.news-newer';
export const NEWS_OLDER = 'home.news-older';
export const FEEDBACK_NEWER = 'home.feedback-newer';
export const FEEDBACK_OLDER = 'home.feedback-older';

type Pager = {
  readonly page: number;
  readonly total: number;
  readonly pageSize: number;
  /** The actions of the buttons; their value is the page that they lead to. */
  readonly newer: string;
  readonly older: string;
};

/** Nothing where everything is on one page. */
export function pager({ page, total, pageSize, newer, older }: Pager): KnownBlock[] {
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return [];
  const first = page * pageSize + 1;
  return [
    context(`${first} to ${Math.min(total, first + pageSize - 1)} of ${total}`),
    ...actions([
      ...(page > 0 ? [button({ label: 'Previous page', action: newer, value: `${page - 1}` })] : []),
      ...(page < pages - 1 ? [button({ label: 'Next page', action: older, value: `${page + 1}` })] : []),
    ]),
  ];
}
