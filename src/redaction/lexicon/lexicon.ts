import { readFileSync } from 'node:fs';
import { FLAG } from './flags.ts';
import { openTable, type Table } from './table.ts';

export type Lexicon = {
  readonly words: Table;
  /** Is this a city of the list? One word's hash, or several words' hashes, hashed in turn. */
  readonly isCity: (hash: number) => boolean;
};

/** Where `npm run redact:lexicon` puts what it makes of the lists. */
export const PACKED = new URL('../lists/lexicon.bin', import.meta.url);

let opened: Lexicon | undefined;

/** Read once, when the first text is scanned: one file, used as it lies. */
export function lexicon(): Lexicon {
  opened ??= lexiconOf(openTable(new Uint8Array(readFileSync(PACKED))));
  return opened;
}

function lexiconOf(words: Table): Lexicon {
  const isCity = (hash: number): boolean => {
    const place = words.find(hash);
    return place >= 0 && (words.flagsAt(place) & FLAG.city) !== 0;
  };
  return { words, isCity };
}
