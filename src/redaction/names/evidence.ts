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
import { hashAt, isPossessive, isWordOf, WORD } from '../words.ts';
import type { Run } from './run.ts';
import { isAged, isHeading, isSubject, isTold } from './standing.ts';

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
  /** "said", "says", "is 12". */
  readonly speaks: boolean;
  /** "tell" and "ask" before it, and "her", "if", "that" behind. */
  readonly isTold: boolean;
  /** "Dimitra: …", "Amrit - …" at the very beginning of a line. */
  readonly isHeading: boolean;
  /** Begins a line or sentence, "so" and "but" aside. */
  readonly isSubject: boolean;
  /** Another finding, "dob" or an age stands right beside. */
  readonly isBesidePhi: boolean;
};

/** Anything that things don't have and do. */
export function speaksOfPerson(evidence: Evidence): boolean {
  return evidence.isHuman || isKnownPerson(evidence);
}

/** A label or a value beside it says that it is a person. */
export function isKnownPerson({ isTitled, isExplicit, hasPersonLabel, isBesidePhi }: Evidence): boolean {
  return isTitled || isExplicit || hasPersonLabel || isBesidePhi;
}

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
  const isAlone = run.units.length === 1;
  return {
    isTitled: (cues & CUE.title) !== 0 && isNear,
    isExplicit: (cues & CUE.explicit) !== 0 || isNameField(scene, first),
    hasPersonLabel: (cues & CUE.person) !== 0 || isInLaw(scene, first),
    isHailed: (cues & CUE.hail) !== 0,
    acts: actsBehind(scene, run.last),
    isHuman: isHumanBehind(scene, run.last) || isGlossed(scene, run.last),
    speaks: isAlone && ((flagsOf(scene, run.last + 1) & FLAG.speech) !== 0 || isAged(scene, run.last + 1)),
    isTold: isAlone && isTold(scene, first, run.last),
    isHeading: isAlone && isHeading(scene, first, run.last),
    isSubject: isSubject(scene, first),
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
    else if (isNumber(scene, at) || !MARKS_BETWEEN.has(scene.tokens.mark[at] ?? 0))
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
  if (isJoining(scene, behind)) return isPersonBehind(scene, behind + 1);
  if (isNoShow(scene, behind)) return true;
  return (
    (cuesOf(scene, isMark(scene, behind, MARK.comma) ? -1 : behind) & CUE.act) !== 0 ||
    isOnTheLine(scene, behind) ||
    isHousehold(scene, behind)
  );
}

function isJoining(scene: Scene, token: number): boolean {
  return isMark(scene, token, AMPERSAND) || JOINING.has(hashAt(scene, token));
}

const AMPERSAND = 38;
const JOINING = new Set(['and', 'or', 'not'].map(hashWord));
const NAMES = FLAG.first | FLAG.popular | FLAG.surname;

/** "rosa and her son", "Bola & Tunde": with a person beside it "and" makes one of the other. */
function isPersonBehind(scene: Scene, token: number): boolean {
  const flags = flagsOf(scene, token);
  if ((flags & FLAG.pronoun) !== 0 || (cuesOf(scene, token) & CUE.person) !== 0) return true;
  return (flags & NAMES) !== 0 && (flags & FLAG.safe) === 0;
}

const SHOWS = ['show', 'shows', 'showed'].map(hashWord);

/** "tien no showed 3x" */
function isNoShow(scene: Scene, token: number): boolean {
  return isWordOf(scene, token, WORD.no) && SHOWS.includes(hashAt(scene, token + 1));
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

const GLOSSES = new Set('legal real goes preferred legally given formerly actually'.split(' ').map(hashWord));

/** "sky (she/they)", "Angel (wife)", "buddy (real name …)" */
function isGlossed(scene: Scene, last: number): boolean {
  if (!isMark(scene, last + 1, MARK.open)) return false;
  return (
    (flagsOf(scene, last + 2) & (FLAG.pronoun | FLAG.gender)) !== 0 ||
    (cuesOf(scene, last + 2) & (CUE.person | CUE.explicit)) !== 0 ||
    GLOSSES.has(hashAt(scene, last + 2))
  );
}

function isHumanBehind(scene: Scene, last: number): boolean {
  const wanted = isPossessive(scene, last) ? FLAG.belonging : FLAG.human;
  return (flagsOf(scene, wanted === FLAG.human ? last + 1 : last + 3) & wanted) !== 0;
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
    (isGlued(scene, token + 1) && (flagsOf(scene, token + 1) & FLAG.gender) !== 0)
  );
}

/** "Wanda, 59, breast ca", "Epstein, 69: PSA", "Nasra (30, postpartum)": nothing that is counted stands behind the number. */
function isAgeBetweenMarks(scene: Scene, token: number): boolean {
  if (!isNumber(scene, token) || lengthOf(scene, token) > 2 || isGlued(scene, token + 1) === false)
    return false;
  if (!isMark(scene, token - 1, MARK.comma) && !isMark(scene, token - 1, MARK.open)) return false;
  return (
    isMark(scene, token + 1, MARK.comma) ||
    isMark(scene, token + 1, MARK.close) ||
    isMark(scene, token + 1, MARK.semicolon) ||
    isMark(scene, token + 1, MARK.colon)
  );
}
