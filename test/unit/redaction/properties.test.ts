import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor, createScan, DEFAULT_POLICY, type Finding } from '../../../src/redaction/index.ts';

const redact = createRedactor();
const scan = createScan(DEFAULT_POLICY);

const PHI = [
  'Maria Lopez',
  'linda',
  'O’Brien, Aisha',
  'will okafor',
  'J. Abdi',
  'dob 1/2/1980',
  'jan 3rd',
  '12/24',
  '123-45-6789',
  '309 39 9787',
  '(212) 555-0101',
  '2125550101',
  'R123456',
  'osc119669-01',
  '1EG4-TE5-MK71',
  'rosa@example.com',
  '12 Oak St, Boise, ID 83702',
  'zip 59279',
  'PO Box 12',
  '39.163.76.78',
  '4111 1111 1111 1111',
  'age 96',
  'https://example.com/u/1',
  'mrn E5930314',
  '123456789012',
];
const WORDS = [
  'mbr',
  'pt',
  'claim',
  'auth',
  'called',
  'for',
  'from',
  'is',
  'the',
  'Price',
  'may',
  'will',
  'plan year',
  'OEP',
  'dob',
  'ssn',
  'cb',
  'last 4',
  'lives in',
  'St.',
  'Dr.',
  'Mrs.',
  'van',
  'ICD-10 K21.9',
  '500mg',
  '$75',
  '3/4',
  '24/7',
  '-',
  ',',
  ';',
  ':',
  '(',
  ')',
  '#',
  '<@U012ABCDE>',
  '<!here>',
  '&amp;',
  '<mailto:a@b.co|a@b.co>',
  '[name]',
  '[date 2023]',
  '\n',
  '\u200b',
  'é',
  'ＡＢ',
  '👩‍⚕️',
  '١٢٣',
];
const piece = fc.oneof(
  fc.constantFrom(...PHI),
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));

/** Where the letters and digits of findings stand, counted from `from`. */
function lettersIn(typed: string, from: number, findings: readonly Finding[]): number[] {
  return findings.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, at) => start + at)
      .filter((at) => /[\p{L}\p{N}]/u.test(typed.charAt(at)))
      .map((at) => at + from),
  );
}

describe('whatever the text', () => {
  test('findings lie within it, in order, and do not overlap', () => {
    fc.assert(
      fc.property(text, (typed) => {
        let last = 0;
        for (const { start, end } of scan(typed)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
          last = end;
        }
      }),
      { numRuns: 600 },
    );
  });

  test('redacting a redacted text changes nothing', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = redact(typed).text;

        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  test('nothing of a finding stays: the text is its gaps and labels', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { text: redacted, findings } = redact(typed);
        const gaps = findings.map(({ start }, at) => typed.slice(findings[at - 1]?.end ?? 0, start));
        const rest = typed.slice(findings.at(-1)?.end ?? 0);
        const labels = redacted.length - gaps.join('').length - rest.length;

        expect(labels).toBeLessThanOrEqual(findings.length * '[date 2023]'.length * 2);
        expect(redacted.startsWith(gaps[0] ?? rest)).toBe(true);
        expect(redacted.endsWith(rest)).toBe(true);
      }),
    );
  });

  test('two texts on lines of their own lose no letter of what is found in either', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const between = '\n\n';
        const alone = [
          ...lettersIn(one, 0, scan(one)),
          ...lettersIn(other, one.length + between.length, scan(other)),
        ];
        const both = one + between + other;
        const together = new Set(lettersIn(both, 0, scan(both)));

        expect(alone.filter((offset) => !together.has(offset))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('any Unicode is safe, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        expect(redact(typed).withheld).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test('an identifier is found in every spelling of its characters', () => {
    const spellings = [
      '212-555-0101',
      '212‑555‑0101',
      '２１２-５５５-０１０１',
      '212\u200b-555\u200b-0101',
      '٢١٢-٥٥٥-٠١٠١',
      '(212)\u00a0555–0101',
    ];

    for (const spelling of spellings) expect(redact(`cb ${spelling} pls`).text).toBe('cb [phone] pls');
  });
});

describe('what stands beside a value', () => {
  test.each([
    [
      'a date of the plan year before a person',
      'OEP jan 3rd 12/24 Maria Lopez ',
      'OEP jan 3rd [date] [name] ',
    ],
    [
      'a long address between a label and its digits',
      'last 4 12 Oak St, Boise, ID 83702 4111',
      'last 4 [address] [ssn]',
    ],
    ['a day tied to an e-mail by a slash', 'dob 1/2/1980123rosa@example.com', 'dob [date]/[email]'],
    ['an age tied to an SSN by a comma', 'age 96,309 39 9787 ', 'age [age 90+],[ssn] '],
    ['a day with an ordinal before a colon', 'jan 3rd:2125550101 ', '[date]:[phone] '],
    [
      'an age behind a name that is named again',
      'will okafor 96 Maria Lopez will okafor 12/24 ',
      '[name] [age 90+] [name] [name] [date] ',
    ],
    ['groups of an id before an SSN', 'mbr 1111 1111 1111 309 39 9787 ', 'mbr [member id] [ssn] '],
    ['an unheard-of name before one that is taken', '[id] J. Abdimbr Maria Lopez ', '[id] [name] [name] '],
    ['an age at the end of a line', 'Maria Lopez, 92\nrefill', '[name], [age 90+]\nrefill'],
  ])('is read the same before and after redaction: %s', (_, typed, expected) => {
    const once = redact(typed).text;

    expect(once).toBe(expected);
    expect(redact(once).text).toBe(once);
  });
});

test('what was scanned before changes nothing', () => {
  fc.assert(
    fc.property(text, text, (before, typed) => {
      const fresh = createScan(DEFAULT_POLICY)(typed);
      scan(before);

      expect(scan(typed)).toEqual(fresh);
    }),
    { numRuns: 500 },
  );
});
