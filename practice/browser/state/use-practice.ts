import { useCallback, useMemo, useState } from 'react';
import { deedsOf, Refused } from './deeds.ts';
import type { Practice, Problem } from './practice.ts';
import { useLive } from './use-live.ts';
import { useWay } from './use-way.ts';

const NOTHING = { shortcuts: [], commands: [] };
const STAYS_MS = 8_000;

/** Everything that the page knows and can do, put together once. */
export function usePracticeState() {
  const { way, go } = useWay();
  const [most, setMost] = useState(60);
  const { known, isCutOff } = useLive(way, most);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const forget = useCallback((id: number) => setProblems((all) => all.filter((each) => each.id !== id)), []);
  const attempt = useCallback(
    async (deed: () => Promise<unknown>): Promise<boolean> => {
      try {
        await deed();
        return true;
      } catch (error) {
        const text = error instanceof Refused ? error.message : 'Something went wrong in this page.';
        const id = performance.now();
        setProblems((all) => [...all, { id, text }]);
        setTimeout(() => forget(id), STAYS_MS);
        if (!(error instanceof Refused)) throw error;
        return false;
      }
    },
    [forget],
  );
  const deeds = useMemo(() => deedsOf(way.as), [way.as]);
  const practice = useMemo((): Practice => {
    const people = new Map(known.people?.map((each) => [each.id, each]));
    const rooms = new Map(known.rooms?.map((each) => [each.id, each]));
    const me = people.get(way.as) ?? known.people?.find(({ name }) => name === way.as);
    return {
      known,
      way,
      go,
      me,
      attempt,
      problems,
      forget,
      deeds,
      offers: known.offers ?? NOTHING,
      person: (id) => people.get(id),
      room: (id) => rooms.get(id),
      group: (id) => known.groups?.[id],
      now: () => Date.now() + (known.outside?.ahead ?? 0),
    };
  }, [known, way, go, attempt, problems, forget, deeds]);
  return { practice, isCutOff, showEarlier: () => setMost((count) => count + 120) };
}
