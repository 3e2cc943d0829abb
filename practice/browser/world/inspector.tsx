import { useState } from 'react';
import type { Passed } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';

/** Every request between the app and the workspace, latest first. */
export function Inspector() {
  const { known } = usePractice();
  const [side, setSide] = useState<'both' | Passed['from']>('both');
  const entries = (known.traffic ?? []).filter(({ from }) => side === 'both' || from === side);
  return (
    <>
      <p className="inspector-head">
        <label>
          Show{' '}
          <select value={side} onChange={({ target }) => setSide(target.value as typeof side)}>
            <option value="both">both directions</option>
            <option value="app">calls of the app</option>
            <option value="workspace">what the app is told</option>
          </select>
        </label>
        <span className="quiet">→ from the app · ← to the app · latest first</span>
      </p>
      {entries.length === 0 && <p className="empty">Nothing has passed yet. Press something.</p>}
      <ul className="passed">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function Entry({ entry }: { readonly entry: Passed }) {
  const { at, from, name, outcome, ms, limits, said, answer } = entry;
  const [isOpen, setOpen] = useState(false);
  const isFine = outcome === '' || /^2\d\d( ok)?$/.test(outcome);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="quiet">{new Date(at).toLocaleTimeString('en-US', { hour12: false })}</span>
          <span role="img" aria-label={from === 'app' ? 'from the app' : 'to the app'}>
            {from === 'app' ? '→' : '←'}
          </span>
          <code>{name}</code>
          <span className={isFine ? undefined : 'bad'}>{outcome || '…'}</span>
          <span className="quiet">{ms.toFixed(0)} ms</span>
          <Verdict limits={limits} />
        </summary>
        {isOpen && (
          <>
            {limits && limits.length > 0 && (
              <ul className="bad">
                {limits.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
            <h4>Said</h4>
            <pre>{JSON.stringify(said, null, 2)}</pre>
            <h4>Answered</h4>
            <pre>{JSON.stringify(answer, null, 2)}</pre>
          </>
        )}
      </details>
    </li>
  );
}

function Verdict({ limits }: { readonly limits: readonly string[] | null }) {
  if (limits === null) return null;
  return limits.length === 0 ? (
    <span className="good">within limits</span>
  ) : (
    <span className="bad">{limits.length} beyond limits</span>
  );
}
