import { z } from 'zod';
import { string } from './text.ts';

/** Arguments travel as a form, so a flag may arrive as a word. */
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).optional();
const ts = z
  .string()
  .regex(/^\d{10}\.\d{6}$/, 'This must be a message timestamp such as 1700000000.000100.')
  .optional();
const word = string(255).optional();

/**
 * What `chat.postMessage`, `chat.update`, `chat.postEphemeral` and a `response_url` take between them.
 *
 * Slack passes over an argument it doesn't know. Here it is refused: a misspelt `thread_ts` posts an answer into the
 * channel, and nobody hears of it.
 */
export const MessageArguments = z.strictObject({
  channel: word,
  user: word,
  ts,
  thread_ts: ts,
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.array(z.looseObject({ blocks: z.unknown().optional() })).optional(),
  metadata: z.unknown().optional(),
  reply_broadcast: flag,
  unfurl_links: flag,
  unfurl_media: flag,
  link_names: flag,
  mrkdwn: flag,
  as_user: flag,
  replace_original: flag,
  delete_original: flag,
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  parse: z.enum(['full', 'none']).optional(),
  username: word,
  icon_emoji: word,
  icon_url: word,
  file_ids: z.array(z.string()).optional(),
  token: z.string().optional(),
  /** Bolt's client sends it with everything. */
  team_id: word,
});
