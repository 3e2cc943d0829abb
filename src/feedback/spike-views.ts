import type { KnownBlock } from '@slack/types';
import { button, context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Feedback } from './feedback.ts';
import type { Spike } from './spike-store.ts';
import { clock, DISCUSS, pageName } from './views.ts';

export const SPIKE_SHOWN = 12;
const LONGEST_EXCERPT = 300;

export type SpikeFacts = {
  readonly spike: Spike;
  /** Of that hour, those with words first; possibly fewer than there are. */
  readonly comments: readonly Feedback[];
};

/** A page has more bad ratings than chance explains. */
export function spikeMessage({ spike, comments }: SpikeFacts): Rendered {
  const { page, bad, expected, chance, foundAt } = spike;
  const shown = comments.slice(0, SPIKE_SHOWN);
  const more = bad - shown.length;
  return {
    text: `Unusually many bad ratings · ${pageName(page)}`,
    blocks: [
      section(
        `:chart_with_upwards_trend: *Unusually many bad ratings: ${pageName(page)}*\n*${bad}* in the hour up to ${clock(foundAt)}. In an hour like this one it is usually about ${amount(expected)}; so many come by chance ${rarely(chance)}.`,
      ),
      ...shown.map(commentBlock),
      ...(more > 0 ? [context(`and ${more} more`)] : []),
    ],
  };
}

function amount(expected: number): string {
  if (expected >= 10) return expected.toFixed(0);
  return expected >= 0.1 ? expected.toFixed(1) : 'none';
}

/** Of a thousand hours, or a million: beyond that, nobody knows. */
function rarely(chance: number): string {
  if (chance < 1e-9) return 'less than once in a billion hours';
  const hours = 1 / chance;
  const round = 10 ** Math.floor(Math.log10(hours));
  return `about once in ${(Math.round(hours / round) * round).toLocaleString('en-US')} such hours`;
}

function commentBlock({ id, state, comment, submittedAt }: Feedback): KnownBlock {
  const words = comment === null ? '_Rated without a comment_' : escapeMrkdwn(comment, LONGEST_EXCERPT);
  return section(
    `${state} · ${clock(submittedAt)}\n${words}`,
    button({ label: 'Discuss', action: DISCUSS, value: id }),
  );
}
