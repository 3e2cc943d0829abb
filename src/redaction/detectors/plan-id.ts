import { hashWord } from '../fold.ts';
import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import type { OwnIds } from '../own-ids.ts';
import {
  cuesOf,
  type Detector,
  isNumber,
  isWord,
  lengthOf,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { blobAt } from './blob.ts';
import { digitsIn, endOfMatch } from './pattern.ts';

const LETTER = '[ac-hj-km-np-rt-y]';
const MEDICARE = new RegExp(
  `^[1-9]${LETTER}[0-9ac-hj-km-np-rt-y]\\d-?${LETTER}[0-9ac-hj-km-np-rt-y]\\d-?${LETTER}{2}\\d{2}$`,
  'i',
);
/** A clinical trial's number looks alike, and is public. */
const TRIAL = /^nct\d{8}$/i;
const INSURER = /^(?:[a-z]{1,4}\d{7,14}(?:[a-z]{1,2}|-?\d{1,2})?|[a-z]{2}\d{5}[a-z])$/i;
/** "U88120934 01": the dependent's number, set apart. */
const PERSON_BEHIND = / 0[1-9](?![\da-z/:.,-]\d|[\da-z])/iy;

/** Takes the plan's own ids in any case (R123456, osc119669-01) and Medicare's 1EG4-TE5-MK71. */
export const planId: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const mayBeOwn = scene.ownIds.mayBegin(scene.text.charCodeAt(start));
  if (!mayBeOwn && lengthOf(scene, token) > 1 && isNumber(scene, token)) return 0;
  const blob = blobAt(scene.text, start);
  if (blob === undefined || blob.length < 4) return 0;
  const own = mayBeOwn ? ownId(scene.ownIds, blob) : 0;
  if (own > 0) return take(scene, 'plan-id.own', start, start + own);
  return (blob.length === 11 || blob.length === 13) && MEDICARE.test(blob)
    ? take(scene, 'plan-id.medicare', start, start + blob.length)
    : 0;
};

/** Takes other insurers' ids (W937032809, XZA846139804, W90133482X) unless a label says they are something else. */
export const insurerId: Detector = (scene, token) => {
  if (!isWord(scene, token)) return 0;
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || !INSURER.test(blob) || TRIAL.test(blob) || digitsIn(blob, 0, blob.length) < 5)
    return 0;
  if ((cuesOf(scene, token) & CUE.veto) !== 0) return 0;
  const cues = cueBefore(
    scene,
    token,
    CUE.veto | CUE.member | CUE.mrn | CUE.license | CUE.device | CUE.account | CUE.vehicle,
  );
  if (cues !== 0 && (cues & CUE.member) === 0 && !isSomebodys(scene, token)) return 0;
  const end = start + blob.length;
  return take(scene, 'plan-id.shape', start, endOfMatch(PERSON_BEHIND, scene.text, end) || end);
};

/** Takes "R 440 912" and "osc 119669": an own id, spoken or copied in pieces. Asked at a short word before a number. */
export const spacedOwnId: Detector = (scene, token) => {
  const start = startOf(scene, token);
  if (!scene.ownIds.mayBegin(scene.text.charCodeAt(start))) return 0;
  const end = endOfMatch(PIECES, scene.text, start);
  if (end === 0 || !scene.ownIds.isOne(scene.text.slice(start, end).replaceAll(/[ -]/g, ''))) return 0;
  return take(scene, 'plan-id.own', start, end);
};

const PIECES = /[a-z]{1,4}[ -]?\d{2,9}(?:[ -]\d{2,6}){0,3}(?![\da-z-])/iy;

function ownId({ isOne }: OwnIds, blob: string): number {
  if (isOne(blob)) return blob.length;
  const dash = blob.indexOf('-');
  if (dash > 0 && dash <= 4 && isOne(blob.replaceAll('-', ''))) return blob.length;
  return dash > 0 && isOne(blob.slice(0, dash)) ? dash : 0;
}

/** "level of care for augustin baptiste, H28840917", "ref for H72019483": nearer than what would veto. */
function isSomebodys(scene: Scene, token: number): boolean {
  const { taken, tokens } = scene;
  if (hashAt(scene, token - 1) === FOR) return true;
  return taken[tokens.kind[token - 1] === KIND.mark ? token - 2 : token - 1] === TAKEN.name;
}

const FOR = hashWord('for');
