import type { Counts } from './report.ts';

const BAR = 10;

/** Ten signs, full as far as it goes. */
export function bar(part: number, whole: number): string {
  const full = whole === 0 ? 0 : Math.floor((part / whole) * BAR);
  return '▰'.repeat(full) + '▱'.repeat(BAR - full);
}

/** 99 % until it is all of them. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** In the reader's own time zone. */
export function moment(at: Date): string {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${fallback}>`;
}

/** First tries count: later ones were told what they had misread. */
export function checkWords({ answered, rightAtFirst }: Pick<Counts, 'answered' | 'rightAtFirst'>): string {
  if (answered === 0) return 'Nobody has answered the check question yet.';
  return `Check question: *${rightAtFirst} of ${answered}* right at the first try (${percent(rightAtFirst, answered)} %)`;
}
