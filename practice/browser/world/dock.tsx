import { usePractice } from '../state/practice.ts';
import { Inspector } from './inspector.tsx';
import { OutsideWorld } from './outside-world.tsx';

/** Beside the workspace, not part of it: what happens outside, and what passes between it and the app. */
export function Dock() {
  const { way, go } = usePractice();
  if (way.dock === '') return null;
  const isWorld = way.dock === 'world';
  return (
    <aside
      className={isWorld ? 'pane dock' : 'pane dock wide'}
      aria-label={isWorld ? 'Outside world' : 'Inspector'}
    >
      <header className="pane-head">
        <h2>{isWorld ? 'Outside world' : 'Inspector'}</h2>
        <span className="spring" />
        <button
          type="button"
          className="plain"
          aria-label="Close this panel"
          onClick={() => go({ dock: '' })}
        >
          ✕
        </button>
      </header>
      <div className="dock-body">{isWorld ? <OutsideWorld /> : <Inspector />}</div>
    </aside>
  );
}
