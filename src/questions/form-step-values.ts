import { plain } from '../slack/escape.ts';

/** Something that a workflow's author may call by its key or by its name. */
export type Named = { readonly key: string; readonly name: string };

/** What stands in one input of a step: null when it is empty, undefined when it is no text. */
export function wordsOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  return typeof value === 'string' ? plain(value).trim() || null : undefined;
}

/** The key of what is meant. Keys go before names; undefined when nothing is called that. */
export function keyOf(value: unknown, choices: readonly Named[]): string | null | undefined {
  const words = wordsOf(value);
  if (words === null || words === undefined) return words;
  const wanted = folded(words);
  const found =
    choices.find(({ key }) => folded(key) === wanted) ?? choices.find(({ name }) => folded(name) === wanted);
  return found?.key;
}

/** Nothing means no. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const words = wordsOf(value);
  if (words === null) return false;
  return words === undefined ? undefined : FLAGS.get(folded(words));
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

function folded(text: string): string {
  return plain(text).normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
