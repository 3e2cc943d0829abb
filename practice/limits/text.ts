import { z } from 'zod';

/**
 * A length is counted in UTF-16 units, as JavaScript counts.
 *
 * Slack does not say whether it counts units or code points. There are never fewer units than code points, so what
 * fits here fits either way. Lower bounds count code points (`codePoints`), again the stricter of the two.
 */
export function string(max: number) {
  return z.string().min(1).max(max);
}

export function codePoints(text: string): number {
  return Array.from(text).length;
}

/** No text object of any kind may be longer, wherever it stands. */
const LONGEST_TEXT = 3000;

export function plainText(max = LONGEST_TEXT) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: string(max),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(max = LONGEST_TEXT) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: string(max),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(max = LONGEST_TEXT) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const url = string(3000).refine((text) => URL.canParse(text), { error: 'This must be a whole URL.' });

export const actionId = string(255);
export const blockId = string(255);
