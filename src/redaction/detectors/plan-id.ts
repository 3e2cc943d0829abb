import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, isWord, type Scene, startOf, take } from '../scene.ts';
import { blobAt } from './blob.ts';
import { digitsIn, endOfMatch } from './pattern.ts';

const LETTER = '[ac-hj-km-np-rt-y]';
const MEDICARE = new RegExp(
  `^[1-9]${LETTER}[0-9ac-hj-km-np-rt-y]\\d-?${LETTER}[0-9ac-hj-km-np-rt-y]\\d-?${LETTER}{2}\\d{2}$`,
  'i',
);
/** A clinical trial's number looks alike, and is public. */
const TRIAL = /^nct\d{8}$/i;
const INSURER = /^(?:[a-z]{1,4}\d{7,14}(?:-?\d{1,2})?|[a-z]{2}\d{5}[a-z])$/i;

/** Takes the plan's own ids in any case (R123456, osc119669-01) and Medicare's 1EG4-TE5-MK71. */
export const planId: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || blob.length < 4) return 0;
  const own = ownId(scene.policy.memberIds, blob);
  if (own > 0) return take(scene, 'plan-id.own', start, start + own);
  return (blob.length === 11 || blob.length === 13) && MEDICARE.test(blob)
    ? take(scene, 'plan-id.medicare', start, start + blob.length)
    : 0;
};

/** Takes other insurers' ids (W937032809, XZA846139804, AB35984C) unless a label says they are something else. */
export const insurerId: Detector = (scene, token) => {
  if (!isWord(scene, token)) return 0;
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || !INSURER.test(blob) || TRIAL.test(blob) || digitsIn(blob, 0, blob.length) < 5)
    return 0;
  const cues = cueBefore(
    scene,
    token,
    CUE.veto | CUE.member | CUE.mrn | CUE.license | CUE.device | CUE.account | CUE.vehicle,
  );
  if (cues !== 0 && (cues & CUE.member) === 0) return 0;
  return take(scene, 'plan-id.shape', start, start + blob.length);
};

/** Takes "R 440 912" and "osc 119669": an own id, spoken or copied in pieces. Asked at a short word before a number. */
export const spacedOwnId: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const end = endOfMatch(PIECES, scene.text, start);
  if (end === 0 || !isOwn(scene, scene.text.slice(start, end))) return 0;
  return take(scene, 'plan-id.own', start, end);
};

const PIECES = /[a-z]{1,4}[ -]?\d{2,9}(?:[ -]\d{2,6}){0,3}(?![\da-z-])/iy;

function isOwn({ policy }: Scene, pieces: string): boolean {
  const whole = pieces.replaceAll(/[ -]/g, '');
  return policy.memberIds.some((pattern) => pattern.test(whole));
}

function ownId(patterns: readonly RegExp[], blob: string): number {
  if (patterns.some((pattern) => pattern.test(blob))) return blob.length;
  const dash = blob.indexOf('-');
  if (dash > 0 && dash <= 4 && patterns.some((pattern) => pattern.test(blob.replaceAll('-', ''))))
    return blob.length;
  return dash > 0 && patterns.some((pattern) => pattern.test(blob.slice(0, dash))) ? dash : 0;
}
