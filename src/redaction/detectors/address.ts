import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import {
  cuesOf,
  type Detector,
  endOf,
  flagsOf,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  take,
} from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { lastOfLocality, skipComma } from './locality.ts';

const LONGEST_STREET = 5;
/** "8 wk PT" is no Point. */
const PERIODS = new Set(
  ['wk', 'wks', 'week', 'weeks', 'mo', 'mos', 'day', 'days', 'visits', 'units'].map(hashWord),
);

/** Takes "2931 Country Club Street, Unit 3, Baton Rouge, IN 37224" as one, and "12 oak st". */
export const street: Detector = (scene, token) => {
  if (!isNumber(scene, token) || lengthOf(scene, token) > 6) return 0;
  const last = lastOfStreet(scene, houseNumber(scene, token));
  if (last === 0) return 0;
  const unit = lastOfUnit(scene, last);
  const locality = lastOfLocality(scene, unit);
  return take(scene, 'address.street', startOf(scene, token), endOf(scene, locality));
};

/** "22-15 31st Ave": the last token of the house number. */
function houseNumber(scene: Scene, token: number): number {
  const isDouble =
    isMark(scene, token + 1, MARK.dash) &&
    isGlued(scene, token + 1) &&
    isNumber(scene, token + 2) &&
    isGlued(scene, token + 2);
  return isDouble ? token + 2 : token;
}

function lastOfStreet(scene: Scene, token: number): number {
  const first =
    isGlued(scene, token + 1) && isWord(scene, token + 1) && lengthOf(scene, token + 1) === 1
      ? token + 2
      : token + 1;
  if (!isWord(scene, first) && !isNumber(scene, first)) return 0;
  if (isGlued(scene, first) || PERIODS.has(hashAt(scene, first))) return 0;
  const last = lastOfNamed(scene, first);
  if (last === 0)
    return lastOfNumbered(scene, first) || lastBeforeUnit(scene, first) || lastOfDirected(scene, first);
  if (isDirection(scene, last + 1)) return last + 1;
  return isMark(scene, last + 1, MARK.dot) && isGlued(scene, last + 1) ? last + 1 : last;
}

/** "Country Club Street", "31st Ave", "St. Charles Ave": the last token of a name that ends in a word for a street, or 0. */
function lastOfNamed(scene: Scene, first: number): number {
  if ((scene.tokens.presentFlags & FLAG.street) === 0) return 0;
  let last = 0;
  for (let at = first; at <= first + LONGEST_STREET; at += 1) {
    if (isMark(scene, at, MARK.dot) && isGlued(scene, at) && lengthOf(scene, at - 1) <= 2) continue;
    if (isNumber(scene, at) && isWord(scene, at + 1) && isGlued(scene, at + 1)) continue;
    if (!isWord(scene, at)) break;
    const flags = flagsOf(scene, at);
    if ((flags & FLAG.street) !== 0 && isSuffix(scene, at, first)) last = at;
    else if (
      ((flags & FLAG.grammar) !== 0 && !isStreetAdjective(scene, at)) ||
      (cuesOf(scene, at) & CUE.measure) !== 0
    )
      break;
  }
  return last;
}

const LEADING = new Set(
  'calle avenida avda camino paseo via rua rue county state highway hwy route rte us fm cr sr avenue ave carretera cll ruta plaza'
    .split(' ')
    .map(hashWord),
);

/** "2207 W Calle Bonita", "410 County Road 12", "88 Avenue B": the kind of street stands first. */
function lastOfNumbered(scene: Scene, first: number): number {
  const kind = isDirection(scene, first) ? first + 1 : first;
  if (!LEADING.has(hashAt(scene, kind))) return 0;
  let last = 0;
  for (let at = kind + 1; at <= kind + 3; at += 1) {
    const isName =
      isWord(scene, at) &&
      scene.tokens.shape[at] !== SHAPE.lower &&
      (flagsOf(scene, at) & FLAG.stateCode) === 0;
    if (!isName && !isNumber(scene, at)) break;
    last = at;
    if (isNumber(scene, at)) break;
  }
  return last;
}

