import { useState } from 'react';
import { Confirm } from '../elements/confirm.tsx';
import { world } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { WorldPart } from './world-part.tsx';

const QUESTION = {
  title: { type: 'plain_text', text: 'Put everything back to the first day?' },
  text: { type: 'plain_text', text: 'Every message, question and setting of this practice workspace goes.' },
  confirm: { type: 'plain_text', text: 'Start afresh' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
};

export function ResetPart({ canReset }: { readonly canReset: boolean }) {
  const { attempt, go } = usePractice();
  const [isAsking, setAsking] = useState(false);
  const reset = async (): Promise<void> => {
    setAsking(false);
    if (await attempt(world.reset)) go({ place: 'home', thread: undefined });
  };
  return (
    <WorldPart title="Start afresh">
      {canReset ? (
        <button type="button" className="button danger" onClick={() => setAsking(true)}>
          Reset everything
        </button>
      ) : (
        <p>Practice mode was started on a database of yours, which it does not empty.</p>
      )}
      {isAsking && <Confirm dialog={QUESTION} onNo={() => setAsking(false)} onYes={() => void reset()} />}
    </WorldPart>
  );
}
