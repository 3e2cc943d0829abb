import { world } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { WorldPart } from './world-part.tsx';

const JUMPS = [
  { words: '2 minutes', seconds: 120 },
  { words: '15 minutes', seconds: 900 },
  { words: '2 hours', seconds: 7_200 },
  { words: 'a day', seconds: 86_400 },
];

/** The time by which the app goes; that of the machine stays as it is. */
export function ClockPart({ ahead }: { readonly ahead: number }) {
  const { attempt, now } = usePractice();
  const shown = new Date(now()).toLocaleString('en-US', {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <WorldPart title="The clock">
      <p>
        At the desk it is <strong>{shown}</strong>
        {ahead > 0 && ', ahead of the time here'}. Let it jump, and what is overdue by then happens.
      </p>
      <div className="buttons">
        {JUMPS.map(({ words, seconds }) => (
          <button
            key={words}
            type="button"
            className="button"
            onClick={() => void attempt(async () => await world.clock(seconds))}
          >
            + {words}
          </button>
        ))}
        {ahead > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => void attempt(async () => await world.clock(0))}
          >
            Back to now
          </button>
        )}
      </div>
    </WorldPart>
  );
}
