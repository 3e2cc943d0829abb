import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { OPENAPI } from '../../../src/feedback/openapi.ts';
import { problemOf, type Refusal } from '../../../src/feedback/problem.ts';
import { readFeedback, SentBatch, SentFeedback } from '../../../src/feedback/wire.ts';

const now = new Date('2026-11-23T15:00:00Z');
const whole = {
  id: 'c-1',
  memberRef: 'OSC112232',
  state: 'FL',
  responseId: 31_719,
  rating: 'good',
  page: 'pulse-point-billing-center',
  comment: 'Absolutely LOVE how easy the website is!',
  url: 'https://feedback.example.com/31719',
  submittedAt: '2026-11-23T14:05:00+05:00',
};

describe('A comment as it is sent', () => {
  test('may leave out the comment and the link, and may hold more than is asked for', () => {
    const { comment: _, url: __, ...short } = whole;

    expect(readFeedback(short, now).kind).toBe('read');
    expect(readFeedback({ ...whole, comment: null, url: null, colour: 'blue' }, now).kind).toBe('read');
    expect(readFeedback(whole, now)).toMatchObject({ sent: { responseId: '31719' } });
  });

  test.each<[string, unknown]>([
    ['id', 'has a space'],
    ['id', 'x'.repeat(129)],
    ['memberRef', ''],
    ['memberRef', 'jo@mail.example'],
    ['state', 'ZZ'],
    ['state', 'fl'],
    ['responseId', -1],
    ['responseId', 1.5],
    ['rating', 'great'],
    ['page', 'ends\nhere'],
    ['page', 'x'.repeat(101)],
    ['comment', 7],
    ['comment', 'x'.repeat(10_001)],
    ['url', 'x'.repeat(2_001)],
    ['submittedAt', 'yesterday'],
    ['submittedAt', '2026-02-30T10:00:00Z'],
    ['submittedAt', '1999-12-31T10:00:00Z'],
    ['submittedAt', '2026-11-25T15:00:01Z'],
  ])('is refused for its %s alone, which is named, without what stood in it', (field, value) => {
    const reading = readFeedback({ ...whole, [field]: value }, now);

    expect(reading).toEqual({
      kind: 'wrong',
      problems: [{ field, problem: expect.stringMatching(/^must be/) }],
    });
  });

  test('is refused with every field that is wrong or missing', () => {
    expect(readFeedback({ id: 'c 1', rating: 'good' }, now)).toEqual({
      kind: 'wrong',
      problems: [
        { field: 'id', problem: expect.stringMatching(/^must be/) },
        ...['memberRef', 'state', 'responseId', 'page', 'submittedAt'].map((field) => ({
          field,
          problem: 'is missing',
        })),
      ],
    });
    expect(readFeedback([whole], now)).toEqual({
      kind: 'wrong',
      problems: [{ field: 'body', problem: 'must be a JSON object' }],
    });
  });

  test('is never repeated in what is wrong with it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(whole)), fc.jsonValue()), (value) => {
        const reading = readFeedback(value, now);
        const words = reading.kind === 'wrong' ? JSON.stringify(problemOf(reading)) : '';
        const long = JSON.stringify(Object.values(value)).match(/[^"\\,[\]{}:\s]{6,}/g) ?? [];
        for (const piece of long) expect(words.includes(piece)).toBe(false);
      }),
    );
  });
});

describe('The description that is served', () => {
  const { Feedback, Batch } = OPENAPI.components.schemas;

  /** What a schema allows, without its words. */
  function bare(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(bare);
    if (typeof schema !== 'object' || schema === null) return schema;
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([name]) => name !== 'description' && name !== '$schema')
        .map(([name, value]) => [name, bare(value)]),
    );
  }

  test('allows a comment exactly what the schema does that requests meet', () => {
    const { properties, ...rest } = z.toJSONSchema(SentFeedback, { io: 'input' });
    // The pattern of a date-time is zod's own way of saying `format`.
    const { pattern: _, ...submittedAt } = { ...(properties?.['submittedAt'] as Record<string, unknown>) };

    expect(bare(Feedback)).toEqual(bare({ ...rest, properties: { ...properties, submittedAt } }));
  });

  test('allows as many comments in a batch as the schema does', () => {
    const { comments } = z.toJSONSchema(SentBatch).properties as Record<string, object>;

    expect({ ...Batch.properties.comments, items: {} }).toEqual(bare(comments));
  });

  test('is whole: version 3.1, and every reference leads somewhere', () => {
    const text = JSON.stringify(OPENAPI);
    const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);

    expect(OPENAPI.openapi).toBe('3.1.0');
    expect(refs.length).toBeGreaterThan(5);
    expect(Object.keys(OPENAPI.components.schemas)).toEqual(expect.arrayContaining([...new Set(refs)]));
  });

  test('has each refusal that a request can meet', () => {
    const refusals: readonly Refusal[] = [
      { kind: 'malformed' },
      { kind: 'forged' },
      { kind: 'conflict' },
      { kind: 'tooLarge', most: 65_536 },
      { kind: 'otherType' },
      { kind: 'wrong', problems: [] },
      { kind: 'tooMany', afterSeconds: 3 },
      { kind: 'unavailable' },
    ];
    const described = Object.keys(OPENAPI.paths['/webhooks/feedback'].post.responses);

    expect(described.toSorted()).toEqual(
      ['200', '202', ...refusals.map((refusal) => String(problemOf(refusal).status))].toSorted(),
    );
  });
});
