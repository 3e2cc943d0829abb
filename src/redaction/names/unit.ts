import { CUE, FLAG } from '../lexicon/flags.ts';
import {
  cuesOf,
  endOf,
  flagsOf,
  isGlued,
  isMark,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { createVerdicts } from '../verdicts.ts';

/** How much like a name a word is, by itself. */
export const LEVEL = {
  /** "denied", "the", "Aetna". */
  none: 0,
  /** In no list. */
  unknown: 1,
  /** A word and a name: "Hope", "Price". */
  dual: 2,
  /** In the large list, or only known as a surname. */
  listed: 3,
  /** A surname that is no word: "Cohen". */
  surname: 4,
  /** A given name that is no word: "Oluwaseun". */
  given: 5,
  /** A given name everybody knows: "Maria". */
  popular: 6,
} as const;

/** One part of a name: a word, or words joined by hyphens. */
export type Unit = {
  readonly first: number;
  readonly last: number;
  readonly level: number;
  readonly isCapital: boolean;
};

/** The unit that begins at a token. Level none where no name can. */
export function unitAt(scene: Scene, token: number): Unit {
  let last = token;
  const level = levelOf(scene, token);
  let best = level;
  while (
    isMark(scene, last + 1, MARK.dash) &&
    isGlued(scene, last + 1) &&
    isGlued(scene, last + 2) &&
    isWord(scene, last + 2)
  ) {
    last += 2;
    best = Math.max(best, levelOf(scene, last));
    if (last - token > 6) break;
  }
  const isJoined = last > token;
  return {
    first: token,
    last,
    level: isJoined ? joinedLevel(scene, token, last, best) : level,
    isCapital: isCapitalised(scene, token),
  };
}

/** "Copay-Reyes" is a name, "co-pay" and "follow-up" aren't; "Mallory-Weiss" is no given name, "Mary-Ann" is. */
function joinedLevel(scene: Scene, first: number, last: number, best: number): number {
  if (isTwoSyllables(scene, first, last)) return LEVEL.given;
  if (best < LEVEL.listed) {
    if (last === first + 2 && levelOf(scene, first) === LEVEL.unknown && isCapitalised(scene, first))
      return best;
    return isCapitalised(scene, first) && isCapitalised(scene, last) ? best : LEVEL.none;
  }
  if ((flagsOf(scene, last) & FLAG.grammar) !== 0) return LEVEL.none;
  for (let at = first; at <= last; at += 2) {
    if ((flagsOf(scene, at) & FLAG.first) === 0) return Math.min(best, LEVEL.surname);
  }
  return best;
}

/** "Min-jun": parts that are words by themselves, but given names both. Not "Jan-Mar". */
function isTwoSyllables(scene: Scene, first: number, last: number): boolean {
  if (last !== first + 2 || scene.tokens.shape[first] !== SHAPE.capital) return false;
  const both = flagsOf(scene, first) & flagsOf(scene, last);
  return (both & FLAG.first) !== 0 && (both & FLAG.month) === 0;
}

export function levelOf(scene: Scene, token: number): number {
  if (!isWord(scene, token) || lengthOf(scene, token) < 2) return LEVEL.none;
  const flags = scene.tokens.flags[token] ?? 0;
  if (isPlain(flags)) return LEVEL.none;
  if (scene.safe.has(scene.tokens.hash[token] ?? 0)) return LEVEL.none;
  if (isGlued(scene, token) && isBadGlue(scene, token - 1)) return LEVEL.none;
  if (isGlued(scene, token + 1) && !isGoodGlue(scene, token + 1)) return LEVEL.none;
  return levelOfFlags(flags, scene, token);
}

/** A word and nothing else. */
export function isPlain(flags: number): boolean {
  return (flags & FLAG.grammar) !== 0 || ((flags & PLAIN_FLAGS) !== 0 && (flags & NAME_FLAGS) === 0);
}

const NAME_FLAGS = FLAG.first | FLAG.popular | FLAG.surname | FLAG.name | FLAG.dual;
const PLAIN_FLAGS = FLAG.word | FLAG.safe | FLAG.rareWord;

function levelOfFlags(flags: number, scene: Scene, token: number): number {
  const isListed = (flags & NAME_FLAGS) !== 0;
  const isPlain = (flags & (FLAG.word | FLAG.safe | FLAG.month)) !== 0 || isTrulyDual(flags);
  if ((flags & FLAG.stateName) !== 0) return (flags & FLAG.popular) === 0 ? LEVEL.none : LEVEL.dual;
  if ((flags & FLAG.flower) !== 0) return LEVEL.given;
  if (isPlain) return isDual(flags) ? LEVEL.dual : LEVEL.none;
  if (isAcronym(scene, token)) return LEVEL.none;
  if ((flags & FLAG.popular) !== 0) return LEVEL.popular;
  if ((flags & FLAG.rareWord) !== 0) return isListed ? LEVEL.dual : LEVEL.none;
  if (isLabelWord(scene, token)) return LEVEL.none;
  if ((flags & FLAG.first) !== 0) return LEVEL.given;
  if ((flags & FLAG.surname) !== 0) return LEVEL.surname;
  const isListedOnly = (flags & FLAG.name) !== 0;
  if (cuesOf(scene, token) !== 0 || (!isListedOnly && !isUnknownName(scene, token))) return LEVEL.none;
  if (isSurnameByEnding(scene, token)) return LEVEL.surname;
  return isListedOnly ? LEVEL.listed : LEVEL.unknown;
}

/** Endings that hardly any English word has: Slavic, Icelandic, Turkish, Romanian, Greek, Georgian and Armenian surnames. */
const SURNAME_ENDING =
  /(?:[a-z]sk(?:y|i|aya|aia)|czyk|wicz|vich|enko|chuk|dottir|sson|oglu|escu|poulos|triou|idis|shvili|adze|nyan)$/i;

const surnames = createVerdicts();

/** "Tchaikovskaya", "Papadimitriou" */
function isSurnameByEnding(scene: Scene, token: number): boolean {
  if (lengthOf(scene, token) < 7) return false;
  const hash = scene.tokens.hash[token] ?? 0;
  return (
    surnames.of(hash) ??
    surnames.keep(hash, SURNAME_ENDING.test(scene.text.slice(startOf(scene, token), endOf(scene, token))))
  );
}

/** "Pryor" is in the list of dual words, but in no dictionary; "Odessa" is a place all the same, and "bill" a word. */
function isTrulyDual(flags: number): boolean {
  return (flags & FLAG.dual) !== 0 && (flags & (FLAG.place | FLAG.rareWord | FLAG.popular)) !== 0;
}

function isDual(flags: number): boolean {
  return (
    (flags & (FLAG.dual | FLAG.popular | FLAG.surname)) !== 0 ||
    ((flags & FLAG.first) !== 0 && (flags & FLAG.safe) === 0)
  );
}

const SPOKEN = CUE.person | CUE.hail | CUE.act;

/** "VIN", "auth": what labels something else is no name for all the lists say. */
function isLabelWord(scene: Scene, token: number): boolean {
  return (cuesOf(scene, token) & ~SPOKEN) !== 0;
}

/** Short words in capitals, where not all are: "VIN", "CO". Not beside a name in capitals: "WEI WONG". */
function isAcronym(scene: Scene, token: number): boolean {
  const length = lengthOf(scene, token);
  if (scene.tokens.shape[token] !== SHAPE.upper || length > 4 || scene.shouted[token] === 1) return false;
  if (length === 4 && (flagsOf(scene, token) & FLAG.popular) !== 0) return false;
  const before = isMark(scene, token - 1, MARK.comma) ? token - 2 : token - 1;
  return !isNameInCapitals(scene, before) && !isNameInCapitals(scene, token + 1);
}

function isNameInCapitals(scene: Scene, token: number): boolean {
  const flags = flagsOf(scene, token);
  if (scene.tokens.shape[token] !== SHAPE.upper || lengthOf(scene, token) < 3 || (flags & FLAG.safe) !== 0)
    return false;
  return (flags & (FLAG.popular | FLAG.first | FLAG.surname | FLAG.dual | FLAG.name)) !== 0;
}

/** Letters that could be an unheard-of name. Short capitals are acronyms. */
function isUnknownName(scene: Scene, token: number): boolean {
  const length = lengthOf(scene, token);
  const shape = scene.tokens.shape[token];
  if (length < 3 || length > 20) return false;
  if (
    shape === SHAPE.mixed &&
    /^[A-Z]{2,}[a-z]{1,2}$/.test(scene.text.slice(startOf(scene, token), endOf(scene, token)))
  )
    return false;
  if (shape === SHAPE.upper && scene.shouted[token] !== 1 && !isNameInCapitals(scene, token - 1))
    return false;
  return hasVowel(scene.text, startOf(scene, token), endOf(scene, token));
}

function hasVowel(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at) | 32;
    if (
      code === 97 ||
      code === 101 ||
      code === 105 ||
      code === 111 ||
      code === 117 ||
      code === 121 ||
      code > 127
    )
      return true;
  }
  return false;
}

/** What may not stand glued before a name: a digit, "@", "/", "#", "_", "." within a path. */
function isBadGlue(scene: Scene, token: number): boolean {
  if (scene.tokens.kind[token] === KIND.sealed || isWord(scene, token)) return false;
  const code = scene.text.charCodeAt(startOf(scene, token));
  return (code >= 48 && code <= 57) || code === MARK.at || code === MARK.underscore || code === 36;
}

function isGoodGlue(scene: Scene, token: number): boolean {
  if (scene.tokens.kind[token] === KIND.sealed) return true;
  const code = scene.text.charCodeAt(startOf(scene, token));
  return !(code >= 48 && code <= 57) && code !== MARK.at && code !== MARK.underscore;
}

export function isCapitalised(scene: Scene, token: number): boolean {
  return token >= 0 && scene.tokens.shape[token] !== SHAPE.lower && scene.shouted[token] !== 1;
}
