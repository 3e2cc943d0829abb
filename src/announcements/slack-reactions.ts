import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import { SlackUserId } from '../shared/ids.ts';
import type { MessagePlace } from '../slack/permalink.ts';

/** The part of Slack's Web API that knows reactions. */
export type ReactionsReader = {
  readonly reactions: {
    readonly get: (message: { channel: string; timestamp: string; full: boolean }) => Promise<unknown>;
  };
  readonly emoji: { readonly list: () => Promise<unknown> };
};
export type ReactionsWriter = {
  readonly reactions: {
    readonly add: (reaction: { channel: string; timestamp: string; name: string }) => Promise<unknown>;
  };
};

export type FoundReaction = { readonly user: SlackUserId; readonly reaction: string };

const Answer = z.object({
  message: z.object({
    reactions: z.array(z.object({ name: z.string(), users: z.array(SlackUserId) })).default([]),
  }),
});

/** The message is there no more, or not for us: asking again would not help. */
const GONE = new Set([
  'message_not_found',
  'channel_not_found',
  'not_in_channel',
  'bad_timestamp',
  'no_access',
]);

/** All reactions to a message, of everybody: without `full`, Slack leaves people out. Undefined when it is gone. */
export async function readReactions(
  slack: ReactionsReader,
  { channel, ts }: MessagePlace,
): Promise<readonly FoundReaction[] | undefined> {
  try {
    const { message } = Answer.parse(await slack.reactions.get({ channel, timestamp: ts, full: true }));
    const found = message.reactions;
    return found.flatMap(({ name, users }) => users.map((user) => ({ user, reaction: name })));
  } catch (error) {
    if (GONE.has(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

const Emoji = z.object({ emoji: z.record(z.string(), z.string()) });

/** Custom emoji that are another name for one. */
export async function readAliases(slack: ReactionsReader): Promise<ReadonlyMap<string, string>> {
  const { emoji } = Emoji.parse(await slack.emoji.list());
  return new Map(
    Object.entries(emoji).flatMap(([name, picture]) =>
      picture.startsWith('alias:') ? [[name, picture.slice('alias:'.length)] as const] : [],
    ),
  );
}

export type Added = 'added' | 'full' | 'impossible' | 'pointless';

/** Adds one emoji to a message of a channel. Doing it twice does no harm. */
export async function addEmoji(
  slack: ReactionsWriter,
  { channel, ts }: MessagePlace,
  name: string,
): Promise<Added> {
  try {
    await slack.reactions.add({ channel, timestamp: ts, name });
    return 'added';
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'already_reacted') return 'added';
    if (code === 'too_many_emoji' || code === 'too_many_reactions') return 'full';
    if (code === 'invalid_name' || code === 'no_such_emoji') return 'impossible';
    if (GONE.has(code) || code === 'is_archived') return 'pointless';
    throw error;
  }
}
