import { objectsIn, textIn, textOf } from '../../json.ts';
import type { OpenView } from '../../views/open-views.ts';
import type { Shown } from '../scene.ts';

export function shown({ id, view, values, errors }: OpenView): Shown {
  return {
    id,
    callbackId: textIn(view.callback_id) ?? '',
    title: textOf(view.title),
    submit: textOf(view.submit),
    close: textOf(view.close) || 'Close',
    blocks: objectsIn(view.blocks),
    values,
    errors,
  };
}
