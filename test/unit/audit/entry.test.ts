import { describe, expect, test } from '@jest/globals';
import type { AuditFacts } from '../../../src/audit/entry.ts';
import { csvLine, jsonLine } from '../../../src/audit/lines.ts';
import { SlackUserId } from '../../../src/shared/ids.ts';
import type { RedactedText } from '../../../src/shared/text.ts';

/** What may be said of an entry. Checked when the types are. */
function facts<Values extends object>(values: AuditFacts<Values>): object {
  return values;
}

describe('the facts of an audit entry', () => {
  test('are ids, numbers, flags, times and words of our own', () => {
    const by = SlackUserId.parse('U0ROSA');

    expect(facts({ by, seconds: 60, denied: true, at: new Date(0), reason: 'helping_now' })).toBeDefined();
  });

  test('are never text of people, redacted or not', () => {
    const typed: string = 'whatever';
    const redacted = 'whatever' as RedactedText;

    // @ts-expect-error a bare string is not a fact
    expect(facts({ typed })).toBeDefined();
    // @ts-expect-error redacted text may still tell something
    expect(facts({ redacted })).toBeDefined();
  });
});

const row = {
  workspaceId: 'T0PRACTICE',
  seq: 1,
  at: '2026-11-02T15:00:00.000000Z',
  action: 'members.revealed',
  outcome: 'done',
  by: null,
  questionId: null,
  member: null,
  facts: '{}',
  hash: new Uint8Array([1, 255]),
};

describe('an exported row', () => {
  test.each(['=1+1', '+1', '-1', '@sum', '\t=1'])(
    'has no cell that a spreadsheet would compute: %j',
    (text) => {
      const cells = csvLine({ ...row, action: text }).split(',');

      expect(cells[2]?.replaceAll('"', '')).toBe(`'${text}`);
    },
  );

  test('keeps quotes, commas and lines within their cell', () => {
    expect(csvLine({ ...row, action: 'a "b", c\nd' })).toContain('"a ""b"", c\nd"');
  });

  test('is exported as it stands when its facts have been made unreadable', () => {
    expect(JSON.parse(jsonLine({ ...row, facts: '{"a"' }))).toMatchObject({ facts: '{"a"', hash: '01ff' });
  });
});
