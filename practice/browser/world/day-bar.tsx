import { useEffect, useEffectEvent, useState } from 'react';
import type { Look } from '../../face/scene.ts';
import { world } from '../state/deeds.ts';
import { type Practice, usePractice } from '../state/practice.ts';

/** The captions of the day that is played; the page follows whoever acts, if wanted. */
export function DayBar() {
  const practice = usePractice();
  const { known, go, attempt } = practice;
  const [follows, setFollows] = useState(true);
  const day = known.outside?.day;
  const look = day?.state === 'playing' ? day.look : null;
  const key = look ? `${look.who} ${look.channel} ${look.ts}` : '';
  const follow = useEffectEvent(() => {
    if (look) go(wayTo(practice, look));
  });
  useEffect(() => {
    if (key !== '' && follows) follow();
  }, [key, follows]);
  if (!day) return null;
  const sentence = day.captions.at(-1);
  return (
    <section className="day-bar" aria-label="The day at the desk">
      <p aria-live="polite">
        <strong>{day.chapter}</strong> {sentence}
      </p>
      <label>
        <input type="checkbox" checked={follows} onChange={({ target }) => setFollows(target.checked)} />{' '}
        Follow
      </label>
      <button
        type="button"
        className="button"
        onClick={() => void attempt(async () => await world.day(false))}
      >
        {day.state === 'playing' ? 'End the day' : 'Close'}
      </button>
    </section>
  );
}

function wayTo({ known, way }: Practice, { who, channel, ts }: Look): Parameters<Practice['go']>[0] {
  const as = known.people?.find(({ id, name }) => id === who || name === who)?.id ?? way.as;
  const place = known.rooms?.find(({ id, name }) => id === channel || name === channel)?.id ?? channel;
  if (place === '') return { as };
  return { as, place, thread: ts === '' || place.startsWith('D') ? undefined : { channel: place, ts } };
}
