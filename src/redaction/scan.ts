import { inChunks } from './chunks.ts';
import type { RedactionContext } from './context.ts';
import { findBare } from './detectors/bare-number.ts';
import type { Finding } from './finding.ts';
import { hashWord } from './fold.ts';
import { findKnown, termsOf } from './known.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { findAgain } from './names/find-again.ts';
import { findNames } from './names/find-names.ts';
import { type Normalised, normalise } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import { createOwnIds } from './own-ids.ts';
import type { Policy } from './policy.ts';
import { holdsPhi, type Scene } from './scene.ts';
import { settle } from './settle.ts';
import { stage } from './stage.ts';
import { createLexer } from './tokens.ts';
import { findDays, findNumbers, findValues } from './values.ts';

export type Scan = (text: string, context?: RedactionContext) => readonly Finding[];
type ScanOnce = (text: string, context: RedactionContext) => readonly Finding[];

/** Finds PHI in a text: offsets on the text as it was typed, in order, without overlaps. Time is linear in length. */
export function createScan(policy: Policy): Scan {
  const lex = createLexer();
  const setting = {
    policy,
    ownIds: createOwnIds(policy.memberIds),
    safe: new Set(policy.safeWords.map(hashWord)),
  };
  const scanOnce: ScanOnce = (text, context) => {
    const plain = normalise(text);
    const lists = lexicon();
    const scene = stage(plain.text, lex(plain.text, lists.words), { lists, ...setting }, context);
    findValues(scene);
    if (context.known) findKnown(scene, termsOf(context.known, lists));
    findByContext(scene, false);
    if (findBare(scene)) findByContext(scene, true);
    if (findAgain(scene)) findByContext(scene, true);
    const findings = withoutOverlaps(inOriginal(scene, plain));
    return policy.kept.length === 0 ? findings : findings.filter(({ type }) => !policy.kept.includes(type));
  };
  const scan: ScanOnce = (text, context) => settle(text, scanOnce(text, context), scanOnce, context);
  return (text, context = {}) => inChunks(text, (chunk) => scan(chunk, context));
}

function inOriginal({ takes }: Scene, { isSame, startOf, endOf }: Normalised): readonly Finding[] {
  if (isSame) return takes;
  return takes.map(({ start, end, type, rule, score }) => ({
    start: startOf(start),
    end: endOf(end),
    type,
    rule,
    score,
  }));
}

const MOST_ROUNDS = 4;

/**
 * Names, and what comes to light beside them: a label reaches over a name to its value, and in a message about
 * somebody "4/1" is their day. Values found so late are looked around again.
 */
function findByContext(scene: Scene, hasMoreValues: boolean): void {
  let isNew = true;
  for (let round = 0; isNew && round < MOST_ROUNDS; round += 1) {
    const before = scene.takes.length;
    findNames(scene);
    const named = scene.takes.length;
    if (named > before || round > 0 || hasMoreValues) findNumbers(scene);
    if (holdsPhi(scene)) findDays(scene);
    isNew = scene.takes.length > named;
  }
}
