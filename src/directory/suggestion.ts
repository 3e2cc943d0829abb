/** The candidate that a person most likely meant, if one is near enough. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = simplified(word);
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(wanted, simplified(candidate)) }))
    .toSorted((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.candidate : undefined;
}

/** ` Did you mean states?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const suggestion = closest(word, candidates);
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
}

function simplified(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 60);
}

/** Levenshtein's: how many letters to add, drop or change. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of one.split('').entries()) {
    const current = [row + 1];
    for (const [column, against] of other.split('').entries()) {
      const changed = (previous[column] ?? 0) + (letter === against ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
