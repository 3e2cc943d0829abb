import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Sender } from '../../../src/feedback/feedback.ts';
import { prepare } from '../../../src/feedback/prepare.ts';
import { readFeedback, type SentFeedback } from '../../../src/feedback/wire.ts';
import { createVault } from '../../../src/platform/vault.ts';
import { createRedactor } from '../../../src/redaction/index.ts';

const now = new Date('2026-11-23T15:00:00Z');
const deps = {
  redact: createRedactor({ memberIds: [/^R\d{6}$/i] }),
  vault: createVault([{ id: 'k', key: randomBytes(32) }], randomBytes(32)),
  now: () => now,
  feedback: { linkHosts: new Set(['feedback.example.com']), countsSilent: true },
};
const website = Sender.parse('website');

function sent(changes: Partial<Record<keyof SentFeedback, unknown>> = {}): SentFeedback {
  const whole = {
    id: 'c-1',
    memberRef: 'OSC112232',
    state: 'FL',
    responseId: '31719',
    rating: 'good',
    page: 'pulse-point-billing-center',
    submittedAt: '2026-11-23T14:05:00Z',
  };
  const reading = readFeedback({ ...whole, ...changes }, now);
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.problems));
  return reading.sent;
}
const prepared = (changes: Partial<Record<keyof SentFeedback, unknown>> = {}) =>
  prepare(deps, website, sent(changes), undefined);

describe('A comment on its way in', () => {
  test('loses what identifies a member, also their own reference, and keeps how often which rule took it', () => {
    const { comment, redactions } = prepared({
      comment: 'I am OSC112232, call (215) 555-0188 or write to jo@mail.example',
    });

    expect(comment).not.toMatch(/OSC112232|555-0188|jo@mail/);
    expect(Object.values(redactions ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
  });

  test('loses a member from the name of its page', () => {
    expect(prepared().page).toBe('pulse-point-billing-center');
    for (const page of ['members/R118807/claims', 'R118807-claims', 'R118807']) {
      expect(prepared({ page }).page).not.toContain('R118807');
    }
  });

  test.each([
    'pulse-point-billing-center',
    'find-a-provider',
    'claims/overview',
    'prior-authorization',
    'st-jude-partners',
    'id-cards',
    'mail-order.pharmacy',
    'summer-2026/well-being',
  ])('keeps the name of the page %s', (page) => {
    expect(prepared({ page }).page).toBe(page);
  });

  test('keeps text that PostgreSQL can keep', () => {
    expect(prepared({ comment: 'half \ud800 and \u0000 none' }).comment).toBe('half \ufffd and  none');
  });

  test.each([undefined, null, '', ' \n\t', '\u0000'])(
    'with a comment of %j is a silent rating',
    (comment) => {
      expect(prepared({ comment })).toMatchObject({ comment: null, counted: true });
    },
  );

  test('is posted by itself though it is silent, where the settings say so', () => {
    const posting = { ...deps, feedback: { ...deps.feedback, countsSilent: false } };

    expect(prepare(posting, website, sent(), undefined).counted).toBe(false);
  });

  test.each([
    ['https://feedback.example.com/31719', 'https://feedback.example.com/31719'],
    ['https://FEEDBACK.example.com/a?b=c', 'https://feedback.example.com/a?b=c'],
    ['http://feedback.example.com/31719', null],
    ['https://evil.example.com/31719', null],
    ['https://feedback.example.com.evil.example/31719', null],
    ['https://user:pass@feedback.example.com/', null],
    ['https://feedback.example.com:8443/', null],
    ['https://feedback.example.com/m/R118807', null],
    ['https://feedback.example.com/?mail=jo%40mail.example', null],
    ['javascript:alert(1)', null],
    ['not an address', null],
    ['', null],
  ])('with the link %s keeps %s', (url, kept) => {
    expect(prepared({ url }).url).toBe(kept);
  });

  test('is the same as another when all that was sent is, however it was written', () => {
    const print = (changes: Partial<Record<keyof SentFeedback, unknown>>) =>
      prepared(changes).fingerprint.toString('hex');

    expect(print({ submittedAt: '2026-11-23T15:05:00+01:00', responseId: 31_719 })).toBe(print({}));
    expect(print({ comment: 'call (215) 555-0188' })).not.toBe(print({ comment: 'call (215) 555-0199' }));
    expect(print({ url: 'https://evil.example.com' })).not.toBe(print({}));
  });
});
