import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeChanges } from '../../../src/directory/diff.ts';
import { isMemberIdPattern } from '../../../src/directory/file-redaction.ts';
import { parseDirectory } from '../../../src/directory/parse.ts';
import { createRedactor } from '../../../src/redaction/index.ts';

const EXAMPLE = readFileSync('practice/directory.yaml', 'utf8').replace(/^redaction:[^]*/m, '');

function parsed(redaction: string) {
  return parseDirectory(`${EXAMPLE}\nredaction: ${redaction}\n`);
}

function rules(redaction: string) {
  const file = parsed(redaction);
  if (file.kind === 'invalid') throw new Error(JSON.stringify(file.problems));
  return file.directory;
}

function problems(redaction: string): readonly string[] {
  const file = parsed(redaction);
  return file.kind === 'invalid' ? file.problems.map(({ message }) => message) : [];
}

describe('The redaction part of the directory', () => {
  test('may be left out', () => {
    expect(parseDirectory(EXAMPLE)).toMatchObject({ kind: 'valid', directory: { careTeams: {} } });
    expect(rules('{}').redaction).toEqual({ memberIds: [], keep: [], safeWords: [] });
  });

  test('names kinds by the words of their labels', () => {
    expect(rules('{ keep: [date, address, link] }').redaction?.keep).toEqual(['DATE', 'LOCATION', 'URL']);
  });

  test.each(['ssn', 'account', 'member id'])('cannot let a %s stand', (kind) => {
    expect(problems(`{ keep: ['${kind}'] }`)).toEqual([
      expect.stringContaining('Redaction: item 1 of keep must be one of name, date'),
    ]);
  });

  test.each([
    '.*',
    '(a+)+',
    '[a-z]{9}',
    'R\\d{3}',
    '\\d{0,9}\\d{0,9}\\d{0,9}1234',
    'R\\d{6}|x',
    '\\d{9,4}',
    '',
  ])('refuses the pattern %s', (pattern) => {
    expect(problems(`{ memberIds: ['${pattern}'] }`)).toEqual([
      expect.stringMatching(/^Redaction: item 1 of memberIds must be a pattern such as 'HP\\d\{7\}'/),
    ]);
  });

  test.each(['HP\\d{7}', 'R\\d{6}-\\d{2}', '[A-Z]{2,3}\\d{6}', '9\\d{4}K?', 'HP0000[A-Z]'])(
    'takes the pattern %s',
    (pattern) => {
      expect(rules(`{ memberIds: ['${pattern}'] }`).redaction?.memberIds).toEqual([pattern]);
    },
  );

  test('takes only patterns that compile and fit no plain word', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('\\d', '[A-Z]', '[0-9]', 'H', '7', '-', '{3}', '{1,4}', '?', '+', '.', '('),
          {
            maxLength: 9,
          },
        ),
        fc.stringMatching(/^[A-Za-z-]{1,30}$/),
        (parts, word) => {
          const pattern = parts.join('');
          fc.pre(isMemberIdPattern(pattern));
          expect(new RegExp(`^(?:${pattern})$`, 'i').test(word)).toBe(false);
        },
      ),
    );
  });

  test('refuses what is no word', () => {
    expect(problems('{ safeWords: ["two words"] }')).toEqual([
      'Redaction: item 1 of safeWords must be one word, of letters.',
    ]);
  });

  test('is told of in words when it changes', () => {
    const before = rules("{ memberIds: ['HP\\d{7}'], safeWords: [Grace] }");
    const after = rules("{ memberIds: ['KL\\d{7}'], keep: [date] }");
    expect(describeChanges(before, after)).toEqual([
      'KL\\d{7} is redacted as a member ID.',
      'HP\\d{7} is no longer redacted as a member ID.',
      'No longer redacted: date.',
      'May be taken for a name or a city again: Grace.',
    ]);
  });

  test('is what the redactor then follows', () => {
    const redact = createRedactor();
    const text = 'Q4411 asks for Maria, born 3/4/1990';
    const { redaction: amendment } = rules("{ memberIds: ['Q\\d{4}'], keep: [date], safeWords: [Maria] }");
    expect(redact(text).text).toBe('Q4411 asks for [name], born [date 1990]');
    expect(redact(text, { amendment }).text).toBe('[member id] asks for Maria, born 3/4/1990');
  });
});
