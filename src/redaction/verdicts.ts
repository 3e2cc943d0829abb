/** What was found of words of late, by the low bits of their hash: for questions that cost more than looking it up. */
export type Verdicts = {
  readonly of: (hash: number) => boolean | undefined;
  /** Returns what it keeps. */
  readonly keep: (hash: number, verdict: boolean) => boolean;
};

const LATELY = 1_024;

export function createVerdicts(): Verdicts {
  const hashes = new Int32Array(LATELY);
  /** 0 where nothing is kept, else 1 for no and 2 for yes. */
  const verdicts = new Uint8Array(LATELY);
  return {
    of: (hash) => {
      const at = hash & (LATELY - 1);
      return hashes[at] === hash && verdicts[at] !== 0 ? verdicts[at] === 2 : undefined;
    },
    keep: (hash, verdict) => {
      const at = hash & (LATELY - 1);
      hashes[at] = hash;
      verdicts[at] = verdict ? 2 : 1;
      return verdict;
    },
  };
}
