/**
 * Two 32-bit masks by 32-bit hash, open addressing: 300,000 words in 6 MB outside the JavaScript heap.
 * A word that isn't listed meets a listed one's hash about once in 15,000.
 */
export type Table = {
  /** Marks a word; at least one mask must say something. */
  readonly add: (hash: number, flags: number, cues: number) => void;
  readonly addAll: (hashes: Int32Array, flags: number) => void;
  /** The word's place, or -1. */
  readonly find: (hash: number) => number;
  readonly flags: Uint32Array;
  readonly cues: Uint32Array;
};

/** `size` is a power of two, and the table fills about half of it. */
export function createTable(size: number): Table {
  const keys = new Int32Array(size);
  const flags = new Uint32Array(size);
  const cues = new Uint32Array(size);
  const mask = size - 1;

  const find = (hash: number): number => {
    let at = (hash ^ (hash >>> 15)) & mask;
    while (flags[at] !== 0 || cues[at] !== 0) {
      if (keys[at] === hash) return at;
      at = (at + 1) & mask;
    }
    return -1 - at;
  };
  const add = (hash: number, moreFlags: number, moreCues: number): void => {
    const found = find(hash);
    const at = found < 0 ? -1 - found : found;
    keys[at] = hash;
    flags[at] = (flags[at] ?? 0) | moreFlags;
    cues[at] = (cues[at] ?? 0) | moreCues;
  };
  return {
    add,
    addAll(hashes, more) {
      for (let at = 0; at < hashes.length; at += 1) add(hashes[at] ?? 0, more, 0);
    },
    find(hash) {
      return Math.max(find(hash), -1);
    },
    flags,
    cues,
  };
}
