import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import {
  type Detector,
  endOf,
  endsLine,
  flagsOf,
  isGlued,
  isMark,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { isZip, lastOfZip } from './locality.ts';
import { endOfMatch, standsNear } from './pattern.ts';

/** Takes "near 08817" and "Maribel, 78520," from a message about somebody. Not codes of visits. Asked last. */
export const zipOfSomebody: Detector = (scene, token) => {
  if (!isZip(scene, token) || isGlued(scene, token) || isVisitCode(scene, token)) return 0;
  const last = lastOfZip(scene, token);
  const isApart =
    !isGlued(scene, last + 1) ||
    (scene.tokens.kind[last + 1] === KIND.mark && !isMark(scene, last + 1, MARK.dash));
  if (!isApart || !isWhere(scene, token, last)) return 0;
  if ((cueBefore(scene, token, CUE.veto, 3) & CUE.veto) !== 0) return 0;
  return take(scene, 'place.zip', startOf(scene, token), endOf(scene, last));
};

const WITHIN = / (?:[a-z]{1,12} ){0,3}(?:within|under|<|w\/in) ?(?:a )?\d{1,3}[- ]?(?:mi|miles?)\b/iy;

/** Takes "PCP search 85719 within 10 mi", "59718 no psych <60mi": nothing else has miles around it. */
export const zipOfSearch: Detector = (scene, token) => {
  if (!isZip(scene, token) || isGlued(scene, token)) return 0;
  const end = endOf(scene, token);
  return endOfMatch(WITHIN, scene.text, end) > 0 ? take(scene, 'place.zip', startOf(scene, token), end) : 0;
};

/** "in", "near" before it, or a comma on either side. */
function isWhere(scene: Scene, token: number, last: number): boolean {
  if (
    /\b(?:in|near|nr|by|around|from)$/i.test(
      scene.text.slice(startOf(scene, token - 1), endOf(scene, token - 1)),
    )
  )
    return (cueAfter(scene, last, CUE.measure, 1) & CUE.measure) === 0;
  if (isVerified(scene, token) || isAtName(scene, token)) return true;
  if (!isMark(scene, token - 1, MARK.comma)) return isCityBefore(scene, token);
  return (
    endsLine(scene, last + 1) ||
    isMark(scene, last + 1, MARK.comma) ||
    isMark(scene, last + 1, MARK.semicolon) ||
    isMark(scene, last + 1, MARK.question)
  );
}

/** "verified w/ 7/31/1985 and 11226": what callers are asked for beside a birthday. */
function isVerified({ text, tokens, taken }: Scene, token: number): boolean {
  const before = text.slice(tokens.start[token - 1] ?? 0, tokens.end[token - 1] ?? 0);
  return (
    /^(?:and|&|\+|,|\/|w|with)$/i.test(before) &&
    (taken[token - 2] === TAKEN.value || /^w/i.test(before)) &&
    standsNear(VERIFYING, text, tokens.start[token] ?? 0)
  );
}

/** "roland guidry at 70506" */
function isAtName({ text, tokens, taken }: Scene, token: number): boolean {
  return (
    taken[token - 2] === TAKEN.name &&
    text.slice(tokens.start[token - 1] ?? 0, tokens.end[token - 1] ?? 0).toLowerCase() === 'at'
  );
}

const VERIFYING = /\b(?:verif|confirm|match|validat|authenticat|gave|pass|to id\b|hipaa)/i;

/** "in Ossining 10562": the city may have been taken already. */
function isCityBefore(scene: Scene, token: number): boolean {
  if (scene.takes.some(({ type, end }) => type === 'LOCATION' && end === startOf(scene, token) - 1))
    return true;
  return scene.tokens.shape[token - 1] === SHAPE.capital && (flagsOf(scene, token - 1) & FLAG.city) !== 0;
}

/** 99202 to 99499 are codes of visits far more often than places. */
function isVisitCode(scene: Scene, token: number): boolean {
  return /^99[2-4]/.test(scene.text.slice(startOf(scene, token), endOf(scene, token)));
}
