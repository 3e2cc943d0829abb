import { setTimeout as sleep } from 'node:timers/promises';

/** Tells what happens, one thing after the other, slowly enough to be read along. */
export type Narrator = {
  readonly chapter: (title: string) => Promise<void>;
  readonly tells: (sentence: string) => Promise<void>;
  /** What somebody has before their eyes. */
  readonly shows: (lines: readonly string[]) => Promise<void>;
};

const BETWEEN_SENTENCES_MS = 1_200;
const BEFORE_CHAPTERS_MS = 2_000;
const WIDEST = 108;

export function openNarrator(write: (line: string) => void, { fast }: { readonly fast: boolean }): Narrator {
  const pause = async (ms: number): Promise<void> => {
    if (!fast) await sleep(ms);
  };
  return {
    chapter: async (title) => {
      await pause(BEFORE_CHAPTERS_MS);
      write(`\n── ${title} ${'─'.repeat(Math.max(0, WIDEST - title.length - 4))}`);
    },
    tells: async (sentence) => {
      await pause(BETWEEN_SENTENCES_MS);
      write(`  ${sentence}`);
    },
    shows: async (lines) => {
      await pause(BETWEEN_SENTENCES_MS / 2);
      for (const line of lines) write(`      │ ${line}`);
    },
  };
}
