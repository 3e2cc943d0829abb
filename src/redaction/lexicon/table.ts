/**
 * Two 32-bit masks by 32-bit hash, open addressing: a quarter of a million words in 6 MB outside the
 * JavaScript heap. A word that isn't listed meets a listed one's hash about once in 20,000.
 */
export type Table = {
  readonly add: (hash: number, flags: number, cues: number) => void;
  /** The word's place, or -1. */
  readonly find: (hash: number) => number;
  readonly flags: Uint32Array;
  readonly cues: Uint32Array;
};

export function createTable(capacity: number): Table {
  const size = 2 ** Math.ceil(Math.log2(capacity * 1.7));
  const keys = new Int32Array(size);
  const flags = new Uint32Array(size);
  const cues = new Uint32Array(size);
  const used = new Uint8Array(size);

  const place = (hash: number): number => {
    let at = (hash ^ (hash >>> 15)) & (size - 1);
    while (used[at] === 1 && keys[at] !== hash) at = (at + 1) & (size - 1);
    return at;
  };
  return {
    add(hash, moreFlags, moreCues) {
      const at = place(hash);
      used[at] = 1;
      keys[at] = hash;
      flags[at] = (flags[at] ?? 0) | moreFlags;
      cues[at] = (cues[at] ?? 0) | moreCues;
    },
    find(hash) {
      const at = place(hash);
      return used[at] === 1 ? at : -1;
    },
    flags,
    cues,
  };
}
