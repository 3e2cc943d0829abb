import { z } from 'zod';

/** What a person reads out to support, and support looks for in the log. No letters that are mistaken for digits. */
export const Reference = z
  .string()
  .regex(/^[2-9A-HJ-NP-Z]{8}$/)
  .brand<'Reference'>();
export type Reference = z.infer<typeof Reference>;

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function newReference(): Reference {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Reference.parse(Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join(''));
}
