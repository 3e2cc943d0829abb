import { useId, useState } from 'react';
import { world } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { WorldPart } from './world-part.tsx';

const RATINGS = ['bad', 'neutral', 'good'] as const;
const BURST = 20;

/** What members write on the website. */
export function FeedbackPart() {
  const { attempt } = usePractice();
  const id = useId();
  const [rating, setRating] = useState<(typeof RATINGS)[number]>('bad');
  const [comment, setComment] = useState('I can’t find my new ID card anywhere.');
  const send = (times: number): void =>
    void attempt(async () => await world.feedback({ rating, comment, times }));
  return (
    <WorldPart title="A member’s comment on the website">
      <label htmlFor={id}>What they write</label>
      <textarea id={id} rows={2} value={comment} onChange={({ target }) => setComment(target.value)} />
      <p>
        <label>
          They find it{' '}
          <select value={rating} onChange={({ target }) => setRating(target.value as typeof rating)}>
            {RATINGS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => send(1)}>
          Send it
        </button>
        <button type="button" className="button" onClick={() => send(BURST)}>
          Send {BURST} of them
        </button>
      </div>
    </WorldPart>
  );
}
