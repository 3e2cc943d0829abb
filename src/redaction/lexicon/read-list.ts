import { readFileSync } from 'node:fs';

type ListName = 'popular' | 'given' | 'surnames' | 'names' | 'words' | 'rare-words' | 'cities';

/** A word list of `lists/`, one entry a line. */
export function* readList(name: ListName): Generator<string> {
  const text = readFileSync(new URL(`../lists/${name}.txt`, import.meta.url), 'latin1');
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end);
    from = end + 1;
  }
}
