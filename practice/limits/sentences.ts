import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Says in a sentence what a schema found. Rules that are ours bring their own sentence and never come here. */
export function sentenceFor(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is required and missing.'
        : `This must be ${withArticle(issue.expected)}.`;
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin);
    case 'too_small':
      return bound('at least', issue.minimum, issue.origin);
    case 'unrecognized_keys':
      return 'Slack knows no such field here.';
    case 'invalid_value':
      return `This must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'None of the permitted shapes fits.'
        : 'This type does not exist, or may not stand here.';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return undefined;
    default:
      return issue satisfies never;
  }
}

function bound(side: 'at most' | 'at least', limit: number | bigint, origin: string): string {
  if (origin === 'string') return `This must be ${side} ${counted(limit, 'character')} long.`;
  if (origin === 'array') return `This must hold ${side} ${counted(limit, 'item')}.`;
  return `This must be ${side} ${limit}.`;
}

function counted(count: number | bigint, thing: string): string {
  return Number(count) === 1 ? `${count} ${thing}` : `${count} ${thing}s`;
}

function withArticle(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
