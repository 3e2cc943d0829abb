import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** Says in a sentence what a schema found. Rules that are ours bring their own sentence and never come here. */
export function sentenceFor(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is required and missing.'
        : `This must be ${article(issue.expected)}.`;
    case 'too_big':
      return `This may be at most ${amount(issue.maximum, issue.origin)}.`;
    case 'too_small':
      return `This must be at least ${amount(issue.minimum, issue.origin)}.`;
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

function amount(limit: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  return unit === undefined ? String(limit) : `${limit} ${unit} long`;
}

function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
