import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip, escapeMrkdwn, plain } from '../../../src/slack/escape.ts';

const HOSTILE = [
  '<!channel>',
  '<!here>',
  '<!subteam^S1>',
  '<@U1>',
  '<#C1>',
  '<https://evil.example|harmless>',
  '*bold*',
  '_i_',
  '~gone~',
  '`code`',
  '```',
  '> quoted',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u{e0041}',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u001b[31m',
  '&lt;!channel&gt;',
  '👩‍👩‍👧',
  'é',
  '\n',
  ' ',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

/** A mention, a link, an entity cut in half, or a sign that formats. */
const ACTIVE = /[<>*~`]|&(?!amp;|lt;|gt;)|(?:^|\n)\s*(?:>|&gt;)|(?:^|[^\p{L}\p{N}])_|_(?:$|[^\p{L}\p{N}])/u;
const HIDDEN = /[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}/u;

describe('Words inside mrkdwn', () => {
  test.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['*bold* `code` ~gone~', '∗bold∗ ˋcodeˋ ∼gone∼'],
    ['_i_ but prior_auth', 'ˍiˍ but prior_auth'],
    ['> quoted', '› quoted'],
  ])('%s does nothing', (typed, shown) => {
    expect(escapeMrkdwn(typed)).toBe(shown);
  });

  test('a word that is cut off behind its underscore formats nothing either', () => {
    expect(escapeMrkdwn('prior_auth', 7)).toBe('priorˍ…');
    expect(escapeMrkdwn('a__b__c', 4)).toBe('aˍˍ…');
  });

  test('whatever is typed, nothing in it is active and nothing is hidden', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 200 }), (typed, max) => {
        const shown = escapeMrkdwn(typed, max);
        expect(shown).not.toMatch(ACTIVE);
        expect(shown).not.toMatch(HIDDEN);
        expect(shown.length).toBeLessThanOrEqual(max);
      }),
      { numRuns: 500 },
    );
  });

  test('ordinary words come through unchanged', () => {
    expect(escapeMrkdwn('Keystone: PA, NJ (and DE)')).toBe('Keystone: PA, NJ (and DE)');
  });
});

describe('Plain text', () => {
  test('keeps lines and letters of every script', () => {
    expect(plain('Zoë\r\nasks\u2028「何」')).toBe('Zoë\nasks\n「何」');
  });

  test('is well formed and shows all of itself', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        expect(plain(typed).isWellFormed()).toBe(true);
        expect(plain(typed)).not.toMatch(HIDDEN);
      }),
    );
  });
});

describe('Clipping', () => {
  test('says that something is missing', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('abcd', 4)).toBe('abcd');
  });

  test('never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const cut = clip(text, max);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
