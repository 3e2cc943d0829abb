import { describe, expect, test } from '@jest/globals';
import { taken } from './support.ts';

describe('what the form or the thread already told', () => {
  test('is taken again in any case, and possessive', () => {
    const known = [
      { text: 'Maribel Quixano', type: 'NAME' as const },
      { text: 'QX-77', type: 'MRN' as const },
    ];

    expect(taken("QUIXANO'S file, and qx 77", { known })).toEqual(['NAME QUIXANO', 'MRN qx 77']);
  });

  test('is not mistaken for a word', () => {
    const known = [{ text: 'Will Long', type: 'NAME' as const }];

    expect(taken('will the plan pay, how long?', { known })).toEqual([]);
    expect(taken('ask Will', { known })).toEqual(['NAME Will']);
  });
});

describe('a question labels its reply', () => {
  test.each([
    ['dob?', '050973', 'DATE 050973'],
    ['what is her mrn', '4482917', 'MRN 4482917'],
    ['cb number?', '5550123', 'PHONE 5550123'],
    ['whats the zip', '60614', 'LOCATION 60614'],
  ])('%s %s', (replyTo, reply, expected) => {
    expect(taken(reply, { replyTo })).toEqual([expected]);
    expect(taken(reply)).not.toEqual([expected]);
  });
});

describe("colleagues' names", () => {
  const context = { allowedNames: ['Maria Cho', 'Siobhán O’Brien-Kelly', 'Priya'] };

  test.each([
    'per Maria Cho it is paid',
    'tell maria thx, Maria Cho called',
    'Cho, Maria has it',
    'Maria L. Cho has it',
    'ask siobhan obrien-kelly',
    "ask Siobhan O'Brien",
  ])('may be written in full: %s', (text) => {
    expect(taken(text)).not.toEqual([]);
    expect(taken(text, context)).toEqual([]);
  });

  test.each([
    ['mbr maria cho termed', 'NAME maria cho'],
    ['Maria called about her claim', 'NAME Maria'],
    ['Priya called about her claim', 'NAME Priya'],
    ['Maria Lopez called', 'NAME Maria Lopez'],
    ['Maria Cho Lopez called', 'NAME Maria Cho Lopez'],
    ['Siobhan Kelly called', 'NAME Siobhan Kelly'],
  ])('are taken behind a member label, in part, or beside others: %s', (text, expected) => {
    expect(taken(text, context)).toEqual([expected]);
  });
});

describe('the policy', () => {
  test("knows the plan's own ids", () => {
    expect(taken('zq-77 termed', {}, { memberIds: [/ZQ-\d{2}/] })).toEqual(['HEALTH_PLAN_ID zq-77']);
  });

  test('keeps types and words that it is told to keep', () => {
    expect(taken('see rosalee.com', {}, { kept: ['URL'] })).toEqual([]);
    expect(taken('tell Marisol it is down', {}, { safeWords: ['marisol'] })).toEqual([]);
  });
});
