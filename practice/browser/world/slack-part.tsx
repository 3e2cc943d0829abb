import { useEffect, useState } from 'react';
import { world } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { WorldPart } from './world-part.tsx';

const LENGTHS = [10, 30, 60];

/** Slack refuses, or fails, for a while; the app must cope. */
export function SlackPart() {
  const { known, now, attempt } = usePractice();
  const [seconds, setSeconds] = useState(30);
  const left = useSecondsLeft(known.outside?.spell?.until, now);
  const cast = (kind: '429' | '500'): void => void attempt(async () => await world.spell(kind, seconds));
  if (known.outside?.spell && left > 0) {
    const what = known.outside.spell.kind === '429' ? '“too many requests” (429)' : 'an error (500)';
    return (
      <WorldPart title="Slack">
        <output>
          Slack answers everything with {what} for another {left} s. Messages come late, and each only once.
        </output>
        <button type="button" className="button primary" onClick={() => void attempt(world.endSpell)}>
          End it now
        </button>
      </WorldPart>
    );
  }
  return (
    <WorldPart title="Slack">
      <p>
        <label>
          Let Slack refuse every call of the app for{' '}
          <select value={seconds} onChange={({ target }) => setSeconds(Number(target.value))}>
            {LENGTHS.map((each) => (
              <option key={each} value={each}>
                {each} seconds
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => cast('429')}>
          Too many requests (429)
        </button>
        <button type="button" className="button" onClick={() => cast('500')}>
          Slack is broken (500)
        </button>
      </div>
    </WorldPart>
  );
}

function useSecondsLeft(until: number | undefined, now: () => number): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === undefined) return;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now()) / 1_000));
}
