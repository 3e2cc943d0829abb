import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { endsClause } from '../near.ts';
import {
  cuesOf,
  endsLine,
  flagsOf,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';

/** "tell hope her card shipped", "ask clay if": a word that is a name too, spoken to. */
export function isTold(scene: Scene, first: number, last: number): boolean {
  if ((flagsOf(scene, first - 1) & FLAG.tell) === 0) return false;
  return endsLine(scene, last + 1) || TOLD.has(hashAt(scene, last + 1));
}

const TOLD = new Set(
  'her his he she him that to we i the if about it its their they not when what why how there this no our'
    .split(' ')
    .map(hashWord),
);

function beginsLine(scene: Scene, first: number): boolean {
  return first === 0 || scene.tokens.kind[first - 1] === KIND.newline;
}

export function isHeading(scene: Scene, first: number, last: number): boolean {
  const behind = last + 1;
  if (!beginsLine(scene, first)) return false;
  return isMark(scene, behind, MARK.colon) || (isMark(scene, behind, MARK.dash) && !isGlued(scene, behind));
}

const OPENERS = new Set(
  'so but and then ok also well now today yesterday fyi because bc since when if'.split(' ').map(hashWord),
);

export function isSubject(scene: Scene, first: number): boolean {
  return (
    beginsLine(scene, first) ||
    (isWord(scene, first - 1) ? OPENERS.has(hashAt(scene, first - 1)) : endsClause(scene, first - 1))
  );
}

const BEING = ['is', 'was', 'turns', 'turned'].map(hashWord);

/** "Hope is 12, her mom called": no unit, and the clause ends. */
export function isAged(scene: Scene, token: number): boolean {
  if (!BEING.includes(hashAt(scene, token)) || !isNumber(scene, token + 1) || lengthOf(scene, token + 1) > 2)
    return false;
  const behind = token + 2;
  if (endsLine(scene, behind) || isMark(scene, behind, MARK.comma)) return true;
  return (cuesOf(scene, behind) & CUE.age) !== 0 && !isGlued(scene, behind);
}
