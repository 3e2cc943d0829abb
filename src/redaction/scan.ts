import type { Finding, FindingType } from './finding.ts';
import type { Policy } from './policy.ts';

const RULES: readonly (readonly [RegExp, FindingType, string])[] = [
  [/(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4}/gi, 'EMAIL', 'email'],
  [/\b(?:https?:\/\/|www\.)[^\s<>|]{1,2000}/gi, 'URL', 'url'],
  [/\b\d{3}[- .]\d{2}[- .]\d{4}\b/g, 'SSN', 'ssn.shape'],
  [/(?<![\w.])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}\b/g, 'PHONE', 'phone.separated'],
  [/\b(?:\d{4}[- ]){3}\d{4}\b/g, 'ACCOUNT', 'card'],
  [/\b(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}\b/g, 'IP', 'ip.v4'],
  [/\b(?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d\d\b/g, 'DATE', 'date.numeric'],
  [/\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, 'DATE', 'date.iso'],
  [/\b\d{9,}\b/g, 'ID', 'id.long'],
];

/** Finds PHI in a text, in order and without overlaps. */
export function createScan(policy: Policy): (text: string) => Finding[] {
  const ids = policy.memberIds.map((id) => new RegExp(`\\b(?:${id.source})\\b`, 'gi'));
  const rules = [...ids.map((id) => [id, 'HEALTH_PLAN_ID', 'plan-id.own'] as const), ...RULES];
  return (text) => {
    const found = rules.flatMap(([pattern, type, rule]) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        type,
        rule,
        score: 1,
      })),
    );
    return withoutOverlaps(found.filter(({ type }) => !policy.kept.includes(type)));
  };
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
