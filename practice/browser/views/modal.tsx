import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Shown } from '../../face/scene.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { HolderContext } from '../blocks/place.ts';
import { Problems } from '../problems.tsx';
import { usePractice } from '../state/practice.ts';
import { PlainWords } from '../text/words.tsx';
import { shownModally } from './shown-modally.ts';
import { useViewHolder } from './use-view-holder.ts';

/** The form on top of the page. What lies below it is out of reach until it is closed. */
export function Modal({ view }: { readonly view: Shown }) {
  const { deeds, attempt } = usePractice();
  const holder = useViewHolder(view, 'view');
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  useLayoutEffect(() => {
    const close = shownModally(dialog.current);
    dialog.current?.querySelector<HTMLElement>('.modal-body :is(input, textarea)')?.focus();
    return close;
  }, []);
  useEffect(() => {
    if (Object.keys(view.errors).length > 0) {
      dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [view.errors]);

  const close = (): void => void attempt(deeds.close);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await attempt(async () => {
      await holder.beforeSending();
      await deeds.submit();
    });
    setBusy(false);
  };
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <header>
          <h2 id="modal-title">
            <PlainWords text={view.title} />
          </h2>
          <button type="button" className="plain" aria-label="Close the form" onClick={close}>
            ✕
          </button>
        </header>
        <div className="modal-body">
          <HolderContext value={holder}>
            <Blocks blocks={view.blocks} />
          </HolderContext>
        </div>
        <Problems />
        <footer className="dialog-buttons">
          <button type="button" className="button" onClick={close}>
            <PlainWords text={view.close} />
          </button>
          {view.submit !== '' && (
            <button type="submit" className="button primary" aria-busy={isBusy} disabled={isBusy}>
              <PlainWords text={view.submit} />
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
