import { wordOf } from '../redaction/label.ts';
import type { Amendment } from '../redaction/policy.ts';
import { added, listed } from './diff-words.ts';

const NOTHING: Amendment = { memberIds: [], keep: [], safeWords: [] };

export function changedRedaction(before: Amendment = NOTHING, after: Amendment = NOTHING): readonly string[] {
  return [
    ...sentence(added(before.memberIds, after.memberIds), (ids) => `${ids} is redacted as a member ID.`),
    ...sentence(
      added(after.memberIds, before.memberIds),
      (ids) => `${ids} is no longer redacted as a member ID.`,
    ),
    ...sentence(added(before.keep, after.keep).map(wordOf), (types) => `No longer redacted: ${types}.`),
    ...sentence(added(after.keep, before.keep).map(wordOf), (types) => `Redacted again: ${types}.`),
    ...sentence(
      added(before.safeWords, after.safeWords),
      (words) => `Never taken for a name or a city: ${words}.`,
    ),
    ...sentence(
      added(after.safeWords, before.safeWords),
      (words) => `May be taken for a name or a city again: ${words}.`,
    ),
  ];
}

function sentence(words: readonly string[], say: (words: string) => string): readonly string[] {
  return words.length > 0 ? [say(listed(words))] : [];
}
