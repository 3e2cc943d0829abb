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
  return unhurried(fast ? 0 : 1, {
    chapter: (title) => write(`\n── ${title} ${'─'.repeat(Math.max(0, WIDEST - title.length - 4))}`),
    tells: (sentence) => write(`  ${sentence}`),
    shows: (lines) => {
      for (const line of lines) write(`      │ ${line}`);
    },
  });
}

type Voice = { readonly [Each in keyof Narrator]: (...said: Parameters<Narrator[Each]>) => void };

/** Pauses before each thing is told; at pace 2 for twice as long. */
export function unhurried(pace: number, voice: Voice): Narrator {
  const pause = async (ms: number): Promise<void> => {
    if (pace > 0) await sleep(ms * pace);
  };
  return {
    chapter: async (title) => {
      await pause(BEFORE_CHAPTERS_MS);
      voice.chapter(title);
    },
    tells: async (sentence) => {
      await pause(BETWEEN_SENTENCES_MS);
      voice.tells(sentence);
    },
    shows: async (lines) => {
      await pause(BETWEEN_SENTENCES_MS / 2);
      voice.shows(lines);
    },
  };
}
