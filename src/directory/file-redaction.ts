import { z } from 'zod';
import { FINDING_TYPES, wordOf } from '../redaction/label.ts';
import type { Amendment } from '../redaction/policy.ts';
import { strict } from './file-parts.ts';

/** Whoever knows one of these can pass for the member, so no directory can let them stay. */
const ALWAYS_TAKEN: ReadonlySet<string> = new Set(['SSN', 'ACCOUNT', 'HEALTH_PLAN_ID']);
const KEEPABLE = FINDING_TYPES.filter((type) => !ALWAYS_TAKEN.has(type));

const Kept = z.string().transform((word, context) => {
  const type = KEEPABLE.find((each) => wordOf(each) === word);
  if (type !== undefined) return type;
  context.addIssue(`must be one of ${KEEPABLE.map(wordOf).join(', ')}`);
  return z.NEVER;
});

const ATOM =
  /(?<sign>\\d|\[0-9\]|\[[A-Za-z]-[A-Za-z]\]|[A-Za-z0-9-])(?:\{(?<least>\d{1,2})(?:,(?<most>\d{1,2}))?\}|(?<may>\?))?/y;
const LONGEST_PATTERN = 60;
/** Fewer digits would fit room numbers, doses and years. */
const FEWEST_DIGITS = 4;
/** More parts that may be longer or shorter could be tried in too many ways. */
const MOST_ELASTIC = 2;

/** Letters, digits, dashes, `\d` and `[A-Z]`, each `{n}`, `{n,m}` or `?`: nothing that takes long, or takes plain words. */
export function isMemberIdPattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  const atoms = atomsOf(pattern);
  if (!atoms) return false;
  const digits = atoms.filter(({ sign }) => /^(?:\\d|\[0-9\]|\d)$/.test(sign));
  return (
    digits.reduce((sum, { least }) => sum + least, 0) >= FEWEST_DIGITS &&
    atoms.filter(({ least, most }) => least !== most).length <= MOST_ELASTIC &&
    atoms.every(({ least, most }) => least <= most)
  );
}

type Atom = { readonly sign: string; readonly least: number; readonly most: number };

function atomsOf(pattern: string): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  for (let at = 0; at < pattern.length; ) {
    ATOM.lastIndex = at;
    const { sign, least, most, may } = ATOM.exec(pattern)?.groups ?? {};
    if (sign === undefined) return undefined;
    at = ATOM.lastIndex;
    const atLeast = may === undefined ? Number(least ?? 1) : 0;
    atoms.push({ sign, least: atLeast, most: may === undefined ? Number(most ?? atLeast) : 1 });
  }
  return atoms;
}

const MemberIdPattern = z
  .string()
  .refine(
    isMemberIdPattern,
    "must be a pattern such as 'HP\\d{7}': letters, digits, dashes, \\d and [A-Z], with {n}, {n,m} or ?, and at least four digits",
  );

const SafeWord = z.string().regex(/^[\p{L}'’-]{2,40}$/u, 'must be one word, of letters');

export const RedactionRules = strict({
  memberIds: z.array(MemberIdPattern).max(20, 'must be at most 20 patterns').default([]),
  keep: z.array(Kept).default([]),
  safeWords: z.array(SafeWord).max(2_000, 'must be at most 2,000 words').default([]),
}).transform((rules): Amendment => rules);
