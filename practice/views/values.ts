import { type Json, objectsIn } from '../json.ts';
import { type Field, fieldsOf } from './blocks.ts';

/** What a person has filled in, as `view.state.values` carries it: by block_id, then by action_id. */
export type Values = Record<string, Record<string, Json>>;

type Kind = { readonly holds: string; readonly startsWith: string; readonly many?: true };

const KINDS: Readonly<Record<string, Kind>> = {
  plain_text_input: { holds: 'value', startsWith: 'initial_value' },
  email_text_input: { holds: 'value', startsWith: 'initial_value' },
  url_text_input: { holds: 'value', startsWith: 'initial_value' },
  number_input: { holds: 'value', startsWith: 'initial_value' },
  rich_text_input: { holds: 'rich_text_value', startsWith: 'initial_value' },
  datepicker: { holds: 'selected_date', startsWith: 'initial_date' },
  timepicker: { holds: 'selected_time', startsWith: 'initial_time' },
  datetimepicker: { holds: 'selected_date_time', startsWith: 'initial_date_time' },
  static_select: { holds: 'selected_option', startsWith: 'initial_option' },
  external_select: { holds: 'selected_option', startsWith: 'initial_option' },
  radio_buttons: { holds: 'selected_option', startsWith: 'initial_option' },
  file_input: { holds: 'files', startsWith: 'initial_files', many: true },
  checkboxes: { holds: 'selected_options', startsWith: 'initial_options', many: true },
  users_select: { holds: 'selected_user', startsWith: 'initial_user' },
  conversations_select: { holds: 'selected_conversation', startsWith: 'initial_conversation' },
  channels_select: { holds: 'selected_channel', startsWith: 'initial_channel' },
  multi_static_select: { holds: 'selected_options', startsWith: 'initial_options', many: true },
  multi_external_select: { holds: 'selected_options', startsWith: 'initial_options', many: true },
  multi_users_select: { holds: 'selected_users', startsWith: 'initial_users', many: true },
  multi_conversations_select: {
    holds: 'selected_conversations',
    startsWith: 'initial_conversations',
    many: true,
  },
  multi_channels_select: { holds: 'selected_channels', startsWith: 'initial_channels', many: true },
};

/** Whether the element keeps a value; buttons and overflow menus don't. */
export function keepsValue(type: string): boolean {
  return type in KINDS;
}

export function holdsMany(type: string): boolean {
  return KINDS[type]?.many === true;
}

/** The element's entry in `state.values` for what was chosen. */
export function valueOf(type: string, chosen: unknown): Json {
  const kind = KINDS[type];
  return kind ? { type, [kind.holds]: chosen ?? (kind.many ? [] : null) } : { type };
}

/** What was chosen, out of an entry in `state.values`. */
export function chosenIn(type: string, value: Json | undefined): unknown {
  const kind = KINDS[type];
  return kind && value ? value[kind.holds] : undefined;
}

export function isFilled(type: string, value: Json | undefined): boolean {
  const chosen = chosenIn(type, value);
  return Array.isArray(chosen) ? chosen.length > 0 : chosen !== undefined && chosen !== null && chosen !== '';
}

/** The values of fresh blocks. What was typed before survives where block_id and action_id are the same. */
export function valuesFor(blocks: readonly Json[], before: Values = {}): Values {
  const values: Values = {};
  for (const field of fieldsOf(blocks)) {
    if (!keepsValue(field.type)) continue;
    const kept = before[field.blockId]?.[field.actionId];
    const value = kept?.type === field.type && isOffered(field, kept) ? kept : initialValue(field);
    values[field.blockId] = { ...values[field.blockId], [field.actionId]: value };
  }
  return values;
}

function initialValue({ type, element }: Field): Json {
  return valueOf(type, element[KINDS[type]?.startsWith ?? '']);
}

/** A choice that the new list doesn't offer any more is gone. */
function isOffered({ type, element }: Field, kept: Json): boolean {
  const offered = optionsOf(element).map(({ value }) => value);
  if (offered.length === 0 || type === 'external_select' || type === 'multi_external_select') return true;
  const chosen = chosenIn(type, kept);
  const options = Array.isArray(chosen) ? objectsIn(chosen) : objectsIn([chosen]);
  return options.every(({ value }) => offered.includes(value));
}

/** Every option of a select, its groups included. */
export function optionsOf(element: Json): Json[] {
  const grouped = objectsIn(element.option_groups).flatMap(({ options }) => objectsIn(options));
  return [...objectsIn(element.options), ...grouped];
}
