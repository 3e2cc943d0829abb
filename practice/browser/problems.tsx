import { usePractice } from './state/practice.ts';

/** What could not be done, in words, for a while. Within a form while one is open: it covers everything else. */
export function Problems() {
  const { problems, forget } = usePractice();
  return (
    <div className="problems" role="alert">
      {problems.map(({ id, text }) => (
        <p key={id}>
          {text}
          <button type="button" className="plain" aria-label="Dismiss" onClick={() => forget(id)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  );
}
