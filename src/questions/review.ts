import type { Directory } from '../directory/directory.ts';
import type { Vault } from '../platform/vault.ts';
import { type Excerpt, excerptsOf, type Finding, type Redact } from '../redaction/index.ts';
import type { RedactedText } from '../shared/text.ts';
import type { ViewId } from './ids.ts';
import { knownOf } from './reading.ts';

/** What the asker gets to see before their question is posted. Shown to them alone, and kept nowhere. */
export type Review = {
  readonly text: RedactedText;
  readonly findings: readonly Finding[];
  readonly excerpts: readonly Excerpt[];
  readonly withheld: boolean;
  /**
   * Stands for exactly this text and these findings in exactly this form, so that the form can say later what was
   * seen. A keyed hash: it tells nothing about the text, and two forms with the same text have nothing in common.
   */
  readonly seal: string;
};

type Deps = { readonly redact: Redact; readonly vault: Pick<Vault, 'fingerprint'> };

type Typed = { readonly viewId: ViewId; readonly text: string; readonly memberId: string | null };

export function reviewOf({ redact, vault }: Deps, typed: Typed, directory: Directory): Review {
  const { text, findings, withheld } = redact(typed.text, knownOf(typed.memberId, directory));
  const places = findings.map(({ start, end, rule }) => [start, end, rule]);
  const seal = vault.fingerprint(JSON.stringify(['review', typed.viewId, typed.text, places]));
  return {
    text,
    findings,
    withheld,
    excerpts: excerptsOf(typed.text, findings),
    seal: seal.toString('base64url').slice(0, 22),
  };
}
