/** The plan's own member ids. */
export type OwnIds = {
  /** Can one begin with a character of this code? */
  readonly mayBegin: (code: number) => boolean;
  /** Is this whole piece one, in any case? */
  readonly isOne: (piece: string) => boolean;
};

/** A pattern that begins with a plain letter or digit, and has no other beginning. */
const PLAIN_START = /^[a-z0-9](?![?*{|])[^|]*$/i;

/** The patterns as one, with the characters they can begin with, so that most words ask no pattern. */
export function createOwnIds(patterns: readonly RegExp[]): OwnIds {
  if (patterns.length === 0) return { mayBegin: () => false, isOne: () => false };
  const whole = new RegExp(`^(?:${patterns.map(({ source }) => `(?:${source})`).join('|')})$`, 'i');
  const isOne = (piece: string) => whole.test(piece);
  const sources = patterns.map(({ source }) => source.replace(/^\^/, ''));
  if (!sources.every((source) => PLAIN_START.test(source))) return { mayBegin: () => true, isOne };
  const starts = new Set(sources.map((source) => source.charCodeAt(0) | 32));
  return { mayBegin: (code) => starts.has(code | 32), isOne };
}
