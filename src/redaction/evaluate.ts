import { z } from 'zod';
import type { Finding } from './finding.ts';

const Span = z.object({ start: z.int().min(0), end: z.int().min(0), type: z.string() });
type Span = z.infer<typeof Span>;

/** A labelled text. `spans` is PHI; `ignore` is neither rewarded nor punished. */
export const Row = z.object({
  id: z.string(),
  text: z.string(),
  spans: z.array(Span).default([]),
  ignore: z.array(Span).default([]),
});
export type Row = z.infer<typeof Row>;

export type Miss = {
  readonly id: string;
  readonly kind: 'missed' | 'leaked' | 'wrong';
  readonly start: number;
  readonly end: number;
  readonly type: string;
};

type Tally = { spans: number; found: number; leaked: number };
export type Figures = {
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly leak: number;
  /** Of the rows without any PHI, those something was taken from. */
  readonly cleanRows: number;
  readonly touchedRows: number;
  readonly byType: Readonly<Record<string, Readonly<Tally>>>;
  readonly misses: readonly Miss[];
};

/** Scores findings against labels: a span is found when half of its letters and digits are covered, and leaks when one is left. */
export function evaluate(rows: readonly Row[], scan: (text: string) => readonly Finding[]): Figures {
  const byType: Record<string, Tally> = {};
  const misses: Miss[] = [];
  let right = 0;
  let wrong = 0;
  let touchedRows = 0;
  for (const row of rows) {
    const findings = scan(row.text);
    for (const span of row.spans) score(row, span, findings, { byType, misses });
    const strangers = findings.filter(
      (finding) => ![...row.spans, ...row.ignore].some((span) => overlap(finding, span)),
    );
    misses.push(
      ...strangers.map(({ start, end, type }) => ({ id: row.id, kind: 'wrong' as const, start, end, type })),
    );
    wrong += strangers.length;
    right += findings.filter((finding) => row.spans.some((span) => overlap(finding, span))).length;
    if (row.spans.length === 0 && strangers.length > 0) touchedRows += 1;
  }
  const total = sum(Object.values(byType));
  const precision = ratio(right, right + wrong);
  const recall = ratio(total.found, total.spans);
  return {
    rows: rows.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    leak: ratio(total.leaked, total.spans, 0),
    cleanRows: rows.filter(({ spans }) => spans.length === 0).length,
    touchedRows,
    byType,
    misses,
  };
}

function score(
  row: Row,
  span: Span,
  findings: readonly Finding[],
  into: { byType: Record<string, Tally>; misses: Miss[] },
): void {
  const [covered, all] = coverage(row.text, span, findings);
  const tally = (into.byType[span.type] ??= { spans: 0, found: 0, leaked: 0 });
  tally.spans += 1;
  const isFound = covered * 2 >= all;
  if (isFound) tally.found += 1;
  if (covered < all) {
    tally.leaked += 1;
    into.misses.push({ id: row.id, kind: isFound ? 'leaked' : 'missed', ...span });
  }
}

function coverage(text: string, span: Span, findings: readonly Finding[]): [covered: number, all: number] {
  let covered = 0;
  let all = 0;
  for (let at = span.start; at < span.end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
    all += 1;
    if (findings.some(({ start, end }) => start <= at && at < end)) covered += 1;
  }
  return [covered, all];
}

function overlap(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      spans: all.spans + one.spans,
      found: all.found + one.found,
      leaked: all.leaked + one.leaked,
    }),
    { spans: 0, found: 0, leaked: 0 },
  );
}

function ratio(part: number, whole: number, otherwise = 1): number {
  return whole === 0 ? otherwise : part / whole;
}
