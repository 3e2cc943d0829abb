import { useRef, useState } from 'react';
import type { Json } from '../../json.ts';
import type { Pointed } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { choiceOf, type Group, narrowed } from './options.ts';

/** Slack's own least length, where the app names none. */
const LEAST = 3;
const PAUSE_MS = 200;

/** What is offered for what has been typed: out of the element's own options, or the app is asked. */
export function useSuggestions(pointed: Pointed, element: Json, isExternal: boolean, own: readonly Group[]) {
  const { deeds, attempt } = usePractice();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Group[]>([]);
  const timer = useRef(0);
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : LEAST;

  const ask = async (words: string): Promise<void> => {
    await attempt(async () => {
      const options = await deeds.suggest(pointed, words);
      setFound([{ title: '', choices: options.map(choiceOf) }]);
    });
  };
  const search = (words: string): void => {
    setTyped(words);
    if (!isExternal) return;
    clearTimeout(timer.current);
    if (words.length < least) setFound([]);
    else timer.current = setTimeout(() => void ask(words), PAUSE_MS);
  };
  const isShort = isExternal && typed.length < least;
  return {
    groups: isExternal ? found : narrowed(own, typed),
    search,
    note: isShort ? `Type ${least} letters or more.` : 'Nothing fits.',
  };
}
