import { useEffect } from 'react';
import { usePractice } from '../state/practice.ts';

/** Before this long one has hardly read it. */
const GLANCE_MS = 700;

/** Whoever has a conversation before their eyes has read it. */
export function useReading(channel: string, latest: string | undefined, threadTs?: string): void {
  const { deeds } = usePractice();
  useEffect(() => {
    if (latest === undefined) return;
    const read = (): void => {
      // That it could not be noted is said by whatever is done next.
      if (document.visibilityState === 'visible')
        deeds.read({ channel, ts: latest, ...(threadTs && { threadTs }) }).catch(() => {});
    };
    const timer = setTimeout(read, GLANCE_MS);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [deeds, channel, latest, threadTs]);
}
