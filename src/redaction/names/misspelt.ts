import { fold, HASH_START, hashStep, hashWord } from '../fold.ts';
import { FLAG } from '../lexicon/flags.ts';
import type { Table } from '../lexicon/table.ts';
import { createVerdicts } from '../verdicts.ts';

const KNOWN = FLAG.word | FLAG.safe | FLAG.grammar;
const LONGEST = 16;
/** Endings of English and of medicine, in which hardly any name ends. */
const ENDING =
  /(?:ed|ing|ly|tion|sion|ment|ness|able|ible|ful|less|ous|ive|ity|ism|ists?|ized?|ate[ds]?|ers|als?|ics?|itis|osis|oses|emia|oma|omas|ectomy|ostomy|otomy|plasty|scopy|pathy|algia|uria|penia|graphy|gram|ology|iasis|trophy|mab|nib|pril|sartan|statin|olol|azole|cillin|mycin|cycline|floxacin|gliptin|gliflozin|glutide|parin|xaban|prazole|setron|triptan|dipine|thiazide|lukast|afil|oxetine|azepam|caine|dronate|vir|zumab|ximab)$/;

/** "recertified", "cardiology": hardly a name. */
export function hasEnding(word: string): boolean {
  return ENDING.test(word);
}

/** Each costs a few hundred look-ups. */
const verdicts = createVerdicts();

/** Is an unknown word more likely a word than a name: one letter away from a word, or with a word's ending? */
export function isMisspelt(word: string, words: Table): boolean {
  const hash = hashWord(word);
  return verdicts.of(hash) ?? verdicts.keep(hash, looksMisspelt(word, words));
}

function looksMisspelt(word: string, words: Table): boolean {
  const codes = Array.from(word, (letter) => fold(letter.charCodeAt(0)));
  if (codes.length > LONGEST || hasEnding(String.fromCharCode(...codes))) return true;
  return codes.length > 4 && hasNeighbour(codes, words);
}

/** Tries each word that one letter more, less, other or exchanged with the next makes. */
function hasNeighbour(codes: readonly number[], words: Table): boolean {
  let prefix = HASH_START;
  for (let at = 0; at <= codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const next = codes[at + 1];
    if (at < codes.length && isKnown(words, hashOf(prefix, codes, at + 1))) return true;
    if (next !== undefined && isKnown(words, hashOf(hashStep(hashStep(prefix, next), code), codes, at + 2)))
      return true;
    for (let letter = 97; letter <= 122; letter += 1) {
      const step = hashStep(prefix, letter);
      if (isKnown(words, hashOf(step, codes, at))) return true;
      if (at < codes.length && letter !== code && isKnown(words, hashOf(step, codes, at + 1))) return true;
    }
    prefix = hashStep(prefix, code);
  }
  return false;
}

function hashOf(prefix: number, codes: readonly number[], from: number): number {
  let hash = prefix;
  for (let at = from; at < codes.length; at += 1) hash = hashStep(hash, codes[at] ?? 0);
  return hash;
}

function isKnown(words: Table, hash: number): boolean {
  const place = words.find(hash);
  return place >= 0 && (words.flagsAt(place) & KNOWN) !== 0;
}
