import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineView } from '../../../src/platform/outbox.ts';
import { QuestionId } from '../../../src/shared/ids.ts';
import type { RedactedText } from '../../../src/shared/text.ts';

test('the compiler keeps what people wrote out of the outbox, redacted or not', () => {
  const redacted = z.string() as unknown as z.ZodType<RedactedText>;

  const views = [
    defineView('a', z.object({ questionId: QuestionId, move: z.int(), why: z.enum(['moved', 'answered']) })),
    // @ts-expect-error a bare string is not an id
    defineView('b', z.object({ text: z.string() })),
    // @ts-expect-error redacted text is text all the same: it would be old by the time it is sent
    defineView('c', z.object({ text: redacted })),
    // @ts-expect-error nor is a string of a certain form
    defineView('d', z.object({ text: z.templateLiteral(['about ', z.string()]) })),
    // @ts-expect-error and in an object strings could hide
    defineView('e', z.object({ question: z.object({ text: z.string() }) })),
  ];

  expect(views).toHaveLength(5);
});
