export const HASH_PRIME = 0x01000193;
const folded = new Map<number, number>();

/** A letter without case and accents, as a character code. */
export function fold(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code | 32 : code;
  const known = folded.get(code);
  if (known !== undefined) return known;
  const plain = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
  folded.set(code, plain);
  return plain;
}

/** One step of FNV-1a. Words are looked up by hash, so that reading a text makes no strings. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_PRIME);
}

export const HASH_START = 0x811c9dc5 | 0;

/** The hash of a word in the lists: case, accents and apostrophes don't count. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code !== 39) hash = hashStep(hash, fold(code));
  }
  return hash;
}

/** One word's hash, or that of several words' hashes in turn: text is read word by word. */
export function hashPhrase(phrase: string): number {
  const words = phrase.split(' ');
  if (words.length === 1) return hashWord(phrase);
  return words.reduce((hash, word) => hashStep(hash, hashWord(word)), HASH_START);
}
