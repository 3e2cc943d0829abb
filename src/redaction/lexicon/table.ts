/**
 * Two 32-bit masks by 32-bit hash, open addressing: 300,000 words in 8 MB outside the JavaScript heap.
 * A word that isn't listed meets a listed one's hash about once in 15,000.
 */
export type Table = {
  /** Marks a word; at least one mask must say something. */
  readonly add: (hash: number, flags: number, cues: number) => void;
  readonly addAll: (hashes: Int32Array, flags: number) => void;
  /** The word's place, or -1. */
  readonly find: (hash: number) => number;
  readonly flagsAt: (place: number) => number;
  readonly cuesAt: (place: number) => number;
};

const FLAGS = 1;
const CUES = 2;

/** `size` is a power of two, and the table fills about half of it. */
export function createTable(size: number): Table {
  // Hash, flags, cues and a spare: one look-up reads one cache line.
  const cells = new Int32Array(size * 4);
  const mask = size - 1;

  /** The word's place or, where it would go, minus one and less. */
  const seek = (hash: number): number => {
    let at = ((hash ^ (hash >>> 15)) & mask) * 4;
    while (cells[at + FLAGS] !== 0 || cells[at + CUES] !== 0) {
      if (cells[at] === hash) return at;
      at = (at + 4) & (mask * 4);
    }
    return -1 - at;
  };
  const add = (hash: number, flags: number, cues: number): void => {
    const found = seek(hash);
    const at = found < 0 ? -1 - found : found;
    cells[at] = hash;
    cells[at + FLAGS] = (cells[at + FLAGS] ?? 0) | flags;
    cells[at + CUES] = (cells[at + CUES] ?? 0) | cues;
  };
  return {
    add,
    addAll(hashes, flags) {
      for (let at = 0; at < hashes.length; at += 1) add(hashes[at] ?? 0, flags, 0);
    },
    find: (hash) => Math.max(seek(hash), -1),
    flagsAt: (place) => cells[place + FLAGS] ?? 0,
    cuesAt: (place) => cells[place + CUES] ?? 0,
  };
}
