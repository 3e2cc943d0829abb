import { useEffect, useReducer, useState } from 'react';
import type { Part } from '../../face/scene.ts';
import { type Known, learn } from './parts.ts';
import type { Way } from './way.ts';

/** What stands on the screen of the person at this place, as it changes; and whether we still hear of it. */
export function useLive({ as, place, thread, dock }: Way, most: number): { known: Known; isCutOff: boolean } {
  const [known, tell] = useReducer(learn, {});
  const [isCutOff, setCutOff] = useState(false);
  const threadKey = thread ? `${thread.channel}/${thread.ts}` : '';
  useEffect(() => {
    const query = new URLSearchParams({ as, place, thread: threadKey, most: String(most) });
    if (dock === 'inspector') query.set('inspect', 'yes');
    const source = new EventSource(`/face/live?${query.toString()}`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      setCutOff(false);
      tell(JSON.parse(data) as Part);
    };
    source.onerror = () => setCutOff(true);
    return () => source.close();
  }, [as, place, threadKey, dock, most]);
  return { known, isCutOff };
}
