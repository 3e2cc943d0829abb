import type { Finding } from './finding.ts';
import { labelOf } from './label.ts';

/** The text with a label in each finding's place. */
export function replaceFindings(text: string, findings: readonly Finding[]): string {
  let redacted = '';
  let from = 0;
  for (const finding of findings) {
    redacted += text.slice(from, finding.start) + labelOf(finding, text);
    from = finding.end;
  }
  return redacted + text.slice(from);
}
