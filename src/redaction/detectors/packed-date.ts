import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import {
  type Detector,
  endOf,
  isGlued,
  isMark,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const CENTURY = '(?:19|20)';
const PACKED = new RegExp(`^(?:${MONTH}${DAY}${CENTURY}?\\d\\d|${CENTURY}\\d\\d${MONTH}${DAY})$`);

/** Birthdays typed as 6 or 8 digits: 092740, 05091973, 19730509. */
export function isPackedDate(digits: string): boolean {
  return PACKED.test(digits);
}

/** Takes "Yu-Ting Shen 120495" and "osc771530 110262": a birthday in one piece behind a name or id. Asked last. */
export const packedDate: Detector = (scene, token) => {
  const length = lengthOf(scene, token);
  if ((length !== 6 && length !== 8) || isGlued(scene, token) || isTied(scene, token)) return 0;
  if (
    !isBehindName(scene, token) ||
    !isPackedDate(scene.text.slice(startOf(scene, token), endOf(scene, token)))
  )
    return 0;
  return take(scene, 'date.birth', startOf(scene, token), endOf(scene, token));
};

const BIRTHDAY = new RegExp(`^(?:${MONTH}${DAY}(?:19[1-9]\\d|20[0-2]\\d)|19[1-9]\\d${MONTH}${DAY})$`);

/** Takes "01251968 is all I got": eight digits that make a day are one, unless a label says otherwise. */
export const packedBirthday: Detector = (scene, token) => {
  if (lengthOf(scene, token) !== 8 || isGlued(scene, token) || isTied(scene, token)) return 0;
  if (!BIRTHDAY.test(scene.text.slice(startOf(scene, token), endOf(scene, token)))) return 0;
  return cueBefore(scene, token, OTHER) === 0
    ? take(scene, 'date.birth', startOf(scene, token), endOf(scene, token))
    : 0;
};

const OTHER = CUE.veto | CUE.member | CUE.mrn | CUE.account | CUE.device | CUE.license | CUE.other;

function isTied(scene: Scene, token: number): boolean {
  return isGlued(scene, token + 1) && scene.tokens.kind[token + 1] !== KIND.mark;
}

/** A name or a member's id, and at most a comma, a dash or a bracket. */
function isBehindName(scene: Scene, token: number): boolean {
  const isApart =
    isMark(scene, token - 1, MARK.comma) ||
    isMark(scene, token - 1, MARK.dash) ||
    isMark(scene, token - 1, MARK.slash) ||
    isMark(scene, token - 1, MARK.open);
  return scene.taken[token - (isApart ? 2 : 1)] === TAKEN.name || isPlanId(scene, token);
}

const LOOKED_BACK = 32;

function isPlanId({ takes, tokens }: Scene, token: number): boolean {
  const start = tokens.start[token] ?? 0;
  return takes
    .slice(-LOOKED_BACK)
    .some(({ type, end }) => type === 'HEALTH_PLAN_ID' && start - end >= 1 && start - end <= 2);
}
