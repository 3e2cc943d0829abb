import type { RedactedText } from '../shared/text.ts';

/** Asked of everybody who reads the announcement: has it been understood? */
export type CheckQuestion = {
  readonly text: RedactedText;
  /** Two to ten, in the order in which they are shown. */
  readonly options: readonly RedactedText[];
  /** Which of the options is right, counted from 0. */
  readonly right: number;
  /** Shown to whoever answers wrongly: what they misread. */
  readonly explanation: RedactedText | null;
};

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 10;
