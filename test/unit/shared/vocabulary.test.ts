import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChannelId, MessageTs, QuestionId, SlackUserId, TopicKey } from '../../../src/shared/ids.ts';
import { newReference, Reference } from '../../../src/shared/reference.ts';
import { STATE_CODES, STATES, StateCode } from '../../../src/shared/states.ts';
import { unreachable } from '../../../src/shared/unreachable.ts';

describe('a reference', () => {
  test('is short, can be read aloud and is practically never the same', () => {
    const many = Array.from({ length: 5_000 }, newReference);

    expect(many.every((each) => Reference.safeParse(each).success)).toBe(true);
    expect(many.join('')).not.toMatch(/[01IO]/);
    expect(new Set(many).size).toBe(5_000);
  });
});

describe('the states', () => {
  test('are fifty and the District of Columbia, each with a name of its own', () => {
    expect(STATE_CODES).toHaveLength(51);
    expect(new Set(Object.values(STATES)).size).toBe(51);
    expect(STATE_CODES.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
    expect(STATES).toMatchObject({ DC: 'District of Columbia', PA: 'Pennsylvania' });
  });

  test.each(['pa', 'PR', '', 'constructor', '__proto__', 'toString', null, 7])(
    'do not include %s',
    (code) => {
      expect(StateCode.safeParse(code).success).toBe(false);
    },
  );
});

describe('ids', () => {
  test.each([
    [SlackUserId, 'U0ROSA', 'C0ROSA'],
    [SlackUserId, 'W0ROSA', 'U0ROSA> <!channel'],
    [ChannelId, 'C0EXPERTS', 'U0ROSA'],
    [ChannelId, 'D0ROSA', 'c0experts'],
    [MessageTs, '1700000000.000100', '1700000000.0001'],
    [TopicKey, 'prior-authorization', 'Prior Authorization'],
    [QuestionId, '01980000-0000-7000-8000-000000000000', '1; drop table questions'],
  ])('are checked', (schema, good, bad) => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse(bad).success).toBe(false);
  });

  test('leave no room for a mention or a link', () => {
    const schemas = [SlackUserId, ChannelId, MessageTs, TopicKey];
    const good = fc.constantFrom('U0ROSA', 'C0EXPERTS', '1700000000.000100', 'claims');
    const sign = fc.constantFrom('<', '>', '|', '!', '@', '#', ' ', '\n', '*', '`', '\u0000', '\u202e', ':');

    fc.assert(
      fc.property(good, sign, fc.nat(20), (id, active, at) => {
        const text = id.slice(0, at) + active + id.slice(at);
        expect(schemas.some((schema) => schema.safeParse(text).success)).toBe(false);
      }),
    );
  });
});

test('a case that nobody foresaw is an error that repeats nothing of it', () => {
  expect(() => unreachable('Maria Lopez' as never)).toThrow(/^Unhandled case of type string$/);
});
