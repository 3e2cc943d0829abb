import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIncoming, recognise } from '../../../src/slack/payload.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

describe('what Slack sends', () => {
  test.each([
    [{ type: 'event_callback', event_id: 'Ev0123', event: { type: 'message' } }, 'event'],
    [{ type: 'url_verification', challenge: 'abc' }, 'challenge'],
    [{ type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 }, 'rate-limited'],
  ])('as JSON is recognised: %j', (body, kind) => {
    expect(parseIncoming(JSON_TYPE, JSON.stringify(body))?.kind).toBe(kind);
    expect(parseIncoming('Application/JSON; charset=utf-8', JSON.stringify(body))?.kind).toBe(kind);
  });

  test.each([
    ['shortcut', 'shortcut'],
    ['message_action', 'shortcut'],
    ['block_actions', 'click'],
    ['view_submission', 'submission'],
    ['view_closed', 'closing'],
    ['block_suggestion', 'options'],
    ['something_of_next_year', 'other'],
    ['constructor', 'other'],
    ['__proto__', 'other'],
  ])('in a form with a payload of type %s is a %s', (type, kind) => {
    const raw = new URLSearchParams({ payload: JSON.stringify({ type }) }).toString();

    expect(parseIncoming(FORM, raw)).toEqual({ kind, body: { type } });
  });

  test('in a form with a command is a command, with all that came along', () => {
    const form = { command: '/ask', text: 'a & b = c?', trigger_id: '1.2' };

    expect(parseIncoming(FORM, new URLSearchParams(form).toString())).toEqual({
      kind: 'command',
      body: form,
    });
  });

  test('to check a certificate needs no listener', () => {
    expect(parseIncoming(FORM, 'ssl_check=1&token=abc')).toEqual({ kind: 'certificate-check' });
  });

  test('over a socket is recognised alike', () => {
    expect(recognise({ command: '/ask', text: '' })?.kind).toBe('command');
    expect(recognise({ type: 'view_submission' })?.kind).toBe('submission');
  });
});

describe('what Slack does not send', () => {
  test.each([
    ['text/plain', '{"type":"event_callback","event_id":"Ev1","event":{}}'],
    ['', '{"type":"block_actions"}'],
    [JSON_TYPE, ''],
    [JSON_TYPE, 'null'],
    [JSON_TYPE, '[]'],
    [JSON_TYPE, '"event_callback"'],
    [JSON_TYPE, '{"type":"event_callback","event":{}}'],
    [JSON_TYPE, '{"type":"event_callback","event_id":"Ev1"}'],
    [JSON_TYPE, '{"type":"event_callback","event_id":"\\u0000","event":{}}'],
    [JSON_TYPE, '{"type":"event_callback","event_id":7,"event":{}}'],
    [JSON_TYPE, '{"type":7}'],
    [FORM, ''],
    [FORM, 'payload=%7B'],
    [FORM, 'payload=[]'],
    [FORM, 'text=hello'],
  ])('is refused: %s %s', (type, raw) => {
    expect(parseIncoming(type, raw)).toBeUndefined();
  });

  test('never throws, whatever it is', () => {
    const type = fc.constantFrom(JSON_TYPE, FORM, 'multipart/form-data', `${JSON_TYPE};charset=x`, '', ';;;');
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array).toString('utf8'));
    const json = fc.json();
    const almost = fc
      .record(
        {
          type: fc.oneof(
            fc.constantFrom('event_callback', 'url_verification', 'app_rate_limited', 'block_actions'),
            fc.jsonValue(),
          ),
          event_id: fc.jsonValue(),
          event: fc.jsonValue(),
          challenge: fc.jsonValue(),
          command: fc.jsonValue(),
          minute_rate_limited: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((body) => JSON.stringify(body));
    const cut = fc.tuple(almost, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
    const deep = fc.nat(20_000).map((depth) => '['.repeat(depth));
    const raw = fc.oneof(bytes, json, almost, cut, deep);
    const body = fc.oneof(
      raw,
      raw.map((text) => new URLSearchParams({ payload: text }).toString()),
      raw.map((text) => `payload=${text}`),
    );

    const ids: string[] = [];
    const minutes: number[] = [];

    fc.assert(
      fc.property(type, body, (contentType, text) => {
        const incoming = parseIncoming(contentType, text);
        if (incoming?.kind === 'event') ids.push(incoming.eventId);
        if (incoming?.kind === 'rate-limited') minutes.push(incoming.minute);
      }),
      { numRuns: 5_000 },
    );

    expect(ids.filter((id) => !/^[A-Za-z0-9._-]{1,100}$/.test(id))).toEqual([]);
    expect(minutes.filter((minute) => !Number.isFinite(minute))).toEqual([]);
  });
});
