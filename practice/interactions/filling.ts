import type { Workspace } from '../core/workspace.ts';
import { type Json, objectsIn, textOf } from '../json.ts';
import type { Person } from '../state/records.ts';
import { type Field, fieldsOf, findField } from '../views/blocks.ts';
import type { OpenView } from '../views/open-views.ts';
import { holdsMany, keepsValue, optionsOf, valueOf } from '../views/values.ts';
import { act } from './actions.ts';
import type { Place } from './payloads.ts';
import { problem } from './problem.ts';
import { TROUBLE } from './send.ts';
import { suggestions } from './suggestions.ts';

/** Text, the words of an option, several of them, a tick for a lone checkbox, or null to empty the field. */
export type Entry = string | boolean | readonly string[] | null;

export type Filling = {
  readonly person: Person;
  readonly view: () => OpenView | undefined;
  readonly withinMs: number;
};

/** Fills one field after the other, as a person does; the form may change in between. Answers with trouble, if any. */
export async function fillIn(
  workspace: Workspace,
  filling: Filling,
  entries: Readonly<Record<string, Entry>>,
): Promise<string | undefined> {
  for (const [key, entry] of Object.entries(entries)) {
    const trouble = await fillOne(workspace, filling, key, entry);
    if (trouble) return trouble;
  }
  return undefined;
}

async function fillOne(
  workspace: Workspace,
  { person, view, withinMs }: Filling,
  key: string,
  entry: Entry,
): Promise<string | undefined> {
  const found = await workspace.changes.until(() => fieldCalled(view(), key), withinMs);
  if (!found) return noSuchField(view(), key);
  const place: Place = { kind: 'view', view: found.open };
  const chosen = await choiceFor(workspace, person, { place, field: found.field, entry });
  const { open, field } = fieldCalled(view(), key) ?? found;
  const value = valueOf(field.type, chosen);
  open.values[field.blockId] = { ...open.values[field.blockId], [field.actionId]: value };
  delete open.errors[field.blockId];
  workspace.changes.announce();
  if (!field.dispatches) return undefined;
  const { type: _, ...detail } = value;
  const reply = await act(workspace, person, { kind: 'view', view: open }, { field, detail });
  return reply.kind === 'trouble' ? TROUBLE : undefined;
}

function fieldCalled(open: OpenView | undefined, key: string): { open: OpenView; field: Field } | undefined {
  if (!open) return undefined;
  const fields = fieldsOf(objectsIn(open.view.blocks)).filter(({ type }) => keepsValue(type));
  const field = findField(fields, key);
  return field && { open, field };
}

function noSuchField(open: OpenView | undefined, key: string): never {
  if (!open) return problem('No view is open.');
  const labels = fieldsOf(objectsIn(open.view.blocks)).map(({ label }) => label);
  return problem(`There is no field "${key}". There is: ${labels.join(' · ')}.`);
}

type Choosing = { readonly place: Place; readonly field: Field; readonly entry: Entry };

async function choiceFor(workspace: Workspace, person: Person, choosing: Choosing): Promise<unknown> {
  const { field, entry } = choosing;
  const { type } = field;
  if (entry === null) return holdsMany(type) ? [] : null;
  if (type === 'checkboxes' && typeof entry === 'boolean')
    return entry ? optionsOf(field.element).slice(0, 1) : [];
  if (typeof entry === 'boolean') return problem(`"${field.label}" takes words, not a tick.`);
  const wanted = typeof entry === 'string' ? [entry] : entry;
  const chosen = await Promise.all(
    wanted.map(async (each) => await oneChoice(workspace, person, choosing, each)),
  );
  return holdsMany(type) ? chosen : chosen[0];
}

async function oneChoice(
  workspace: Workspace,
  person: Person,
  { place, field }: Choosing,
  wanted: string,
): Promise<unknown> {
  const { type } = field;
  if (type.endsWith('users_select'))
    return (workspace.store.person(wanted) ?? problem(`Nobody is called ${wanted}.`)).id;
  if (type.endsWith('conversations_select') || type.endsWith('channels_select')) {
    return (workspace.store.channel(wanted) ?? problem(`There is no channel ${wanted}.`)).id;
  }
  if (type.endsWith('external_select')) {
    return offered(field, await suggestions(workspace, person, { place, field, typed: wanted }), wanted);
  }
  const options = optionsOf(field.element);
  return options.length > 0 || type.endsWith('select')
    ? offered(field, options, wanted)
    : typed(field, wanted);
}

function offered(field: Field, options: readonly Json[], wanted: string): Json {
  const found =
    options.find(({ text }) => textOf(text) === wanted) ?? options.find(({ value }) => value === wanted);
  if (found) return found;
  const words = options.map(({ text }) => textOf(text)).join(' · ');
  return problem(`"${field.label}" doesn't offer "${wanted}". It offers: ${words || 'nothing'}.`);
}

/** A text field stops taking letters at its limit in Slack's client; here that is refused, lest a test rely on it. */
function typed({ label, type, element }: Field, text: string): unknown {
  const most = element.max_length;
  if (typeof most === 'number' && text.length > most) problem(`"${label}" takes ${most} characters at most.`);
  return type === 'datetimepicker' ? Number(text) : text;
}
