import type { Workspace } from '../core/workspace.ts';
import { compact, type Json, objectsIn, textOf } from '../json.ts';
import type { Person } from '../state/records.ts';
import { type Field, fieldsOf, findField } from '../views/blocks.ts';
import { keepsValue, optionsOf, type Values, valuesFor } from '../views/values.ts';
import { interaction, type Place, placeShape } from './payloads.ts';
import { problem } from './problem.ts';
import { interact, type Reply } from './send.ts';

/** What can be clicked or chosen in a place. */
export function fieldsIn(place: Place): Field[] {
  if (place.kind === 'view') return fieldsOf(objectsIn(place.view.view.blocks));
  const { message, notice } = place.shown;
  return fieldsOf(message?.blocks ?? notice?.blocks ?? []);
}

/** A button, by its words or its action_id. */
export function buttonIn(place: Place, key: string): Field | undefined {
  return findField(
    fieldsIn(place).filter(({ type }) => type === 'button' || type === 'workflow_button'),
    key,
  );
}

export type Offer = { readonly field: Field; readonly option: Json };

/** An option of a menu or select, by its words. */
export function optionIn(place: Place, text: string): Offer | undefined {
  for (const field of fieldsIn(place)) {
    const option = optionsOf(field.element).find((each) => textOf(each.text) === text);
    if (option) return { field, option };
  }
  return undefined;
}

export function buttonAction({ element }: Field): Json {
  return compact({ text: element.text, value: element.value, style: element.style });
}

/** Tells the app that somebody clicked or chose, with everything Slack says along with it. */
export async function act(
  workspace: Workspace,
  person: Person,
  place: Place,
  { field, detail }: { field: Field; detail: Json },
): Promise<Reply> {
  const { type, actionId, blockId } = field;
  const action = {
    type,
    action_id: actionId,
    block_id: blockId,
    ...detail,
    action_ts: workspace.store.nextTs(),
  };
  return await interact(workspace, {
    ...interaction('block_actions', person),
    ...placeShape(workspace, person, place),
    ...(place.kind === 'message' && { state: { values: messageValues(place, field, detail) } }),
    trigger_id: workspace.triggers.issue(person.id, place.kind === 'view' ? place.view.id : undefined),
    actions: [action],
  });
}

function messageValues(place: Extract<Place, { kind: 'message' }>, field: Field, detail: Json): Values {
  const { message, notice } = place.shown;
  const values = valuesFor(message?.blocks ?? notice?.blocks ?? []);
  const held = values[field.blockId];
  if (held && keepsValue(field.type)) held[field.actionId] = { type: field.type, ...detail };
  return values;
}

export function notThere(place: Place, wanted: string): never {
  const offered = fieldsIn(place).flatMap(({ label, element }) => [
    label,
    ...optionsOf(element).map(({ text }) => textOf(text)),
  ]);
  return problem(
    `There is no "${wanted}" here. There is: ${offered.filter(Boolean).join(' · ') || 'nothing'}.`,
  );
}
