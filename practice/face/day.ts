import { connectWorkspace } from '../client.ts';
import { playChapters, UNTIMED_DAY } from '../demo/day.ts';
import { unhurried } from '../demo/narrator.ts';
import { openStage } from '../demo/stage.ts';
import { followed } from './followed.ts';
import type { Day } from './scene.ts';

const CAPTIONS = 5;

/** The day was ended before it was over. */
class Ended extends Error {}

/** Plays the demo day for somebody who watches, a caption before every deed. */
export function openDays(url: () => string, announce: () => void, pace: number) {
  let day: Day | null = null;
  let playing = 0;
  const show = (changes: Partial<Day>): void => {
    day = { state: 'playing', chapter: '', captions: [], look: null, ...day, ...changes };
    announce();
  };

  const play = async (number: number): Promise<void> => {
    const goesOn = (): void => {
      if (number !== playing) throw new Ended();
    };
    const narrator = unhurried(pace, {
      chapter: (title) => {
        goesOn();
        show({ chapter: title, captions: [] });
      },
      tells: (sentence) => {
        goesOn();
        show({ captions: [...(day?.captions ?? []), sentence].slice(-CAPTIONS) });
      },
      shows: goesOn,
    });
    const client = followed(connectWorkspace(url()), (look) => {
      goesOn();
      show({ look });
    });
    await playChapters(await openStage(client, narrator), UNTIMED_DAY);
    show({ state: 'over', captions: ['The day is over. Everything it left behind is yours to look at.'] });
  };

  return {
    now: () => day,
    start(): void {
      playing += 1;
      day = null;
      show({});
      play(playing).catch((error: unknown) => {
        if (error instanceof Ended) return;
        show({ state: 'broken', captions: [error instanceof Error ? error.message : 'The day went wrong.'] });
      });
    },
    end(): void {
      playing += 1;
      day = null;
      announce();
    },
  };
}

export type Days = ReturnType<typeof openDays>;
