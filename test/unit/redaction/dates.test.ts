import { describe, expect, test } from '@jest/globals';
import { taken } from './support.ts';

describe("a person's days are taken", () => {
  test.each([
    ['dob 5/11/2007', '5/11/2007'],
    ['dob 7.3.67', '7.3.67'],
    ['dob 2001-04-15', '2001-04-15'],
    ['dob 27-Jul-01', '27-Jul-01'],
    ['dob Jan 1 1946', 'Jan 1 1946'],
    ['dob june 14, 2001', 'june 14, 2001'],
    ['passed away August 28th', 'August 28th'],
    ['passed away 23 Dec', '23 Dec'],
    ['surgery on the 5th of May', '5th of May'],
    ['discharged 5/25 from SNF', '5/25'],
    ['dos 2/3-2/5', '2/3-2/5'],
    ['pregnant due 3/24', '3/24'],
    ['R123456 start 4/1', '4/1'],
    ['mbr eff 10/1/2026', '10/1/2026'],
    ['seen in March 2024', 'March 2024'],
  ])('%s', (text, date) => {
    expect(taken(text)).toContain(`DATE ${date}`);
  });
});

describe("the plan's days stay", () => {
  test.each([
    'plan year 1/1/2026 - 12/31/2026',
    'OEP 11/1 to 1/15, eff 1/1',
    'open enrollment ends December 15',
    'policy eff 10/1/2026 for all plans',
    'contract term 12/31/2027',
    'the directory shows termed eff 7/1/2025',
    'Jan 20 MLK is a day off',
    'denied 2/3 of them, pain 10/10',
    'holiday hours 12/24-12/26 closed',
    'rates effective 01/01/2027',
    'ded reset Jan 1',
    'deductible shows 1500/3000, 24/7, 1/2 tab',
    'mbr may need 2 may be 3',
  ])('%s', (text) => {
    expect(taken(text)).toEqual([]);
  });
});
