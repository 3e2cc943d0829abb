import type { RedactedText } from '../shared/text.ts';
import type { RedactionContext } from './context.ts';
import type { Finding } from './finding.ts';
import { type Amendment, amended, DEFAULT_POLICY, type Policy } from './policy.ts';
import { replaceFindings } from './replace.ts';
import { isCertain } from './rules.ts';
import { createScan, type Scan } from './scan.ts';

export type Redaction = {
  readonly text: RedactedText;
  /** On the text as it was typed, in order, without overlaps. Offsets and rules may be kept, never the words. */
  readonly findings: readonly Finding[];
  /** The text couldn't be scanned, so none of it is passed on. */
  readonly withheld: boolean;
};
export type Redact = (text: string, context?: RedactionContext) => Redaction;

/** Replaces PHI by labels such as `[name]`. Fails closed: a text that can't be scanned is withheld. */
export function createRedactor(policy: Partial<Policy> = {}): Redact {
  const settled = { ...DEFAULT_POLICY, ...policy };
  const plain = redactorOf(createScan(settled), settled.sizeCap);
  const byAmendment = new WeakMap<Amendment, Redact>();
  const under = (amendment: Amendment): Redact => {
    const known = byAmendment.get(amendment);
    if (known) return known;
    const redact = redactorOf(createScan(amended(settled, amendment)), settled.sizeCap);
    byAmendment.set(amendment, redact);
    return redact;
  };
  return (text, context = {}) => (context.amendment ? under(context.amendment) : plain)(text, context);
}

/** Lets colleagues' names stand, who are whoever they are when a text is read: for what colleagues write. */
export function redactAmong(redact: Redact, colleagues: () => readonly string[]): Redact {
  return (text, context = {}) => redact(text, { allowedNames: colleagues(), ...context });
}

/** A redactor around a scan. Whatever the scan does, no text goes through unscanned. */
export function redactorOf(scan: Scan, sizeCap: number): Redact {
  return (text, context = {}) => {
    if (text.length > sizeCap) return WITHHELD;
    try {
      const found = scan(text, context);
      const findings = context.keep ? found.filter((finding) => !isOverruled(finding, context)) : found;
      return { text: asRedacted(replaceFindings(text, findings)), findings, withheld: false };
    } catch {
      return WITHHELD;
    }
  };
}

/** Redacts, but lets stand what a person has said is no PHI. What certain rules took goes all the same. */
export function redactExcept(
  redact: Redact,
  text: string,
  context: RedactionContext & { readonly keep: readonly Finding[] },
): Redaction {
  return redact(text, context);
}

function isOverruled(finding: Finding, { keep = [] }: RedactionContext): boolean {
  if (isCertain(finding.rule)) return false;
  return keep.some(
    ({ start, end, rule }) => start === finding.start && end === finding.end && rule === finding.rule,
  );
}

function asRedacted(text: string): RedactedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place the brand is earned
  return text as RedactedText;
}

const WITHHELD: Redaction = {
  text: asRedacted('[text withheld: it could not be checked for PHI]'),
  findings: [],
  withheld: true,
};
