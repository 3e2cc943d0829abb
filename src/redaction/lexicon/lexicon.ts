import { STATES } from '../../shared/states.ts';
import { hashWord } from '../fold.ts';
import { CUE_WORDS } from './cue-words.ts';
import { FLAG } from './flags.ts';
import {
  FLOWER_NAMES,
  MORE_GIVEN_NAMES,
  MORE_SURNAMES,
  NICKNAMES,
  PLACE_NAMES,
  WORLD_NAMES,
} from './name-words.ts';
import {
  MONTH_WORDS,
  PARTICLES,
  SPELLED_NUMBERS,
  STREET_WORDS,
  SUFFIXES,
  UNIT_WORDS,
} from './place-words.ts';
import { type ListName, readHashes, readPhrases } from './read-list.ts';
import { DUAL_WORDS, GRAMMAR_WORDS, SAFE_WORDS } from './safe-words.ts';
import { createTable, type Table } from './table.ts';

export type Lexicon = {
  readonly words: Table;
  /** Is this a city of the list? One word's hash, or several words' `hashPhrase`. */
  readonly isCity: (hash: number) => boolean;
};

let loaded: Lexicon | undefined;

/** Read once, when the first text is scanned. */
export function lexicon(): Lexicon {
  loaded ??= build();
  return loaded;
}

function build(): Lexicon {
  const words = createTable(2 ** 19);
  const cities = createTable(2 ** 15);
  const addList = (name: ListName, flags: number) => words.addAll(readHashes(name), flags);
  // Short lists first: the compiler has warmed up when the long ones come.
  addList('popular', FLAG.first | FLAG.popular);
  addList('given', FLAG.first);
  addList('surnames', FLAG.surname);
  addList('words', FLAG.word);
  addList('rare-words', FLAG.rareWord);
  addList('names', FLAG.name);
  const { whole, first } = readPhrases('cities');
  cities.addAll(whole, FLAG.city);
  words.addAll(first, FLAG.cityStart);
  words.addAll(
    whole.filter((hash, at) => hash === first[at]),
    FLAG.city,
  );
  addCurated((list, flags, cues = 0) => {
    for (const word of list) words.add(hashWord(word), flags, cues);
  });
  return { words, isCity: (hash) => cities.find(hash) >= 0 };
}

function addCurated(add: (list: Iterable<string>, flags: number, cues?: number) => void): void {
  add(split(MORE_GIVEN_NAMES), FLAG.first);
  add(split(WORLD_NAMES), FLAG.first | FLAG.popular);
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
