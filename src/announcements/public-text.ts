import type { Directory } from '../directory/directory.ts';
import type { Finding, Redact, RedactionContext } from '../redaction/index.ts';
import type { Amendment } from '../redaction/policy.ts';

/**
 * What may stay in a text by somebody who announces: addresses that hold nothing but an address, and dates where
 * nothing else looks like PHI. An announcement says where the rules are and from when they hold; beside a name, or in
 * an address with an id in it, a date and an address are PHI as everywhere.
 */
export function contextFor(
  { redact, now }: Reader,
  text: string,
  directory: Directory | undefined,
): Pick<RedactionContext, 'amendment'> {
  const own = directory?.redaction ?? NOTHING;
  const { findings } = redact(text, { amendment: own });
  if (findings.length === 0) return { amendment: own };
  const addresses = findings.filter(({ type }) => type === 'URL');
  const areHarmless = addresses.every((each) => isHarmless(redact, text, each, own));
  const others = findings.filter(({ type }) => type !== 'URL');
  const hasOnlyDates = !BIRTH.test(text) && others.every((each) => isOfOurDays(text, each, now()));
  return {
    amendment: variant(own, `${areHarmless ? 'URL' : ''} ${areHarmless && hasOnlyDates ? 'DATE' : ''}`),
  };
}

export type Reader = { readonly redact: Redact; readonly now: () => Date };

const BIRTH = /\b(?:born|birth\w*|dob|d\.o\.b)\b/i;

/** A date without a year, or of about now: from when a rule holds, not when somebody was born. */
function isOfOurDays(text: string, { type, start, end }: Finding, now: Date): boolean {
  if (type !== 'DATE') return false;
  const words = text.slice(start, end);
  const year = /(?:19|20)\d{2}/.exec(words)?.[0];
  if (year === undefined) return !/\d+\D+\d+\D+\d+/.test(words);
  const away = Number(year) - now.getUTCFullYear();
  return away >= -1 && away <= 5;
}

/** Its words, one by one, are nothing that would be taken out of a text. */
function isHarmless(redact: Redact, text: string, { start, end }: Finding, amendment: Amendment): boolean {
  const words = text.slice(start, end).replaceAll(/[^\p{L}\p{N}-]+/gu, ' , ');
  return redact(words, { amendment }).findings.every(({ type }) => type === 'URL');
}

const NOTHING: Amendment = { memberIds: [], keep: [], safeWords: [] };

/** The redactor remembers what it has made of an amendment by the object that it is. */
const variants = new WeakMap<Amendment, Map<string, Amendment>>();

function variant(own: Amendment, kept: string): Amendment {
  const known = variants.get(own) ?? new Map<string, Amendment>();
  variants.set(own, known);
  const more = (['URL', 'DATE'] as const).filter((type) => kept.includes(type));
  const found = known.get(kept) ?? { ...own, keep: [...new Set([...own.keep, ...more])] };
  known.set(kept, found);
  return found;
}
