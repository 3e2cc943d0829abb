import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { endsClause } from '../near.ts';
import { cuesOf, flagsOf, isMark, isNumber, isWord, lengthOf, MARK, type Scene, TAKEN } from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';

const hashes = (words: string) => new Set(words.split(' ').map(hashWord));

/** Labels that mean a value even when they stand behind it. "Member" and "patient" alone don't: they act too. */
const LABELS = hashes(
  'mrn mrns ssn social soc itin mbi hicn dl dln license licence lic passport plate plates acct account zip zipcode cell cellphone phone fax mobile last last4 chart vin',
);
const IDS = hashes('id ids');
const OWNERS = hashes(
  'member mbr mem sub subscriber her his their my old new prior medicaid medicare insurance patient pt',
);
const BETWEEN = hashes(
  'is was as for her his their my the a old new prior pt pts mbr mbrs member members patient patients s 4 four right correct state driver drivers medicaid medicare insurance sub subscriber only partial full daughter daughters son sons wife wifes husband husbands mom moms mother mothers dad dads father spouse spouses caregiver caregivers grandson granddaughter sister brother work home',
);
const FARTHEST = 7;

/**
 * The cues of a label right behind a value: "5589012 is her mrn", "3357 last4", "F640-1120-3384, IL license". 0 if
 * there is none, or if a value of the label's own stands behind it. `from` is the first token behind the value.
 */
export function cueBehind(scene: Scene, from: number): number {
  for (let at = from; at < from + FARTHEST && at < scene.tokens.count; at += 1) {
    if (isLabel(scene, at)) return hasOwnValue(scene, at) ? 0 : cuesAt(scene, at);
    if (isWord(scene, at)) {
      const isStep = BETWEEN.has(hashAt(scene, at)) || (flagsOf(scene, at) & FLAG.stateCode) !== 0;
      if (!isStep) return 0;
    } else if (
      scene.tokens.kind[at] === KIND.sealed ||
      isNumber(scene, at) ||
      endsClause(scene, at) ||
      isMark(scene, at, MARK.question)
    )
      return 0;
  }
  return 0;
}

function isLabel(scene: Scene, token: number): boolean {
  const hash = hashAt(scene, token);
  return LABELS.has(hash) || (IDS.has(hash) && OWNERS.has(hashAt(scene, token - 1)));
}

function cuesAt(scene: Scene, token: number): number {
  return IDS.has(hashAt(scene, token)) ? CUE.member : cuesOf(scene, token);
}

/** "… mrn 889123" and "… last 4 3106": the label speaks of what stands behind it. */
function hasOwnValue(scene: Scene, label: number): boolean {
  let numbers = 0;
  for (let at = label + 1; at <= label + 4 && at < scene.tokens.count; at += 1) {
    if (endsClause(scene, at) || isMark(scene, at, MARK.comma)) return false;
    if (scene.taken[at] === TAKEN.value) return true;
    if (isNumber(scene, at) && (lengthOf(scene, at) > 1 || numbers > 0)) return true;
    if (isNumber(scene, at)) numbers += 1;
  }
  return false;
}
