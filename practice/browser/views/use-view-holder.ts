import { useEffect, useMemo, useRef, useState } from 'react';
import type { Shown } from '../../face/scene.ts';
import type { Json } from '../../json.ts';
import type { Holder } from '../blocks/place.ts';
import { usePractice } from '../state/practice.ts';

const PAUSE_MS = 250;

type Draft = { readonly blockId: string; readonly actionId: string; readonly chosen: unknown };

/**
 * What is typed and chosen in a view, before it is sent. The workspace hears of it a moment later, and of everything
 * at once before a button is pressed; what a field shows comes from the workspace as soon as it has heard.
 */
export function useViewHolder({ values, errors }: Shown, where: 'view' | 'home'): Holder {
  const { deeds, attempt } = usePractice();
  const waiting = useRef(new Map<string, Draft>());
  const timer = useRef(0);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());

  useEffect(() => setDrafts(new Map(waiting.current)), [values]);

  return useMemo((): Holder => {
    const flush = async (): Promise<void> => {
      clearTimeout(timer.current);
      for (const [key, { blockId, actionId, chosen }] of waiting.current) {
        waiting.current.delete(key);
        await deeds.enter({ where, blockId, actionId }, chosen);
      }
    };
    return {
      where,
      valueOf: (blockId, actionId) => {
        const draft = drafts.get(`${blockId}/${actionId}`);
        const value = values[blockId]?.[actionId];
        return draft ? drawn(value, draft.chosen) : value;
      },
      errorOf: (blockId) => errors[blockId],
      beforeSending: flush,
      type: (blockId, actionId, chosen) => {
        waiting.current.set(`${blockId}/${actionId}`, { blockId, actionId, chosen });
        setDrafts((all) => new Map(all).set(`${blockId}/${actionId}`, { blockId, actionId, chosen }));
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void attempt(flush), PAUSE_MS);
      },
    };
  }, [values, errors, where, drafts, attempt, deeds]);
}

/** The value as the workspace will tell it, for as long as it hasn't yet: in whichever key the element keeps it. */
function drawn(value: Json | undefined, chosen: unknown): Json | undefined {
  const key = Object.keys(value ?? {}).find((each) => each !== 'type');
  return key === undefined || key === 'files' ? value : { ...value, [key]: chosen };
}
