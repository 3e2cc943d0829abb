import type { FindingType } from './finding.ts';

export type Policy = {
  /** The plan's own member ids. Each is tried on a whole token, in any case. */
  readonly memberIds: readonly RegExp[];
  /** Whether providers' names stay: "Dr. Ahmed Khan", "Susan Pope, MD". */
  readonly keepProviders: boolean;
  /** Types that stay in the text. */
  readonly kept: readonly FindingType[];
  /** Words that are never a name or a city here, such as product names. */
  readonly safeWords: readonly string[];
  /** Longer texts are withheld whole, in UTF-16 units. */
  readonly sizeCap: number;
};

/** What an administrator's directory adds to the policy. */
export type Amendment = {
  /** Patterns of further member ids. */
  readonly memberIds: readonly string[];
  readonly keep: readonly FindingType[];
  readonly safeWords: readonly string[];
};

export function amended(policy: Policy, { memberIds, keep, safeWords }: Amendment): Policy {
  return {
    ...policy,
    memberIds: [...policy.memberIds, ...memberIds.map((pattern) => new RegExp(pattern))],
    kept: [...policy.kept, ...keep],
    safeWords: [...policy.safeWords, ...safeWords],
  };
}

export const DEFAULT_POLICY: Policy = {
  memberIds: [/R\d{6}(?:-\d{2})?/, /OSC\d{6,9}(?:-\d{2})?/],
  keepProviders: true,
  kept: [],
  safeWords: [],
  sizeCap: 1_000_000,
};
