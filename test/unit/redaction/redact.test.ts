import { describe, expect, test } from '@jest/globals';
import {
  countRules,
  createRedactor,
  DEFAULT_POLICY,
  excerptsOf,
  isCertain,
  redactExcept,
} from '../../../src/redaction/index.ts';
import { redactorOf } from '../../../src/redaction/redact.ts';

const redact = createRedactor();

describe('labels', () => {
  test('let a reader follow the sentence, and keep the year of a date', () => {
    const text = 'mbr maria lopez dob 3/4/1987 (R123456), cb (212) 555-0101 x9, lives in Yonkers';

    expect(redact(text).text).toBe(
      'mbr [name] dob [date 1987] ([member id]), cb [phone], lives in [address]',
    );
  });
});

describe("Slack's writing", () => {
  test('mentions are left alone', () => {
    const text = '<@U012ABCDE> <#C04ABCDEF12|maria-lopez> <!here> pls check';

    expect(redact(text).text).toBe(text);
  });

  test('a link goes whole, whatever part of it holds the finding', () => {
    expect(redact('mail <mailto:jo@example.com|Jo> or <tel:+12125550101|call>').text).toBe(
      'mail [email] or [phone]',
    );
    expect(redact('<https://www.cms.gov/a|Maria Lopez>').text).toBe('[name]');
  });

  test('escapes count as the sign they stand for', () => {
    expect(redact('ssn &lt;123-45-6789&gt; R&amp;C').text).toBe('ssn &lt;[ssn]&gt; R&amp;C');
  });
});

describe('failing closed', () => {
  test('a text over the cap is withheld', () => {
    const redaction = createRedactor({ sizeCap: 10 })('maria lopez called');

    expect(redaction).toMatchObject({ withheld: true, findings: [] });
    expect(redaction.text).not.toContain('maria');
  });

  test('a text whose scan throws is withheld', () => {
    const redaction = redactorOf(() => {
      throw new Error('maria lopez');
    }, DEFAULT_POLICY.sizeCap)('maria lopez called');

    expect(redaction.withheld).toBe(true);
    expect(redaction.text).not.toContain('maria');
  });
});

describe('what a person overrules', () => {
  const text = 'tell Jordan about 123-45-6789';
  const { findings } = redact(text);

  test('stays if its rule is uncertain, and goes if it is certain', () => {
    expect(findings.map(({ rule }) => isCertain(rule))).toEqual([false, true]);
    expect(redactExcept(redact, text, { keep: findings }).text).toBe('tell Jordan about [ssn]');
  });

  test('is shown with its label and the words around it, other findings as labels', () => {
    expect(excerptsOf(text, findings)).toMatchObject([
      { before: 'tell ', label: '[name]', after: ' about [ssn]', certain: false },
      { before: 'tell [name] about ', label: '[ssn]', after: '', certain: true },
    ]);
  });

  test('is counted by rule, without its words', () => {
    expect(countRules(findings)).toEqual({ [findings[0]?.rule ?? '']: 1, 'ssn.shape': 1 });
  });
});
