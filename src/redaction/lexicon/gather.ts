import { STATES } from '../../shared/states.ts';
import { hashPhrase, hashWord } from '../fold.ts';
import { CUE_WORDS } from './cue-words.ts';
import { FIRM_NAMES } from './firm-words.ts';
import { FLAG } from './flags.ts';
import { COMPANY_WORDS, EPONYMS, MEDICINE_WORDS } from './medicine-words.ts';
import {
  FLOWER_NAMES,
  MORE_GIVEN_NAMES,
  MORE_SURNAMES,
  NICKNAMES,
  PLACE_NAMES,
  WORD_SURNAMES,
  WORLD_NAMES,
} from './name-words.ts';
import { BELONGINGS, GENDERS, HUMAN_VERBS, PRONOUNS, SPEECH_VERBS, TELLING_VERBS } from './people-words.ts';
import {
  BOX_WORDS,
  CAR_WORDS,
  MONTH_WORDS,
  PARTICLES,
  SPELLED_NUMBERS,
  STREET_WORDS,
  SUFFIXES,
  UNIT_WORDS,
} from './place-words.ts';
import { DUAL_WORDS, GRAMMAR_WORDS, SAFE_WORDS } from './safe-words.ts';
import type { Masks } from './table.ts';

export type ListName =
  | 'popular'
  | 'given'
  | 'surnames'
  | 'names'
  | 'words'
  | 'rare-words'
  | 'world'
  | 'cities';

const LISTS: readonly (readonly [list: ListName, flags: number])[] = [
  ['popular', FLAG.first | FLAG.popular],
  ['given', FLAG.first],
  ['surnames', FLAG.surname],
  ['names', FLAG.name],
  ['words', FLAG.word],
  ['rare-words', FLAG.rareWord],
];

const CURATED: readonly (readonly [words: string, flags: number])[] = [
  [MORE_GIVEN_NAMES, FLAG.first],
  [WORLD_NAMES, FLAG.first | FLAG.popular],
  [NICKNAMES, FLAG.first | FLAG.popular],
  [MORE_SURNAMES, FLAG.surname],
  [WORD_SURNAMES, FLAG.surname],
  [SAFE_WORDS, FLAG.safe],
  [MEDICINE_WORDS, FLAG.safe],
  [COMPANY_WORDS, FLAG.safe],
  [GRAMMAR_WORDS, FLAG.grammar],
  [DUAL_WORDS, FLAG.dual],
  [FLOWER_NAMES, FLAG.first | FLAG.dual | FLAG.flower],
  [PLACE_NAMES, FLAG.dual | FLAG.place],
  [EPONYMS, FLAG.eponym],
  [STREET_WORDS, FLAG.street],
  [UNIT_WORDS, FLAG.unit],
  [MONTH_WORDS, FLAG.month],
  [PARTICLES, FLAG.particle],
  [SUFFIXES, FLAG.suffix],
  [SPELLED_NUMBERS, FLAG.spelledNumber],
  [HUMAN_VERBS, FLAG.human],
  [BELONGINGS, FLAG.belonging],
  [PRONOUNS, FLAG.pronoun],
  [GENDERS, FLAG.gender],
  [SPEECH_VERBS, FLAG.speech],
  [TELLING_VERBS, FLAG.tell],
  [CAR_WORDS, FLAG.car],
  [BOX_WORDS, FLAG.box],
];

/** Everything that is known of words, out of the lists and of what was written for this project. */
export function gatherWords(readList: (name: ListName) => readonly string[]): Masks {
  const masks = new Map<number, { flags: number; cues: number }>();
  const mark = (hash: number, flags: number, cues = 0): void => {
    const known = masks.get(hash);
    masks.set(hash, { flags: (known?.flags ?? 0) | flags, cues: (known?.cues ?? 0) | cues });
  };
  for (const [list, flags] of LISTS) for (const word of readList(list)) mark(hashWord(word), flags);
  for (const [words, flags] of CURATED) for (const word of split(words)) mark(hashWord(word), flags);
  for (const name of readList('world')) {
    const hash = hashWord(name);
    if (((masks.get(hash)?.flags ?? 0) & FLAG.word) === 0) mark(hash, FLAG.first);
  }
  for (const [cue, words] of CUE_WORDS) for (const word of split(words)) mark(hashWord(word), 0, cue);
  for (const city of readList('cities')) {
    mark(hashPhrase(city), FLAG.city);
    mark(hashWord(city.split(' ')[0] ?? ''), FLAG.cityStart);
  }
  for (const firm of FIRM_NAMES.split(',').map((name) => name.trim().replaceAll(/\s+/g, ' '))) {
    mark(hashPhrase(firm), FLAG.firm);
    mark(hashWord(firm.split(' ')[0] ?? ''), FLAG.firmStart);
  }
  for (const code of [...Object.keys(STATES), 'pr', 'gu']) mark(hashWord(code), FLAG.stateCode);
  for (const name of Object.values(STATES)) if (!name.includes(' ')) mark(hashWord(name), FLAG.stateName);
  return masks;
}

function split(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
