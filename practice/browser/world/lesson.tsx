import { type ReactNode, useState } from 'react';
import type { Lesson } from '../../face/scene.ts';
import { world } from '../state/deeds.ts';
import { type Practice, usePractice } from '../state/practice.ts';

type Step = {
  readonly words: ReactNode;
  readonly help?: { readonly words: string; readonly deed: () => void };
};

const ASKER = 'U0MAYA';
const ANSWERER = 'U0ROSA';

/** The way of one question, a step at a time, each ticked off once it has really happened. */
export function LessonBar({ onHide }: { readonly onHide: () => void }) {
  const practice = usePractice();
  const { known, way, attempt } = practice;
  const [seen, setSeen] = useState('');
  const { lesson } = known;
  const app = known.rooms?.find(({ isApp }) => isApp)?.id;
  const isAnswered = lesson?.steps.every(({ isDone }) => isDone) ?? false;
  const isReading = lesson?.card?.asker === way.as && way.place === app;
  const card = lesson?.card?.ts ?? '';
  if (isAnswered && isReading && seen !== card) setSeen(card);
  const hasSeen = isAnswered && seen === card;
  if (!lesson) return null;
  const steps = stepsOf(practice, lesson, app);
  const done = [...lesson.steps.map(({ isDone }) => isDone), hasSeen];
  const at = done.findIndex((isDone) => !isDone);
  const step = steps[at];
  return (
    <section className="lesson" aria-label="First steps">
      <ol className="lesson-steps" aria-label={`${done.filter(Boolean).length} of ${done.length} steps done`}>
        {done.map((isDone, index) => (
          // The steps have no other names than their places.
          <li key={String(index)} className={isDone ? 'done' : index === at ? 'now' : undefined}>
            {isDone ? '✓' : index + 1}
          </li>
        ))}
      </ol>
      <div className="lesson-words" aria-live="polite">
        {step ? step.words : LAST_WORDS}
      </div>
      {step?.help && (
        <button type="button" className="button primary" onClick={step.help.deed}>
          {step.help.words}
        </button>
      )}
      {!step && (
        <button type="button" className="button" onClick={() => void attempt(world.lesson)}>
          Once more
        </button>
      )}
      <button type="button" className="plain" aria-label="Hide the first steps" onClick={onHide}>
        ✕
      </button>
    </section>
  );
}

const LAST_WORDS = (
  <p>
    <strong>That was the whole way of a question.</strong> Look around as anybody else, or open{' '}
    <strong>Outside world</strong> and make something go wrong.
  </p>
);

function stepsOf(
  { go, deeds, attempt, way, room }: Practice,
  { card }: Lesson,
  app: string | undefined,
): Step[] {
  const channel = room(card?.channel ?? '')?.name;
  const there = card ? { place: card.channel, thread: { channel: card.channel, ts: card.ts } } : {};
  const isThere = card !== null && way.place === card.channel;
  const isAnswerer = card !== null && way.as !== card.asker;
  return [
    way.as === ASKER
      ? {
          words: (
            <p>
              <strong>You are Maya, a care guide,</strong> with a member on the phone who asks what you don’t
              know. Ask: any question, topic <em>Providers</em>, then <strong>Ask</strong>.
            </p>
          ),
          help: {
            words: 'Ask a Question',
            deed: () => void attempt(async () => await deeds.shortcut('ask')),
          },
        }
      : {
          words: <p>Everybody can ask. The first steps are told for Maya, a care guide.</p>,
          help: { words: 'Be Maya', deed: () => go({ as: ASKER, place: 'home', thread: undefined }) },
        },
    {
      words: (
        <p>
          The question stands in <strong>#{channel}</strong> already.{' '}
          {isAnswerer && isThere ? (
            <>
              Press <strong>Claim</strong> on its card, so that everybody sees you are on it.
            </>
          ) : (
            <>
              Now be <strong>Rosa</strong>, a supervisor, who knows the answer.
            </>
          )}
        </p>
      ),
      ...(!(isAnswerer && isThere) && {
        help: {
          words: 'Be Rosa and look',
          deed: () => go({ as: ANSWERER, ...there, thread: undefined }),
        },
      }),
    },
    {
      words: (
        <p>
          It is yours now. Open its thread, and <strong>write the answer</strong> there.
        </p>
      ),
      help: { words: 'Open the thread', deed: () => go(isAnswerer ? there : { as: ANSWERER, ...there }) },
    },
    {
      words: (
        <p>
          Say that this is it: on your reply open <strong>⋯</strong> and choose{' '}
          <strong>Mark as the answer</strong>.
        </p>
      ),
    },
    {
      words: (
        <p>
          Maya has been told. <strong>Be Maya again</strong> and read what Concierge Desk wrote to her.
        </p>
      ),
      help: {
        words: 'Be Maya and read',
        deed: () => go({ as: card?.asker ?? ASKER, place: directWith(card?.asker, app), thread: undefined }),
      },
    },
  ];
}

/** The direct message of the app with somebody, which is named after them. */
function directWith(asker: string | undefined, app: string | undefined): string {
  return asker ? asker.replace(/^U0/, 'D0') : (app ?? 'home');
}
