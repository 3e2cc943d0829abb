import { createContext, useContext } from 'react';
import type { Offers, Persona, Room } from '../../face/scene.ts';
import type { Deeds } from './deeds.ts';
import type { Known } from './parts.ts';
import type { Way } from './way.ts';

export type Problem = { readonly id: number; readonly text: string };

/** What every part of the page may need: who is who, who one is, and what one can do. */
export type Practice = {
  readonly known: Known;
  readonly way: Way;
  readonly go: (changes: Partial<Way>) => void;
  readonly me: Persona | undefined;
  readonly deeds: Deeds;
  readonly offers: Offers;
  readonly person: (id: string) => Persona | undefined;
  readonly room: (id: string) => Room | undefined;
  readonly group: (id: string) => string | undefined;
  /** The app's time, in milliseconds. */
  readonly now: () => number;
  /** Carries out a deed, and says so when it can't be done. False then. */
  readonly attempt: (deed: () => Promise<unknown>) => Promise<boolean>;
  /** What could not be done lately. */
  readonly problems: readonly Problem[];
  readonly forget: (id: number) => void;
};

export const PracticeContext = createContext<Practice | undefined>(undefined);

export function usePractice(): Practice {
  const practice = useContext(PracticeContext);
  if (!practice) throw new Error('Only within the practice page.');
  return practice;
}
