import { describe, expect, test } from '@jest/globals';
import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { judge } from '../../../../src/slack/outbox/verdict.ts';
import { clientOf } from '../../../support/delivery.ts';
import { fakeSlack } from '../../../support/fake-slack.ts';

const said = (error: string) => new WebAPIPlatformError({ ok: false, error });
const network = (cause: unknown) => new WebAPIRequestError(new TypeError('fetch failed', { cause }));
const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('an answer of Slack, or none, says that the message', () => {
  test.each([
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'msg_too_long',
    'invalid_blocks',
    'restricted_action',
    'no_such_code_yet',
  ])('was refused for good: %s', (code) => {
    expect(judge(said(code))).toEqual({ kind: 'refused', code });
  });

  test.each(['ratelimited', 'invalid_auth', 'token_revoked', 'account_inactive', 'missing_scope'])(
    'is not there, and may be tried later: %s',
    (code) => {
      expect(judge(said(code))).toEqual({ kind: 'later', code });
    },
  );

  test.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    'may be there: %s',
    (code) => {
      expect(judge(said(code))).toEqual({ kind: 'ambiguous', code });
    },
  );

  test.each(['<html>502 Bad Gateway</html>', '', '{"ok":true,"ts":"17', 'Maria Lopez', 'x'.repeat(5_000)])(
    'may be there, and nothing is repeated, when the body was none of the API: %s',
    (body) => {
      expect(judge(said(body))).toEqual({ kind: 'ambiguous', code: 'unreadable_answer' });
    },
  );

  test.each([
    [500, 'ambiguous'],
    [502, 'ambiguous'],
    [504, 'ambiguous'],
    [400, 'later'],
    [404, 'later'],
    [413, 'later'],
  ])('status %d: %s', (status, kind) => {
    expect(judge(new WebAPIHTTPError(status, 'x', {}, 'x'))).toEqual({ kind, code: `http_${status}` });
  });

  test('is not there, and says when to try again: 429', () => {
    expect(judge(new WebAPIRateLimitedError(30))).toEqual({
      kind: 'later',
      code: 'ratelimited',
      afterSeconds: 30,
    });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'never left this machine: %s',
    (code) => {
      expect(judge(network(withCode(code)))).toEqual({ kind: 'later', code: 'not_reached' });
      expect(judge(network(new AggregateError([withCode(code), withCode(code)])))).toEqual({
        kind: 'later',
        code: 'not_reached',
      });
    },
  );

  test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'may be there, because the connection had stood: %s',
    (code) => {
      expect(judge(network(withCode(code)))).toEqual({ kind: 'ambiguous', code: 'no_answer' });
      expect(judge(network(new AggregateError([withCode('ECONNREFUSED'), withCode(code)])))).toMatchObject({
        kind: 'ambiguous',
      });
    },
  );

  test('may be there when the error is of a kind that nobody foresaw', () => {
    expect(
      judge(
        new (class extends SlackError {
          readonly code = 'something_new' as never;
        })('something new'),
      ),
    ).toMatchObject({ kind: 'ambiguous' });
    expect(judge(network(undefined))).toMatchObject({ kind: 'ambiguous' });
  });

  test('is no business of an error that Slack had no part in', () => {
    expect(judge(new Error('database'))).toBeUndefined();
    expect(judge('words')).toBeUndefined();
  });

  test('was not sent when nothing listens at the address, as the real client reports it', async () => {
    const gone = await fakeSlack();
    await gone[Symbol.asyncDispose]();
    const client = clientOf(gone);

    const error = await client.chat
      .postMessage({ channel: 'C1', text: 'x' })
      .catch((caught: unknown) => caught);

    expect(judge(error)).toEqual({ kind: 'later', code: 'not_reached' });
  });
});
