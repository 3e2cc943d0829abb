import { useState } from 'react';
import { Problems } from './problems.tsx';
import { PracticeContext } from './state/practice.ts';
import { usePracticeState } from './state/use-practice.ts';
import { useRemembered } from './state/use-remembered.ts';
import { PersonSwitch } from './talk/person-switch.tsx';
import { PlacePane } from './talk/place-pane.tsx';
import { Sidebar } from './talk/sidebar.tsx';
import { ThreadPane } from './talk/thread-pane.tsx';
import { Modal } from './views/modal.tsx';
import { DayBar } from './world/day-bar.tsx';
import { Dock } from './world/dock.tsx';
import { LessonBar } from './world/lesson.tsx';

/** The practice workspace, as one person sees it. */
export function App() {
  const { practice, isCutOff, showEarlier } = usePracticeState();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isLessonHidden, hideLesson] = useRemembered('lesson-hidden');
  const { known, way, go } = practice;
  const view = known.views?.at(-1);
  const thread = way.thread && known.thread?.ts === way.thread.ts ? known.thread : undefined;
  const turn = (dock: 'world' | 'inspector'): void => go({ dock: way.dock === dock ? '' : dock });
  return (
    <PracticeContext value={practice}>
      <div className={isMenuOpen ? 'page with-menu' : 'page'}>
        <header className="top">
          <span className="brand">Practice workspace</span>
          <span className="spring" />
          <button
            type="button"
            className="top-button"
            aria-pressed={!isLessonHidden}
            onClick={() => hideLesson(!isLessonHidden)}
          >
            First steps
          </button>
          <button
            type="button"
            className="top-button"
            aria-pressed={way.dock === 'world'}
            onClick={() => turn('world')}
          >
            Outside world
          </button>
          <button
            type="button"
            className="top-button"
            aria-pressed={way.dock === 'inspector'}
            onClick={() => turn('inspector')}
          >
            Inspector
          </button>
          <PersonSwitch />
        </header>
        {isCutOff && (
          <p className="cut-off" role="alert">
            The practice workspace does not answer. Is <code>npm start</code> still running?
          </p>
        )}
        <DayBar />
        {!isLessonHidden && known.outside?.day?.state !== 'playing' && (
          <LessonBar onHide={() => hideLesson(true)} />
        )}
        <div className="panes">
          <Sidebar onGo={() => setMenuOpen(false)} />
          <PlacePane onEarlier={showEarlier} onMenu={() => setMenuOpen(!isMenuOpen)} />
          {thread && <ThreadPane key={`${way.as} ${thread.ts}`} thread={thread} />}
          <Dock />
        </div>
        {view ? <Modal key={`${way.as} ${view.id}`} view={view} /> : <Problems />}
      </div>
    </PracticeContext>
  );
}
