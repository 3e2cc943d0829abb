import { describe, expect, test } from '@jest/globals';
import { knownOfNote } from '../../../src/questions/reading.ts';
import { createRedactor } from '../../../src/redaction/index.ts';

const redact = createRedactor();

function read(asked: string, note: string, memberId: string | null = null): string {
  const question = { text: redact(asked).text };
  return redact(note, knownOfNote(question, memberId, undefined)).text;
}

describe('a note to a question', () => {
  test.each([
    ['What dob do you have on file?', '041273, as the form says', '[date], as the form says'],
    ['Which zip does the plan have?', '60614 since spring', '[address] since spring'],
  ])('is read as an answer to "%s"', (asked, note, expected) => {
    expect(read(asked, note)).toBe(expected);
  });

  test('is left alone where the question asks for nothing of a person', () => {
    expect(read('Which form is it?', '60614 is the form')).toBe('60614 is the form');
  });

  test('names the member no more than the question does', () => {
    expect(read('Which form is it?', 'that of QX-77', 'QX-77')).toBe('that of [member id]');
  });
});
