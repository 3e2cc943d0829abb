import { useId } from 'react';
import { type Json, objectIn, textIn } from '../../json.ts';
import { Element } from '../elements/element.tsx';
import { Words } from '../text/words.tsx';
import { useHolder } from './place.ts';

const GROUPS = ['radio_buttons', 'checkboxes'];

/** A field of a form with its label, its hint, and what is wrong with it. */
export function InputBlock({ block }: { readonly block: Json }) {
  const { errorOf } = useHolder();
  const id = useId();
  const element = objectIn(block.element);
  const error = errorOf(textIn(block.block_id) ?? '');
  const notes = [block.hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  const described = notes.filter(Boolean).join(' ');
  const label = (
    <>
      <Words of={block.label} />
      {block.optional === true && <span className="quiet"> (optional)</span>}
    </>
  );
  const inner = (
    <>
      <Element
        block={block}
        element={element}
        field={{ id, labelledBy: `${id}-label`, describedBy: described, isWrong: error !== undefined }}
      />
      {block.hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          <Words of={block.hint} />
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (GROUPS.includes(String(element.type))) {
    return (
      <fieldset className="input-block" aria-describedby={described || undefined}>
        <legend id={`${id}-label`}>{label}</legend>
        {inner}
      </fieldset>
    );
  }
  return (
    <div className="input-block">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {inner}
    </div>
  );
}
