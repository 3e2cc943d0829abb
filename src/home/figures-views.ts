import type { KnownBlock } from '@slack/types';
import type { BoardFigures } from '../questions/board.ts';
import { type LiveWait, span } from '../questions/index.ts';
import { context, header, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';

export type TodaysFigures = { readonly figures: BoardFigures; readonly waits: readonly LiveWait[] };

const MOST_TEAMS = 10;

/** Today so far, with bars of text. */
export function figuresPart({ figures, waits }: TodaysFigures): KnownBlock[] {
  const { asked, claimed, answered, breaches } = figures;
  if (asked === 0) return [header('Today'), context('Nothing has been asked today.')];
  const lines = [
    `\`${bar(asked, asked)}\` *${asked}* asked`,
    `\`${bar(claimed, asked)}\` *${claimed}* claimed${times(figures.claimMedian, figures.claimP90)}`,
    `\`${bar(answered, asked)}\` *${answered}* answered${times(figures.answerMedian, figures.answerP90)}`,
    `:warning: *${breaches}* over their time`,
  ];
  return [header('Today'), section(lines.join('\n')), ...waitsPart(waits)];
}

/** "median 4 min, nine in ten within 12 min". */
function times(median: number | null, p90: number | null): string {
  return median === null || p90 === null
    ? ''
    : `, median ${length(median)}, nine in ten within ${length(p90)}`;
}

function waitsPart(waits: readonly LiveWait[]): KnownBlock[] {
  if (waits.length === 0) return [];
  const slowest = Math.max(...waits.map(({ p90 }) => p90 ?? 0));
  const lines = waits.slice(0, MOST_TEAMS).map(({ team, asked, p50, p90, unseen }) => {
    const waited = p90 === null ? '' : times(p50, p90);
    const nobody = unseen === 0 ? '' : `, ${unseen} not seen to yet`;
    return `\`${bar(p90 ?? 0, slowest)}\` ${escapeMrkdwn(team, 100)}: ${asked} live${waited}${nobody}`;
  });
  const more = waits.length > MOST_TEAMS ? [`and ${waits.length - MOST_TEAMS} faster teams`] : [];
  return [section(['*From asking to the first human, live questions*', ...lines, ...more].join('\n'))];
}

const WIDTH = 10;

export function bar(part: number, whole: number): string {
  const filled = whole <= 0 ? 0 : Math.round((Math.min(part, whole) / whole) * WIDTH);
  return '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
}

function length(seconds: number): string {
  return span(new Date(0), new Date(seconds * 1_000));
}
