import type { z } from 'zod';
import { sentenceFor } from './sentences.ts';

/** What Slack answers in `error` when it refuses a call. */
export type SlackError =
  | 'invalid_arguments'
  | 'invalid_blocks'
  | 'invalid_blocks_format'
  | 'invalid_metadata_format'
  | 'markdown_text_conflict'
  | 'metadata_too_large'
  | 'msg_blocks_too_long'
  | 'msg_too_long'
  | 'no_text'
  | 'too_many_attachments'
  | 'view_too_large';

/** One reason for which Slack would refuse a payload. `path` is a JSON pointer into it. */
export type Violation = { readonly path: string; readonly rule: string; readonly slackError: SlackError };

/** A violation before anyone knows which method was called, and so which error Slack would answer. */
export type Flaw = { readonly path: string; readonly rule: string };

type Step = string | number;

/** RFC 6901: `~` and `/` inside a key are written `~0` and `~1`. */
export function pointer(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Everything the schema finds wrong with the value that stands at `at`. */
export function flawsOf(schema: z.ZodType, value: unknown, at: readonly Step[] = []): readonly Flaw[] {
  const result = schema.safeParse(value, { error: sentenceFor });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => flawsIn(issue, at));
}

/** Unknown fields are reported one by one, each at its own place. */
function flawsIn(issue: z.core.$ZodIssue, at: readonly Step[]): readonly Flaw[] {
  const place = [...at, ...issue.path];
  if (issue.code !== 'unrecognized_keys') return [{ path: pointer(place), rule: issue.message }];
  return issue.keys.map((key) => ({ path: pointer([...place, key]), rule: issue.message }));
}

export function refusedAs(slackError: SlackError, flaws: readonly Flaw[]): readonly Violation[] {
  return flaws.map(({ path, rule }) => ({ path, rule, slackError }));
}