/** "Cedar Ave S", "5th St NW" */
function isDirection(scene: Scene, token: number): boolean {
  if (!isWord(scene, token) || lengthOf(scene, token) > 2) return false;
  return (
    scene.tokens.shape[token] !== SHAPE.lower &&
    /^(?:[NSEW]|[NS][EW])$/.test(scene.text.slice(startOf(scene, token), endOf(scene, token)))
  );
}

/** "1123 Grand Concourse apt 5F": no word for a street, but a flat. */
function lastBeforeUnit(scene: Scene, first: number): number {
  if ((scene.tokens.presentFlags & FLAG.unit) === 0) return 0;
  for (let at = first; at <= first + 3 && isWord(scene, at); at += 1) {
    if (at > first && isFlat(scene, at)) return at - 1;
    if ((flagsOf(scene, at) & FLAG.grammar) !== 0 || (cuesOf(scene, at) & CUE.measure) !== 0) return 0;
  }
  return 0;
}

/** "400 E Osborn #1108": a direction, a name, and a flat's number. */
function lastOfDirected(scene: Scene, first: number): number {
  if (!isDirection(scene, first)) return 0;
  let at = first + 1;
  while (at <= first + 2 && isWord(scene, at) && scene.tokens.shape[at] === SHAPE.capital) at += 1;
  return at > first + 1 && isMark(scene, at, MARK.hash) && isNumber(scene, at + 1) ? at - 1 : 0;
}

function isFlat(scene: Scene, token: number): boolean {
  const word = scene.text.slice(startOf(scene, token), endOf(scene, token));
  return /^(?:apt|apartment|unit|trlr)$/i.test(word) && lastOfUnit(scene, token - 1) > token - 1;
}

/** "Old Mill Ave", "Avenue of the Americas", "First St". */
function isStreetAdjective(scene: Scene, token: number): boolean {
  return /^(?:old|new|first|second|third|high|low|long|of|the|one|good|back|front|down|up)$/i.test(
    scene.text.slice(startOf(scene, token), endOf(scene, token)),
  );
}

/** "st" and "ave" are always a street's; "way", "close" and "point" only with capitals or behind a house number. */
function isSuffix(scene: Scene, token: number, first: number): boolean {
  const isPlain = (flagsOf(scene, token) & FLAG.word) !== 0 && lengthOf(scene, token) > 2;
  const isLower = scene.tokens.shape[token] === SHAPE.lower;
  const isNamed = token > first || !isPlain;
  if (token === first)
    return (
      /^(?:broadway|highway|hwy|route|rte)$/i.test(
        scene.text.slice(startOf(scene, token), endOf(scene, token)),
      ) && !isGlued(scene, token)
    );
  if (!isPlain || !isLower) return isNamed && !isGlued(scene, first);
  const before = flagsOf(scene, token - 1);
  return (
    lengthOf(scene, first - 1) >= 2 &&
    ((before & FLAG.word) === 0 || (before & (FLAG.dual | FLAG.surname | FLAG.first)) !== 0) &&
    (before & (FLAG.safe | FLAG.grammar)) === 0
  );
}

function lastOfUnit(scene: Scene, last: number): number {
  let at = skipComma(scene, last + 1);
  const isMarked = isMark(scene, at, MARK.hash);
  if (isMarked) at += 1;
  else if ((flagsOf(scene, at) & FLAG.unit) !== 0) {
    at += 1;
    while (isMark(scene, at, MARK.hash) || isMark(scene, at, MARK.dot)) at += 1;
  } else return last;
  if (!isNumber(scene, at) && !(isWord(scene, at) && lengthOf(scene, at) <= 2)) return last;
  while (
    isGlued(scene, at + 1) &&
    (isNumber(scene, at + 1) || isWord(scene, at + 1) || isMark(scene, at + 1, MARK.dash)) &&
    at < last + 8
  )
    at += 1;
  return at;
}
