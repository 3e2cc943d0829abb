import { unreachable } from '../shared/unreachable.ts';
import type { FieldProblem } from './wire.ts';

/** Why a request was not taken: `application/problem+json` (RFC 9457). Names fields, never what stood in them. */
export type Refusal =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'forged' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'tooLarge'; readonly most: number }
  | { readonly kind: 'otherType' }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'tooMany'; readonly afterSeconds: number }
  | { readonly kind: 'unavailable' };

export type Problem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
};

/** How soon a sender may try again when it wasn't its fault. */
export const UNAVAILABLE_SECONDS = 2;

export function problemOf(refusal: Refusal): Problem {
  switch (refusal.kind) {
    case 'tooLarge':
      return {
        status: 413,
        title: 'The request is too large',
        detail: `A request may have ${refusal.most} bytes. Send less at once.`,
      };
    case 'wrong':
      return {
        status: 422,
        title: 'Fields are missing or wrong',
        detail: 'Nothing was stored. Mend the fields that are named and send it again.',
        errors: refusal.problems,
      };
    case 'tooMany':
      return {
        status: 429,
        title: 'Too many comments',
        detail: `This sender has sent as many as it may for now. Send it again after ${refusal.afterSeconds} seconds.`,
      };
    case 'malformed':
    case 'forged':
    case 'conflict':
    case 'otherType':
    case 'unavailable':
      return WORDS[refusal.kind];
    default:
      return unreachable(refusal);
  }
}

const WORDS: Readonly<Record<Exclude<Refusal['kind'], 'tooLarge' | 'wrong' | 'tooMany'>, Problem>> = {
  malformed: {
    status: 400,
    title: 'The body is not JSON',
    detail: 'Send one JSON object, encoded as UTF-8.',
  },
  forged: {
    status: 401,
    title: 'The signature does not fit',
    detail:
      'Sign "id.timestamp.body" with the secret you were given, and send webhook-id, webhook-timestamp (of the last five minutes) and webhook-signature.',
  },
  conflict: {
    status: 409,
    title: 'The id is taken',
    detail: 'A comment with this id but another content is stored already. Nothing was changed.',
  },
  otherType: {
    status: 415,
    title: 'The body is of another type',
    detail: 'Send application/json without content-encoding.',
  },
  unavailable: {
    status: 503,
    title: 'Not stored',
    detail: 'The comment could not be stored just now. Send it again, with the same id.',
  },
};

/** Without a charset: JSON is UTF-8. */
export const PROBLEM_TYPE = 'application/problem+json';

export function retryAfter(refusal: Refusal): Readonly<Record<string, string>> {
  if (refusal.kind === 'tooMany') return { 'retry-after': String(refusal.afterSeconds) };
  return refusal.kind === 'unavailable' ? { 'retry-after': String(UNAVAILABLE_SECONDS) } : {};
}
