import type { Finding } from './finding.ts';
import type { RuleId } from './rules.ts';

/** How often each rule took something: all that is ever recorded of findings. */
export type RuleCounts = Readonly<Partial<Record<RuleId, number>>>;

export function countRules(findings: readonly Finding[]): RuleCounts {
  const counts: Partial<Record<RuleId, number>> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
