import type { Finding } from './finding.ts';
import { labelOf } from './label.ts';
import { isCertain } from './rules.ts';

/** A finding as a person is shown it: its label, and the words around it, in which other findings are labels too. */
export type Excerpt = {
  readonly finding: Finding;
  readonly before: string;
  readonly label: string;
  readonly after: string;
  /** A certain rule's finding can't be overruled. */
  readonly certain: boolean;
};

const AROUND = 40;

/** One excerpt for each finding, in order. To be shown, never to be stored. */
export function excerptsOf(text: string, findings: readonly Finding[]): Excerpt[] {
  const labels = findings.map((finding) => labelOf(finding, text));
  return findings.map((finding, at) => ({
    finding,
    before: lastWords(gapsAndLabels(text, findings, labels, { from: 0, to: at })),
    label: labels[at] ?? '',
    after: firstWords(gapsAndLabels(text, findings, labels, { from: at + 1, to: findings.length })),
    certain: isCertain(finding.rule),
  }));
}

type Part = { readonly from: number; readonly to: number };

/** The text between, before or behind findings, as far as an excerpt may reach. */
function gapsAndLabels(
  text: string,
  findings: readonly Finding[],
  labels: readonly string[],
  { from, to }: Part,
): string {
  const first = from === 0 ? Math.max(0, to - AROUND) : from;
  const last = from === 0 ? to : Math.min(to, from + AROUND);
  const pieces: string[] = [
    text.slice(first === 0 ? 0 : (findings[first - 1]?.end ?? 0), findings[first]?.start ?? text.length),
  ];
  for (let at = first; at < last; at += 1) {
    pieces.push(labels[at] ?? '', text.slice(findings[at]?.end ?? 0, findings[at + 1]?.start ?? text.length));
  }
  return pieces.join('');
}

function lastWords(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.slice(-AROUND);
  return `…${cut.slice(Math.max(0, cut.indexOf(' ')))}`;
}

function firstWords(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.slice(0, AROUND);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end < 0 ? AROUND : end)} …`;
}
