import { z } from 'zod';
import { StateCode } from '../shared/states.ts';
import { Rating, ResponseId, SenderId } from './feedback.ts';

/** What a sender's request says, field by field. `openapi.ts` says the same to senders, and a test holds them together. */

export const LONGEST_COMMENT = 10_000;
export const LONGEST_URL = 2_000;
export const MOST_IN_BATCH = 500;

const Page = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._~/-]{0,99}$/);
const SentMember = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,38}[A-Za-z0-9]$/);
const SentNumber = z
  .int()
  .nonnegative()
  .transform((number) => ResponseId.parse(String(number)));

export const SentFeedback = z.object({
  id: SenderId,
  memberRef: SentMember,
  state: StateCode,
  responseId: z.union([ResponseId, SentNumber]),
  rating: Rating,
  page: Page,
  comment: z.string().max(LONGEST_COMMENT).nullish(),
  url: z.string().max(LONGEST_URL).nullish(),
  submittedAt: z.iso.datetime({ offset: true }),
});
export type SentFeedback = z.infer<typeof SentFeedback>;

/** Only the outer form: each comment is checked by itself, so that a bad one doesn't hold back the others. */
export const SentBatch = z.object({ comments: z.array(z.unknown()).min(1).max(MOST_IN_BATCH) });

/** What a field must be. Senders read these; what was sent is never repeated to them. */
const MUST_BE = {
  id: 'must be 1 to 128 letters, digits, dashes or underscores',
  memberRef: 'must be 3 to 40 letters, digits, dashes or spaces',
  state: 'must be the two-letter code of a state',
  responseId: 'must be 1 to 64 letters, digits, dashes or underscores, or a whole number',
  rating: 'must be good, neutral or bad',
  page: 'must be 1 to 100 letters, digits, spaces or . _ ~ / -',
  comment: `must be text of at most ${LONGEST_COMMENT} characters, or left out`,
  url: `must be text of at most ${LONGEST_URL} characters, or left out`,
  submittedAt: 'must be a time such as 2026-11-23T14:05:00Z, after 1999 and not in the future',
} as const satisfies Record<keyof SentFeedback, string>;

export type FieldProblem = { readonly field: string; readonly problem: string };

export type Reading =
  | { readonly kind: 'read'; readonly sent: SentFeedback }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** Clocks of senders may be off by as much. */
const AHEAD_MS = 24 * 3_600_000;
const OLDEST = Date.UTC(2000, 0, 1);

export function readFeedback(value: unknown, now: Date): Reading {
  const parsed = SentFeedback.safeParse(value);
  if (!parsed.success) return { kind: 'wrong', problems: problemsOf(value, parsed.error) };
  const at = Date.parse(parsed.data.submittedAt);
  if (at >= OLDEST && at <= now.getTime() + AHEAD_MS) return { kind: 'read', sent: parsed.data };
  return { kind: 'wrong', problems: [{ field: 'submittedAt', problem: MUST_BE.submittedAt }] };
}

function problemsOf(value: unknown, { issues }: z.ZodError): readonly FieldProblem[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [NO_OBJECT];
  return Object.entries(MUST_BE).flatMap(([field, mustBe]) =>
    wrong.has(field) ? [{ field, problem: field in value ? mustBe : 'is missing' }] : [],
  );
}

const NO_OBJECT: FieldProblem = { field: 'body', problem: 'must be a JSON object' };
export const NO_BATCH: FieldProblem = {
  field: 'comments',
  problem: `must be a list of 1 to ${MOST_IN_BATCH} comments`,
};
