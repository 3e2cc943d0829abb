/**
 * Two 32-bit masks by a word's 32-bit hash, as one block of bytes that is used as it lies in the file.
 *
 *     header      magic, number of words, number of classes, 0             4 × 32 bits
 *     buckets     where the words with each upper half of a hash begin     65,537 × 32 bits
 *     classes     the pairs of masks there are: flags, then cues           2 × classes × 32 bits
 *     lower       the lower half of each word's hash, in order             words × 16 bits
 *     class       each word's pair of masks                                words × 16 bits
 *
 * A bucket holds about five words, so that a look-up reads two or three cache lines, and the table fits in a near
 * memory. A word that isn't listed has a listed one's hash about once in 13,000.
 */
export type Table = {
  /** The word's place, or -1. */
  readonly find: (hash: number) => number;
  readonly flagsAt: (place: number) => number;
  readonly cuesAt: (place: number) => number;
  readonly size: number;
};

/** The masks of each hash. */
export type Masks = ReadonlyMap<number, { readonly flags: number; readonly cues: number }>;

/** Read in another order of bytes it is another number. */
const MAGIC = 0x4c455831;
const HEADER = 4;
const BUCKETS = 65_537;

export function packTable(masks: Masks): Uint8Array {
  const words = [...masks].toSorted(([a], [b]) => (a >>> 0) - (b >>> 0));
  const classes = [...new Set(words.map(([, { flags, cues }]) => `${flags} ${cues}`))].toSorted();
  const classOf = new Map(classes.map((pair, at) => [pair, at]));
  const wide = HEADER + BUCKETS + 2 * classes.length;
  const bytes = new Uint8Array(wide * 4 + words.length * 4);
  const head = new Int32Array(bytes.buffer, 0, wide);
  head.set([MAGIC, words.length, classes.length, 0]);
  for (const [at, pair] of classes.entries()) {
    const [flags = 0, cues = 0] = pair.split(' ').map(Number);
    head[HEADER + BUCKETS + at] = flags;
    head[HEADER + BUCKETS + classes.length + at] = cues;
  }
  const lower = new Uint16Array(bytes.buffer, wide * 4, words.length);
  const kind = new Uint16Array(bytes.buffer, wide * 4 + words.length * 2, words.length);
  for (const [at, [hash, { flags, cues }]] of words.entries()) {
    lower[at] = hash & 0xffff;
    kind[at] = classOf.get(`${flags} ${cues}`) ?? 0;
    head[HEADER + (hash >>> 16) + 1] = at + 1;
  }
  for (let at = 1; at < BUCKETS; at += 1) head[HEADER + at] ||= head[HEADER + at - 1] ?? 0;
  return bytes;
}

/** Opens a packed table where it lies: no word is looked at. */
export function openTable({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Table {
  const head = new Int32Array(buffer, byteOffset, HEADER + BUCKETS);
  const [magic, words = 0, classes = 0] = head;
  const wide = HEADER + BUCKETS + 2 * classes;
  if (magic !== MAGIC || byteLength !== (wide + words) * 4) {
    throw new Error('The packed lexicon is of another version or machine. Run: npm run redact:lexicon');
  }
  const buckets = head.subarray(HEADER);
  const flags = new Int32Array(buffer, byteOffset + (HEADER + BUCKETS) * 4, classes);
  const cues = new Int32Array(buffer, byteOffset + (HEADER + BUCKETS + classes) * 4, classes);
  const lower = new Uint16Array(buffer, byteOffset + wide * 4, words);
  const kind = new Uint16Array(buffer, byteOffset + wide * 4 + words * 2, words);
  return {
    find(hash) {
      const end = buckets[(hash >>> 16) + 1] ?? 0;
      const wanted = hash & 0xffff;
      for (let at = buckets[hash >>> 16] ?? 0; at < end; at += 1) if (lower[at] === wanted) return at;
      return -1;
    },
    flagsAt: (place) => flags[kind[place] ?? 0] ?? 0,
    cuesAt: (place) => cues[kind[place] ?? 0] ?? 0,
    size: words,
  };
}
