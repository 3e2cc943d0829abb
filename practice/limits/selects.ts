import { z } from 'zod';
import { confirm, conversationFilter, option, optionGroup, placeholder } from './composition.ts';
import {
  allInitialAreOffered,
  type Choices,
  INITIAL_OPTION,
  INITIAL_OPTIONS,
  initialIsOffered,
} from './initial.ts';
import { actionId, string } from './text.ts';

const id = string(255);
const count = z.number().int().min(1);

const one = {
  action_id: actionId.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: placeholder.optional(),
};
const many = { ...one, max_selected_items: count.optional() };
const answerable = { response_url_enabled: z.boolean().optional() };
const remote = { min_query_length: z.number().int().min(0).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};

/** An empty list is refused by Slack: show a section instead when there is nothing to choose from. */
const fixed = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const offersOneWay = ({ options, option_groups }: Choices): boolean =>
  (options === undefined) !== (option_groups === undefined);
const ONE_WAY = { error: 'A select has options or option_groups, and only one of them.' };

const initialOptions = z.array(option).min(1).optional();

/** More may not be chosen beforehand than may be chosen at all. */
function fits(select: { max_selected_items?: number | undefined; initial_options?: unknown[] | undefined }) {
  return (select.initial_options?.length ?? 0) <= (select.max_selected_items ?? Infinity);
}
const TOO_MANY_INITIAL = { path: ['initial_options'], error: 'There are more than max_selected_items.' };

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...one, ...fixed, initial_option: option.optional() })
  .refine(offersOneWay, ONE_WAY)
  .refine(initialIsOffered, INITIAL_OPTION);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...many,
    ...fixed,
    initial_options: initialOptions,
  })
  .refine(offersOneWay, ONE_WAY)
  .refine(allInitialAreOffered, INITIAL_OPTIONS)
  .refine(fits, TOO_MANY_INITIAL);

export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...one,
    ...remote,
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...one, initial_user: id.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...one,
    ...conversations,
    ...answerable,
    initial_conversation: id.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...one,
    ...answerable,
    initial_channel: id.optional(),
  }),
] as const;

export const multiSelects = [
  multiStaticSelect,
  z
    .strictObject({
      type: z.literal('multi_external_select'),
      ...many,
      ...remote,
      initial_options: initialOptions,
    })
    .refine(fits, TOO_MANY_INITIAL),
  z.strictObject({ type: z.literal('multi_users_select'), ...many, initial_users: z.array(id).optional() }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...many,
    ...conversations,
    initial_conversations: z.array(id).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...many,
    initial_channels: z.array(id).optional(),
  }),
] as const;
