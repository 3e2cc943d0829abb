import type { OnMessage } from './stage.ts';

/** How a question should stand in the evening, and all its cards, the last one being in use. */
export type Expected = {
  readonly cards: readonly OnMessage[];
  /** What was posted to ask more people to take it. */
  readonly calls?: readonly OnMessage[];
  readonly asker: string;
  readonly channel: string;
  readonly tier: 1 | 2 | 3;
  readonly status: 'open' | 'claimed' | 'answered' | 'resolved';
  readonly happened: readonly string[];
};
