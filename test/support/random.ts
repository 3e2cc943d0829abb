/** Random numbers that are the same each time (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often something happens that happens `mean` times on average, by itself each time (Knuth). */
export function poisson(mean: number, random: () => number): number {
  const end = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > end; product *= random()) count += 1;
  return count;
}
