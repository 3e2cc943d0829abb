import { z } from 'zod';

/** Why somebody needs to see an ID. A choice and no free text: the audit record holds nothing that people wrote. */
export const RevealReason = z.enum([
  'helping_now',
  'looking_up',
  'checking_answer',
  'filing',
  'quality_review',
]);
export type RevealReason = z.infer<typeof RevealReason>;

export const REASON_WORDS: Readonly<Record<RevealReason, string>> = {
  helping_now: 'I am helping this member now',
  looking_up: 'I look the member up to answer the question',
  checking_answer: 'I check that the answer is right for this member',
  filing: 'I file the answer in the member’s record',
  quality_review: 'I review how the question was handled',
};
