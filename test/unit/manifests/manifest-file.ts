import { z } from 'zod';

const text = (max: number) => z.string().min(1).max(max);
const requestUrl = z.url({ protocol: /^https$/ }).max(3000);
const unique = <Entry>(entries: readonly Entry[]) => new Set(entries).size === entries.length;
const names = (most: number) => z.array(text(50)).max(most).refine(unique, 'Named twice');

const shortcut = z.strictObject({
  name: text(24),
  type: z.enum(['global', 'message']),
  callback_id: text(255),
  description: text(150),
});

const slashCommand = z.strictObject({
  command: text(32).startsWith('/'),
  url: requestUrl.optional(),
  description: text(2000),
  usage_hint: text(1000).optional(),
  should_escape: z.boolean().optional(),
});

/** What a step is given or gives: text, yes or no, or a person. */
const parameter = z.strictObject({
  type: z.enum(['string', 'boolean', 'slack#/types/user_id']),
  title: text(255),
  description: text(255),
});
const parameters = z
  .strictObject({ properties: z.record(text(100), parameter), required: names(50) })
  .refine(
    ({ properties, required }) => required.every((name) => name in properties),
    'Required, but not there',
  );

/** A step that workflows can use. */
const step = z.strictObject({
  title: text(255),
  description: text(255),
  input_parameters: parameters,
  output_parameters: parameters,
});

/**
 * A manifest with Slack's limits on each field. Slack's schema allows ten shortcuts and fifty commands, its text
 * five of each; the smaller figures are kept here.
 */
export const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().optional() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-fA-F]{3}){1,2}$/)
      .optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z.array(shortcut).min(1).max(5),
    slash_commands: z.array(slashCommand).min(1).max(5),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: names(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: requestUrl.optional(), bot_events: names(100) }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: requestUrl.optional(),
      message_menu_options_url: requestUrl.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
    function_runtime: z.literal('remote'),
  }),
  functions: z.record(text(100), step).refine((steps) => Object.keys(steps).length <= 50, 'Too many steps'),
});
export type Manifest = z.infer<typeof Manifest>;
