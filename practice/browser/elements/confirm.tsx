import { useLayoutEffect, useRef } from 'react';
import type { Json } from '../../json.ts';
import { Words } from '../text/words.tsx';
import { shownModally } from '../views/shown-modally.ts';

type Props = { readonly dialog: Json; readonly onYes: () => void; readonly onNo: () => void };

/** "Are you sure?", in the app's words. */
export function Confirm({ dialog, onYes, onNo }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => shownModally(ref.current), []);
  return (
    <dialog ref={ref} className="confirm" aria-labelledby="confirm-title" onCancel={onNo}>
      <h2 id="confirm-title">
        <Words of={dialog.title} />
      </h2>
      <div className="prose">
        <Words of={dialog.text} />
      </div>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onNo}>
          <Words of={dialog.deny} />
        </button>
        <button
          type="button"
          className={`button ${dialog.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={onYes}
        >
          <Words of={dialog.confirm} />
        </button>
      </div>
    </dialog>
  );
}
