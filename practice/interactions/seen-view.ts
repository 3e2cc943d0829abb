import { type Json, objectsIn, textIn, textOf } from '../json.ts';
import { type Field, fieldsOf } from '../views/blocks.ts';
import type { OpenView } from '../views/open-views.ts';
import { chosenIn, optionsOf, type Values } from '../views/values.ts';

/** One thing on a view that can be filled or clicked, in the words that stand on the screen. */
export type SeenField = {
  readonly label: string;
  readonly type: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly isInput: boolean;
  readonly isOptional: boolean;
  /** What is filled in, as text; several choices are joined by a comma. */
  readonly shows: string;
  readonly options: readonly string[];
  readonly error?: string;
};

/** A view as the person before it sees it, and a few ids for tests. */
export type SeenView = {
  readonly id: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly Json[];
  readonly values: Values;
  readonly fields: readonly SeenField[];
  /** By the label of the input. */
  readonly errors: Readonly<Record<string, string>>;
};

export function seenView(open: OpenView): SeenView {
  const { view } = open;
  const blocks = objectsIn(view.blocks);
  const fields = fieldsOf(blocks);
  return {
    id: open.id,
    hash: open.hash,
    callbackId: textIn(view.callback_id) ?? '',
    privateMetadata: textIn(view.private_metadata) ?? '',
    title: textOf(view.title),
    submit: textOf(view.submit),
    blocks,
    values: open.values,
    fields: fields.map((field) => seenField(field, open)),
    errors: errorsByLabel(fields, open.errors),
  };
}

function seenField(field: Field, { values, errors }: OpenView): SeenField {
  const { label, type, blockId, actionId, isInput, isOptional, element } = field;
  const error = errors[blockId];
  return {
    label,
    type,
    blockId,
    actionId,
    isInput,
    isOptional,
    shows: shownText(chosenIn(type, values[blockId]?.[actionId])),
    options: optionsOf(element).map(({ text }) => textOf(text)),
    ...(error && { error }),
  };
}

function shownText(chosen: unknown): string {
  if (Array.isArray(chosen)) return chosen.map(shownText).join(', ');
  if (typeof chosen === 'object' && chosen !== null && 'text' in chosen) return textOf(chosen.text);
  return typeof chosen === 'string' || typeof chosen === 'number' ? String(chosen) : '';
}

export function errorsByLabel(
  fields: readonly Field[],
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  const labelled = Object.entries(errors).map(([blockId, message]) => {
    const field = fields.find((each) => each.blockId === blockId);
    return [field?.label ?? blockId, message];
  });
  return Object.fromEntries(labelled);
}
