import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { z } from 'zod';

/**
 * What an answer of Slack, or its absence, says about the message.
 * `refused`: it isn't there and never will be. `later`: it isn't there, try again. `ambiguous`: it may be there.
 */
export type Verdict =
  | { readonly kind: 'refused'; readonly code: SlackCode }
  | { readonly kind: 'later'; readonly code: SlackCode; readonly afterSeconds?: number }
  | { readonly kind: 'ambiguous'; readonly code: SlackCode };

/** Slack's word for an error, or one of ours for no answer. Safe to store and log. */
export const SlackCode = z
  .string()
  .regex(/^[a-z0-9_]{1,80}$/)
  .brand<'SlackCode'>();
export type SlackCode = z.infer<typeof SlackCode>;

/** Slack says `ok: false` and may have done it all the same. */
const AMBIGUOUS = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** Nothing is wrong with the message: somebody must mend the installation, or Slack wants us to slow down. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'org_login_required',
  'ekm_access_denied',
  'two_factor_setup_required',
]);
/** The request never left this machine. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|foreign_host)$/;

export function judge(error: unknown): Verdict | undefined {
  if (!(error instanceof SlackError)) return undefined;
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', code: code('ratelimited'), afterSeconds: error.retryAfter };
  }
  if (error instanceof WebAPIPlatformError) return judgeAnswer(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    // 4xx without an answer of the API comes from something in between, before Slack took the message.
    const kind = error.statusCode >= 500 ? 'ambiguous' : 'later';
    return { kind, code: code(`http_${error.statusCode}`) };
  }
  if (error instanceof WebAPIRequestError) {
    return notSent(error.original)
      ? { kind: 'later', code: code('not_reached') }
      : { kind: 'ambiguous', code: code('no_answer') };
  }
  return { kind: 'ambiguous', code: code('unreadable_answer') };
}

/** The SDK puts a body that is no JSON (half of one, a proxy's page) where Slack's word for the error stands. */
function judgeAnswer(error: unknown): Verdict {
  const { success, data: said } = SlackCode.safeParse(error);
  if (!success) return { kind: 'ambiguous', code: code('unreadable_answer') };
  if (AMBIGUOUS.has(said)) return { kind: 'ambiguous', code: said };
  if (LATER.has(said)) return { kind: 'later', code: said };
  return { kind: 'refused', code: said };
}

/** `fetch` wraps the socket's error, sometimes several of them (one an address). */
function notSent(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  if ('code' in error && typeof error.code === 'string' && NOT_SENT.test(error.code)) return true;
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((each) => notSent(each, depth + 1));
  return notSent(error.cause, depth + 1);
}

const code = (text: string): SlackCode => SlackCode.parse(text);
