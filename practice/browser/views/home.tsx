import { useEffect } from 'react';
import type { Shown } from '../../face/scene.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { HolderContext } from '../blocks/place.ts';
import { usePractice } from '../state/practice.ts';
import { useViewHolder } from './use-view-holder.ts';

/** The app's Home tab. The app is told that somebody opens it, and draws it anew. */
export function Home() {
  const { known, deeds, attempt, me } = usePractice();
  const isOurs = me?.isStranger !== true;
  useEffect(() => {
    if (isOurs) void attempt(deeds.openHome);
  }, [isOurs, attempt, deeds]);
  if (!isOurs)
    return <p className="empty">Slack offers the app’s Home to the company that installed it only.</p>;
  if (!known.home) return <p className="empty">Nothing has been drawn here yet …</p>;
  return <DrawnHome key={known.home.id} view={known.home} />;
}

function DrawnHome({ view }: { readonly view: Shown }) {
  const holder = useViewHolder(view, 'home');
  return (
    <div className="home">
      <HolderContext value={holder}>
        <Blocks blocks={view.blocks} />
      </HolderContext>
    </div>
  );
}
