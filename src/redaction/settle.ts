import type { RedactionContext } from './context.ts';
import type { Finding } from './finding.ts';
import { labelOf } from './label.ts';
import { isDigit } from './letters.ts';
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
  for (let round = 0; round < MOST_ROUNDS && isAnyCrowded(text, findings); round += 1) {
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

function isAnyCrowded(text: string, findings: readonly Finding[]): boolean {
  let last = 0;
  for (let at = 0; at < findings.length; at += 1) {
    const { start, end } = findings[at] ?? { start: 0, end: 0 };
    const next = findings[at + 1]?.start ?? text.length;
    if (isTied(text, start, last, -1) || isTied(text, end - 1, next - 1, 1)) return true;
    // A character that stands for several may hold more than was found in it.
    if (text.charCodeAt(start) > 127 || text.charCodeAt(end - 1) > 127) return true;
    last = end;
  }
  return false;
}

/**
 * Does a letter, a digit or an apostrophe stand right beside a finding, or a mark that ties it to one ("1/2/" before an
 * address, "96," before a number), or another group of digits beside its own? `edge` is the finding's outermost
 * character; looked at is what stands outside of it, up to the next finding.
 */
function isTied(text: string, edge: number, limit: number, step: number): boolean {
  const near = edge + step;
  if ((limit - near) * step < 0) return false;
  const code = text.charCodeAt(near);
  if (isLetter(code) || isDigit(code) || (code === APOSTROPHE && !isPossessive(text, near))) return true;
  const far = near + step;
  if ((limit - far) * step < 0) return false;
  const next = text.charCodeAt(far);
  if (!isDigit(next)) return isTie(code) && isLetter(next);
  if (code === SPACE) return isDigit(text.charCodeAt(edge));
  return isTie(code) || code === COMMA || code === DOT || code === COLON;
}

/** "Maria's ": read beside a label it is what it was beside the name. */
function isPossessive(text: string, apostrophe: number): boolean {
  const end = apostrophe + 2;
  if (end > text.length || (text.charCodeAt(apostrophe + 1) | 32) !== S) return false;
  return end === text.length || text.charCodeAt(end) === SPACE;
}

function isTie(code: number): boolean {
  return code === DASH || code === SLASH;
}

const SPACE = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const S = 115;

/** All that isn't plain counts as one. */
function isLetter(code: number): boolean {
  return code > 127 || ((code | 32) >= 97 && (code | 32) <= 122);
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
