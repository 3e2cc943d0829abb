import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { endsClause } from '../near.ts';
import {
  cuesOf,
  flagsOf,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import type { Run } from './run.ts';

const WORD = {
  for: hashWord('for'),
  in: hashWord('in'),
  is: hashWord('is'),
  law: hashWord('law'),
  name: hashWord('name'),
  named: hashWord('named'),
  npi: hashWord('npi'),
  on: hashWord('on'),
  the: hashWord('the'),
  w: hashWord('w'),
} as const;
const FIELDS = ['first', 'last', 'middle', 'maiden'].map(hashWord);
const HOUSEHOLDS = ['family', 'household', 'residence', 'hh'].map(hashWord);
const LINES = ['line', 'hold', 'phone'].map(hashWord);

/** What stands around a run and says that it is a person's name, or that it isn't. */
export type Evidence = {
  /** "Mrs." stands right before. */
  readonly isTitled: boolean;
  /** Only a name can follow what stands before: "name is", "attn". */
  readonly isExplicit: boolean;
  /** "mbr", "pt", "spouse". */
  readonly hasPersonLabel: boolean;
  /** "call", "for", "tell". */
  readonly isHailed: boolean;
  /** "wants", "called", "'s". */
  readonly acts: boolean;
  /** "wants", "refused", "'s mom": what only people do and have. */
  readonly isHuman: boolean;
  /** Another finding, "dob" or an age stands right beside. */
  readonly isBesidePhi: boolean;
};

const LOOKED_AT = CUE.person | CUE.explicit | CUE.hail | CUE.title;
const MARKS_BETWEEN: ReadonlySet<number> = new Set([
  MARK.colon,
  MARK.equals,
  MARK.dash,
  MARK.open,
  MARK.hash,
  MARK.comma,
  34,
  39,
  MARK.dot,
  MARK.slash,
]);

export function evidenceOf(scene: Scene, run: Run, first = run.first): Evidence {
  const left = cuesLeftOf(scene, first);
  const cues = cuesOf(scene, left);
  const isNear = first - left <= 2;
  return {
    isTitled: (cues & CUE.title) !== 0 && isNear,
    isExplicit: (cues & CUE.explicit) !== 0 || isNameField(scene, first),
    hasPersonLabel: (cues & CUE.person) !== 0 || isInLaw(scene, first),
    isHailed: (cues & CUE.hail) !== 0,
    acts: actsBehind(scene, run.last),
    isHuman: isHumanBehind(scene, run.last) || isGlossed(scene, run.last),
    isBesidePhi:
      isPhi(scene, neighbourRight(scene, run.last)) ||
      scene.taken[neighbourLeft(scene, first)] === TAKEN.value ||
      isWhoseValue(scene, first),
  };
}

/** "her mother in law Kamala" */
function isInLaw(scene: Scene, first: number): boolean {
  return (
    isWordOf(scene, first - 1, WORD.law) && scene.text.slice(0, startOf(scene, first - 1)).endsWith('in ')
  );
}

/** "first: ann last: price", "last is Doan" */
function isNameField(scene: Scene, first: number): boolean {
  if (
    !isMark(scene, first - 1, MARK.colon) &&
    !isMark(scene, first - 1, MARK.equals) &&
    !isWordOf(scene, first - 1, WORD.is)
  )
    return false;
  return FIELDS.includes(hashAt(scene, first - 2));
}

/** The token whose cues speak for what begins at `first`: the nearest that is no filler. -1 if there is none. */
function cuesLeftOf(scene: Scene, first: number): number {
  let fillers = 0;
  for (let at = first - 1; at >= 0 && first - at <= 6; at -= 1) {
    const cues = cuesOf(scene, at);
    if ((cues & LOOKED_AT) !== 0 && (cues & CUE.filler) === 0) return at;
    if (endsClause(scene, at) && !isMark(scene, at, MARK.bar)) return fallback(scene, first);
    if (isWord(scene, at)) {
      if ((cues & CUE.filler) === 0 || isWordOf(scene, at, WORD.in)) return fallback(scene, first);
      fillers += 1;
      if (fillers > 2) return (cues & LOOKED_AT) !== 0 ? at : fallback(scene, first);
    } else if (isHyphen(scene, at)) return -1;
    else if (isNumber(scene, at) || !MARKS_BETWEEN.has(scene.tokens.flags[at] ?? 0))
      return fallback(scene, first);
  }
  return fallback(scene, first);
}

/** "Child-Pugh" */
function isHyphen(scene: Scene, token: number): boolean {
  return isMark(scene, token, MARK.dash) && isGlued(scene, token) && isGlued(scene, token + 1);
}

/** A filler may be all there is: "for maria". */
function fallback(scene: Scene, first: number): number {
  return (cuesOf(scene, first - 1) & LOOKED_AT) !== 0 ? first - 1 : -1;
}

function actsBehind(scene: Scene, last: number): boolean {
  const behind = last + 1;
  if (isPossessive(scene, last)) return true;
  return (
    (cuesOf(scene, isMark(scene, behind, MARK.comma) ? -1 : behind) & CUE.act) !== 0 ||
    isOnTheLine(scene, behind) ||
    isHousehold(scene, behind)
  );
}

/** "O'Malley family", "the Blythe residence": with a capital it may be a practice. */
function isHousehold(scene: Scene, token: number): boolean {
  return scene.tokens.shape[token] === SHAPE.lower && HOUSEHOLDS.includes(hashAt(scene, token));
}

/** "Chukwuemeka on line 2", "rosa on hold" */
function isOnTheLine(scene: Scene, token: number): boolean {
  if (!isWordOf(scene, token, WORD.on)) return false;
  const place = isWordOf(scene, token + 1, WORD.the) ? token + 2 : token + 1;
  return LINES.includes(hashAt(scene, place));
}

/** "sky (she/they)", "Angel (wife)" */
function isGlossed(scene: Scene, last: number): boolean {
  if (!isMark(scene, last + 1, MARK.open)) return false;
  return (
    (flagsOf(scene, last + 2) & (FLAG.pronoun | FLAG.gender)) !== 0 ||
    (cuesOf(scene, last + 2) & CUE.person) !== 0
  );
}

function isHumanBehind(scene: Scene, last: number): boolean {
  const wanted = isPossessive(scene, last) ? FLAG.belonging : FLAG.human;
  return (flagsOf(scene, wanted === FLAG.human ? last + 1 : last + 3) & wanted) !== 0;
}

/** The lexer leaves the "'" and the "s" of "Maria's" as tokens of their own. */
export function isPossessive(scene: Scene, last: number): boolean {
  return (
    isMark(scene, last + 1, MARK.apostrophe) &&
    isGlued(scene, last + 1) &&
    isWord(scene, last + 2) &&
    isGlued(scene, last + 2) &&
    lengthOf(scene, last + 2) === 1
  );
}

/** "update phone 551-555-0160 for gulnara" */
function isWhoseValue(scene: Scene, first: number): boolean {
  return isWordOf(scene, first - 1, WORD.for) && scene.taken[first - 2] === TAKEN.value;
}

function neighbourRight(scene: Scene, last: number): number {
  let at = last + 1;
  while (at <= last + 2 && scene.tokens.kind[at] === KIND.mark) at += 1;
  return at;
}

function neighbourLeft(scene: Scene, first: number): number {
  let at = first - 1;
  while (
    at >= first - 2 &&
    at >= 0 &&
    !isWord(scene, at) &&
    !isNumber(scene, at) &&
    scene.tokens.kind[at] !== KIND.sealed &&
    scene.tokens.kind[at] !== KIND.newline
  )
    at -= 1;
  return Math.max(at, 0);
}

function isPhi(scene: Scene, token: number): boolean {
  return (
    scene.taken[token] === TAKEN.value ||
    (cuesOf(scene, token) & (CUE.birth | CUE.ssn | CUE.zip)) !== 0 ||
    isAge(scene, token) ||
    isAgeBetweenMarks(scene, token)
  );
}

/** "45 y/o", "45F", ", 45," */
function isAge(scene: Scene, token: number): boolean {
  if (!isNumber(scene, token) || lengthOf(scene, token) > 3) return false;
  return (
    (cuesOf(scene, token + 1) & CUE.age) !== 0 ||
    (isGlued(scene, token + 1) && isWord(scene, token + 1) && lengthOf(scene, token + 1) <= 2)
  );
}

/** "Wanda, 59, breast ca", "Nasra (30, postpartum)": nothing that is counted stands behind the number. */
function isAgeBetweenMarks(scene: Scene, token: number): boolean {
  if (!isNumber(scene, token) || lengthOf(scene, token) > 2 || isGlued(scene, token + 1) === false)
    return false;
  if (!isMark(scene, token - 1, MARK.comma) && !isMark(scene, token - 1, MARK.open)) return false;
  return (
    isMark(scene, token + 1, MARK.comma) ||
    isMark(scene, token + 1, MARK.close) ||
    isMark(scene, token + 1, MARK.semicolon)
  );
}

/** A disease, test or device named after somebody: "Bell's palsy", "Wells score", "Foley cath". */
export function isEponym(scene: Scene, run: Run): boolean {
  const behind = isPossessive(scene, run.last) ? run.last + 3 : run.last + 1;
  return (cuesOf(scene, behind) & CUE.eponymNoun) !== 0 && run.units.length <= 3;
}

/** A hospital, a practice or a company: "smith clinic", "Johnson Family Practice", "Cedars-Sinai Medical". */
export function isOrganisation(scene: Scene, run: Run): boolean {
  const isOwned = isPossessive(scene, run.last);
  let at = isOwned ? run.last + 3 : run.last + 1;
  for (let words = 0; words < 3 && isWord(scene, at); words += 1, at = behindPossessive(scene, at)) {
    const isLower = scene.tokens.shape[at] === SHAPE.lower;
    if ((cuesOf(scene, at) & CUE.facility) !== 0 && (words === 0 ? !isLower || !isOwned : !isLower))
      return true;
    if (isLower) return false;
    if ((cuesOf(scene, at) & CUE.company) !== 0) return true;
  }
  return false;
}

/** "Bence Jones protein", "Norwood, Glenn", "vs Gilbert": all of it is in names of diseases, and nobody is spoken of. */
export function isOnlyEponyms(scene: Scene, run: Run): boolean {
  for (let at = run.first; at <= run.last; at += 1)
    if (isWord(scene, at) && lengthOf(scene, at) > 1 && (flagsOf(scene, at) & FLAG.eponym) === 0)
      return false;
  const { isTitled, isExplicit, hasPersonLabel, acts, isHuman, isBesidePhi } = evidenceOf(scene, run);
  const isSpokenOf = acts && !isPossessive(scene, run.last);
  return !(isTitled || isExplicit || hasPersonLabel || isSpokenOf || isHuman || isBesidePhi);
}

/** "Johnson & Johnson": the same name twice is a firm's. */
export function isFirm(scene: Scene, { first, last }: Run): boolean {
  const { hash } = scene.tokens;
  const AMPERSAND = 38;
  return (
    (isMark(scene, last + 1, AMPERSAND) && isWord(scene, last + 2) && hash[last + 2] === hash[last]) ||
    (isMark(scene, first - 1, AMPERSAND) && isWord(scene, first - 2) && hash[first - 2] === hash[first])
  );
}

function behindPossessive(scene: Scene, token: number): number {
  return isPossessive(scene, token) ? token + 3 : token + 1;
}

/** "Dr. Ahmed Khan", "PCP: Jane Smith", "Susan Pope, MD", "Jane Smith NPI 123…": providers' names stay. */
export function isProvider(scene: Scene, run: Run): boolean {
  let left = run.first - 1;
  while (
    left >= run.first - 3 &&
    left >= 0 &&
    (isMark(scene, left, MARK.dot) || isMark(scene, left, MARK.colon) || isProviderFiller(scene, left))
  )
    left -= 1;
  if ((cuesOf(scene, left) & CUE.provider) !== 0) return true;
  const behind = isMark(scene, run.last + 1, MARK.comma) ? run.last + 2 : run.last + 1;
  if ((cuesOf(scene, behind) & CUE.credential) === 0) return isWordOf(scene, behind, WORD.npi);
  return scene.tokens.shape[behind] !== 0;
}

function isProviderFiller(scene: Scene, token: number): boolean {
  return (
    isWordOf(scene, token, WORD.is) ||
    isWordOf(scene, token, WORD.name) ||
    isWordOf(scene, token, WORD.named) ||
    isWordOf(scene, token, WORD.w)
  );
}

/** Is it this word, in any case? Compared by hash, so that asking makes no strings. */
function isWordOf({ tokens }: Scene, token: number, hash: number): boolean {
  return token >= 0 && tokens.hash[token] === hash && tokens.kind[token] === KIND.word;
}

/** A word's hash; that of nothing where no word is. */
function hashAt(scene: Scene, token: number): number {
  return isWord(scene, token) ? (scene.tokens.hash[token] ?? 0) : 0;
}
