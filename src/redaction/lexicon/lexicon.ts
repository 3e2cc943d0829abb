import { STATES } from '../../shared/states.ts';
import { hashPhrase, hashWord } from '../fold.ts';
import { CUE_WORDS } from './cue-words.ts';
import { FLAG } from './flags.ts';
import { FLOWER_NAMES, MORE_GIVEN_NAMES, MORE_SURNAMES, NICKNAMES, PLACE_NAMES } from './name-words.ts';
import {
  MONTH_WORDS,
  PARTICLES,
  SPELLED_NUMBERS,
  STREET_WORDS,
  SUFFIXES,
  UNIT_WORDS,
} from './place-words.ts';
import { readList } from './read-list.ts';
import { DUAL_WORDS, GRAMMAR_WORDS, SAFE_WORDS } from './safe-words.ts';
import { createTable, type Table } from './table.ts';

export type Lexicon = {
  readonly words: Table;
  /** Is this run of words (their hashes) a city of the list? */
  readonly isCity: (...words: readonly number[]) => boolean;
};

let loaded: Lexicon | undefined;

/** Read once, when the first text is scanned. */
export function lexicon(): Lexicon {
  loaded ??= build();
  return loaded;
}

function build(): Lexicon {
  const words = createTable(330_000);
  const cities = createTable(14_000);
  const add = (list: Iterable<string>, flags: number, cues = 0) => {
    for (const word of list) words.add(hashWord(word), flags, cues);
  };
  add(readList('names'), FLAG.name);
  add(readList('surnames'), FLAG.surname);
  add(readList('given'), FLAG.first);
  add(readList('popular'), FLAG.first | FLAG.popular);
  add(readList('words'), FLAG.word);
  add(readList('rare-words'), FLAG.rareWord);
  for (const city of readList('cities')) {
    const parts = city.split(' ');
    cities.add(hashPhrase(...parts.map(hashWord)), 1, 0);
    words.add(hashWord(parts[0] ?? ''), parts.length === 1 ? FLAG.city | FLAG.cityStart : FLAG.cityStart, 0);
  }
  addCurated(add);
  return { words, isCity: (...hashes) => cities.find(hashPhrase(...hashes)) >= 0 };
}

function addCurated(add: (list: Iterable<string>, flags: number, cues?: number) => void): void {
  add(split(MORE_GIVEN_NAMES), FLAG.first);
  add(split(NICKNAMES), FLAG.first | FLAG.popular);
  add(split(MORE_SURNAMES), FLAG.surname);
  add(split(SAFE_WORDS), FLAG.safe);
  add(split(GRAMMAR_WORDS), FLAG.grammar);
  add(split(DUAL_WORDS), FLAG.dual);
  add(split(FLOWER_NAMES), FLAG.first | FLAG.dual | FLAG.flower);
  add(split(PLACE_NAMES), FLAG.dual);
  add(split(STREET_WORDS), FLAG.street);
  add(split(UNIT_WORDS), FLAG.unit);
  add(split(MONTH_WORDS), FLAG.month);
  add(split(PARTICLES), FLAG.particle);
  add(split(SUFFIXES), FLAG.suffix);
  add(split(SPELLED_NUMBERS), FLAG.spelledNumber);
  add(Object.keys(STATES), FLAG.stateCode);
  add(
    Object.values(STATES).filter((name) => !name.includes(' ')),
    FLAG.stateName,
  );
  for (const [cue, list] of CUE_WORDS) add(split(list), 0, cue);
}

function split(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
