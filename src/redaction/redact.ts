import type { RedactedText } from '../shared/text.ts';
import type { RedactionContext } from './context.ts';
import type { Finding } from './finding.ts';
import { labelOf } from './label.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { createScan } from './scan.ts';

export type Redaction = {
  readonly text: RedactedText;
  /** On the text as it was typed, in order, without overlaps. */
  readonly findings: readonly Finding[];
  /** The text couldn't be scanned, so none of it is passed on. */
  readonly withheld: boolean;
};
export type Redact = (text: string, context?: RedactionContext) => Redaction;

/** Replaces PHI by labels such as `[name]`. Fails closed: a text that can't be scanned is withheld. */
export function createRedactor(policy: Partial<Policy> = {}): Redact {
  const settled = { ...DEFAULT_POLICY, ...policy };
  const scan = createScan(settled);
  return (text, context = {}) => {
    if (text.length > settled.sizeCap) return WITHHELD;
    try {
      const findings = scan(text, context).filter((one) => !isKept(one, context));
      return { text: replace(text, findings), findings, withheld: false };
    } catch {
      return WITHHELD;
    }
  };
}

function isKept(finding: Finding, { keep = [] }: RedactionContext): boolean {
  return keep.some(
    ({ start, end, rule }) => start === finding.start && end === finding.end && rule === finding.rule,
  );
}

function replace(text: string, findings: readonly Finding[]): RedactedText {
  let redacted = '';
  let from = 0;
  for (const finding of findings) {
    redacted += text.slice(from, finding.start) + labelOf(finding, text);
    from = finding.end;
  }
  return asRedacted(redacted + text.slice(from));
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
