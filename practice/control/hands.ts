import { z } from 'zod';
import { fileCalled } from '../acts/files.ts';
import type { Workspace } from '../core/workspace.ts';
import { act, buttonAction, fieldsIn } from '../interactions/actions.ts';
import type { Place } from '../interactions/payloads.ts';
import { problem } from '../interactions/problem.ts';
import { actor } from '../interactions/scene.ts';
import { suggestions } from '../interactions/suggestions.ts';
import type { Json } from '../json.ts';
import { fileShape } from '../state/file-shape.ts';
import type { Field } from '../views/blocks.ts';
import { keepsValue, valueOf } from '../views/values.ts';
import { clicked, placeAt, where } from './clicks.ts';
import { acting, type Routes, route } from './route.ts';

/** Whoever has the screen before them points at one element, where others name it by its words. */
const pointing = acting.extend({
  where,
  blockId: z.string(),
  actionId: z.string(),
  /** A button's own, which tells it from others like it when everything has been drawn anew meanwhile. */
  value: z.string().optional(),
});
const chosen = z.unknown();

export const handRoutes: Routes = {
  /** A button, an entry of a menu, or a choice that the app is told of at once. */
  press: route(pointing.extend({ chosen: chosen.optional() }), async (workspace, input) => {
    const { person, place, field } = pointedAt(workspace, input);
    const detail = detailOf(field, input.chosen);
    keep(place, field, detail);
    workspace.changes.announce();
    return clicked((await act(workspace, person, place, { field, detail })).kind);
  }),
  /** Fills a field without telling the app, as typing does. */
  enter: route(pointing.extend({ chosen }), (workspace, input) => {
    const { place, field } = pointedAt(workspace, input);
    keep(place, field, valueOf(field.type, withFiles(workspace, field, input.chosen)));
    workspace.changes.announce();
  }),
  /** The options that the app offers for what has been typed. */
  suggest: route(pointing.extend({ typed: z.string() }), async (workspace, input) => {
    const { person, place, field } = pointedAt(workspace, input);
    return await suggestions(workspace, person, { place, field, typed: input.typed });
  }),
};

type Pointing = z.infer<typeof pointing>;

function pointedAt(workspace: Workspace, { as, where: spot, blockId, actionId, value }: Pointing) {
  const person = actor(workspace, as);
  const place = placeAt(workspace, person, spot) ?? problem('No view is open there.');
  const alike = fieldsIn(place).filter((each) => each.actionId === actionId);
  const field =
    alike.find((each) => each.blockId === blockId) ??
    alike.find(({ element }) => element.value === value) ??
    problem('That is no longer there.');
  return { person, place, field };
}

function detailOf(field: Field, picked: unknown): Json {
  const { type } = field;
  if (keepsValue(type)) return valueOf(type, picked);
  if (type === 'overflow') return { selected_option: picked };
  return type === 'feedback_buttons' ? { value: picked } : buttonAction(field);
}

/** A form carries the whole description of a file that was put into it, not only its id. */
function withFiles(workspace: Workspace, { type }: Field, picked: unknown): unknown {
  if (type !== 'file_input' || !Array.isArray(picked)) return picked;
  return picked.map((id) => fileShape(fileCalled(workspace, String(id)), workspace.baseUrl()));
}

/** A view shows from now on what was entered; a field that is corrected is no longer marked as wrong. */
function keep(place: Place, { type, blockId, actionId }: Field, value: Json): void {
  if (place.kind !== 'view' || !keepsValue(type)) return;
  const { values, errors } = place.view;
  values[blockId] = { ...values[blockId], [actionId]: value };
  delete errors[blockId];
}
