import { describe, expect, test } from '@jest/globals';
import { readContent, type Typed } from '../../../src/announcements/content.ts';
import { createRedactor } from '../../../src/redaction/index.ts';

const reader = { redact: createRedactor(), now: () => new Date('2026-11-24T12:00:00Z') };

function typed(changes: Partial<Typed>): Typed {
  return {
    title: 'A title',
    text: 'A text',
    links: [],
    audience: { kind: 'everyone' },
    placement: 'announcements',
    importance: 'acknowledge',
    checkQuestion: null,
    reminders: 'none',
    deadline: null,
    scheduledFor: null,
    topics: [],
    states: [],
    ...changes,
  };
}

const textOf = (text: string): string => readContent(reader, typed({ text }), undefined).content.text;

describe('What an announcement may say', () => {
  test.each([
    'From January 1, 2027 on, MRI scans need it.',
    'From March 3 on.',
    'See https://intranet.example/policies/mri and <https://intranet.example/faq|the answers>.',
  ])('dates of rules and plain addresses stay: %s', (text) => {
    expect(textOf(text)).toBe(text);
  });

  test.each([
    ['Born 1/2/1980.', /1980\]?/, '1/2/1980'],
    ['Maria Lopez called on 11/20/2026.', /\[name\]/, '11/20/2026'],
    ['https://crm.example/members?id=R123456', /\[link\]/, 'R123456'],
    ['https://crm.example/ssn/219-09-9999', /\[link\]/, '219-09-9999'],
    ['Call 412-555-0147.', /\[phone\]/, '412-555-0147'],
    ['Member R123456 asked.', /\[/, 'R123456'],
    ['Admitted 1/2/80.', /\[date/, '1/2/80'],
  ])('PHI does not: %s', (text, shown, gone) => {
    expect(textOf(text)).toMatch(shown);
    expect(textOf(text)).not.toContain(gone);
  });

  test('every part is read, and what was taken out of the others is counted', () => {
    const read = readContent(
      reader,
      typed({
        title: 'About R123456',
        links: ['The file https://crm.example/members?id=R123456'],
        checkQuestion: {
          text: 'SSN 219-09-9999?',
          options: ['R123456', 'No'],
          right: 1,
          explanation: 'R123456',
        },
      }),
      undefined,
    );

    expect(JSON.stringify(read.content)).not.toMatch(/R123456|219-09-9999/);
    expect(read).toMatchObject({ elsewhere: 5, findings: [] });
  });

  test('what the author says is no PHI stays', () => {
    const text = 'Ask Maria Lopez in comms.';
    const { findings } = readContent(reader, typed({ text }), undefined);

    expect(readContent(reader, typed({ text }), undefined, findings).content.text).toBe(text);
  });
});
