import { useCallback, useSyncExternalStore } from 'react';
import { readWay, type Way, writeWay } from './way.ts';

function subscribe(look: () => void): () => void {
  addEventListener('hashchange', look);
  return () => removeEventListener('hashchange', look);
}

/** Where one is, and how to go elsewhere. */
export function useWay(): { way: Way; go: (changes: Partial<Way>) => void } {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const go = useCallback((changes: Partial<Way>) => {
    location.hash = writeWay({ ...readWay(location.hash), ...changes });
  }, []);
  return { way: readWay(hash), go };
}
