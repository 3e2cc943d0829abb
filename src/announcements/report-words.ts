import type { Counts } from './report.ts';

/** 99 % until it is all of them. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** First tries count: later ones were told what they had misread. */
export function checkWords({ answered, rightAtFirst }: Pick<Counts, 'answered' | 'rightAtFirst'>): string {
  if (answered === 0) return 'Nobody has answered the check question yet.';
  return `Check question: *${rightAtFirst} of ${answered}* right at the first try (${percent(rightAtFirst, answered)} %)`;
}
