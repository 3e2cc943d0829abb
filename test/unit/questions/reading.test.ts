import { describe, expect, test } from '@jest/globals';
import { type NoteDeps, readNote } from '../../../src/questions/reading.ts';
import { createRedactor } from '../../../src/redaction/index.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

const redact = createRedactor();

/** Neither a member nor a directory: no store is asked. */
const deps = {
  redact,
  workspace: { id: 'T1' },
  directory: { load: async () => undefined },
} as unknown as NoteDeps;

describe('a note to a question', () => {
  test.each([
    ['What dob do you have on file?', '041273, as the form says', '[date], as the form says'],
    ['Which zip does the plan have?', '60614 since spring', '[address] since spring'],
  ])('is read as an answer to "%s"', async (asked, note, read) => {
    const question = sampleQuestion({ member: null, text: redact(asked).text });

    expect((await readNote(deps, question, note)).text).toBe(read);
  });

  test('is left alone where the question asks for nothing of a person', async () => {
    const question = sampleQuestion({ member: null, text: redact('Which form is it?').text });

    expect((await readNote(deps, question, '60614 is the form')).text).toBe('60614 is the form');
  });
});
