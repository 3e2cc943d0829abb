import type { Directory } from '../directory/directory.ts';
import type { Vault } from '../platform/vault.ts';
import { excerptsOf } from '../redaction/index.ts';
import { readContent, type Typed } from './content.ts';
import type { FormId } from './ids.ts';
import type { Reader } from './public-text.ts';

type Deps = Reader & { readonly vault: Pick<Vault, 'fingerprint'> };

/**
 * What the author gets to see before it is posted. Shown to them alone, and kept nowhere. The seal stands for exactly
 * this announcement in exactly this form, so that the form can say later what was seen: a keyed hash, which tells
 * nothing about what was typed.
 */
export function previewOf(deps: Deps, formId: FormId, typed: Typed, directory: Directory) {
  const { content, findings, elsewhere, withheld } = readContent(deps, typed, directory);
  const places = findings.map(({ start, end, rule }) => [start, end, rule]);
  const seal = deps.vault.fingerprint(JSON.stringify(['announcement', formId, typed, places]));
  const { title, text, links, checkQuestion } = content;
  return {
    title,
    text,
    links,
    checkQuestion,
    elsewhere,
    withheld,
    reviewed: {
      text,
      excerpts: excerptsOf(typed.text, findings),
      seal: seal.toString('base64url').slice(0, 22),
    },
  };
}
