import type { RedactionContext } from './context.ts';
import type { Finding } from './finding.ts';
import { labelOf } from './label.ts';
import { replaceFindings } from './replace.ts';

const MOST_ROUNDS = 6;

/**
 * Words and values without a blank between them ("555-0101rosa") hide each other: once one is a label, the other can
 * be seen. Such texts are scanned again until nothing new is found; others are at rest after one scan.
 */
export function settle(
  text: string,
  found: readonly Finding[],
  scan: (text: string, context: RedactionContext) => readonly Finding[],
  context: RedactionContext,
): readonly Finding[] {
  let findings = found;
  for (
    let round = 0;
    round < MOST_ROUNDS && findings.some((finding) => isCrowded(text, finding));
    round += 1
  ) {
    const more = scan(replaceFindings(text, findings), context);
    if (more.length === 0) return findings;
    const before = findings;
    findings = merged([
      ...before,
      ...more.map((finding) => ({ ...finding, ...placeOf(text, before, finding) })),
    ]);
  }
  return findings;
}

/** A letter, a digit or an apostrophe stands right beside it. */
function isCrowded(text: string, { start, end }: Finding): boolean {
  return (
    (start > 0 && isSolid(text.charCodeAt(start - 1))) || (end < text.length && isSolid(text.charCodeAt(end)))
  );
}

function isSolid(code: number): boolean {
  return code > 127 || (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 39;
}

/** Where a finding in the redacted text lies in the text itself. */
function placeOf(
  text: string,
  before: readonly Finding[],
  { start, end }: Finding,
): { start: number; end: number } {
  return { start: offsetOf(text, before, start), end: offsetOf(text, before, end - 1) + 1 };
}

function offsetOf(text: string, before: readonly Finding[], redacted: number): number {
  let shift = 0;
  for (const finding of before) {
    if (redacted + shift < finding.start) break;
    shift += finding.end - finding.start - labelOf(finding, text).length;
  }
  return redacted + shift;
}

function merged(findings: readonly Finding[]): Finding[] {
  const inOrder = findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: Finding[] = [];
  for (const next of inOrder) {
    const last = apart.at(-1);
    if (!last || next.start >= last.end) apart.push(next);
    else if (next.end > last.end) apart[apart.length - 1] = { ...last, end: next.end };
  }
  return apart;
}
