import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import { type Detector, endOf, flagsOf, isGlued, isMark, MARK, type Scene, startOf, take } from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { isZip, lastOfZip } from './address.ts';

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

/** "in", "near" before it, or a comma on either side. */
function isWhere(scene: Scene, token: number, last: number): boolean {
  if (
    /\b(?:in|near|nr|around|from)$/i.test(
      scene.text.slice(startOf(scene, token - 1), endOf(scene, token - 1)),
    )
  )
    return (cueAfter(scene, last, CUE.measure, 1) & CUE.measure) === 0;
  if (!isMark(scene, token - 1, MARK.comma)) return isCityBefore(scene, token);
  return (
    last + 1 >= scene.tokens.count ||
    isMark(scene, last + 1, MARK.comma) ||
    isMark(scene, last + 1, MARK.semicolon)
  );
}

/** "in Ossining 10562": the city may have been taken already. */
function isCityBefore(scene: Scene, token: number): boolean {
  if (scene.takes.some(({ type, end }) => type === 'LOCATION' && end === startOf(scene, token) - 1))
    return true;
  return scene.tokens.shape[token - 1] !== SHAPE.lower && (flagsOf(scene, token - 1) & FLAG.city) !== 0;
}

/** 99202 to 99499 are codes of visits far more often than places. */
function isVisitCode(scene: Scene, token: number): boolean {
  return /^99[2-4]/.test(scene.text.slice(startOf(scene, token), endOf(scene, token)));
}
