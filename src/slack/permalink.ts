import { z } from 'zod';
import type { ChannelId, MessageTs } from '../shared/ids.ts';
import { inTime } from './deadline.ts';

export type MessagePlace = { readonly channel: ChannelId; readonly ts: MessageTs };

/** The part of Slack's Web API that knows the address of a message. */
export type LinkReader = {
  readonly chat: {
    readonly getPermalink: (message: { channel: string; message_ts: string }) => Promise<unknown>;
  };
};

/** Only an address that can't end the link it will stand in. */
const Answer = z.object({ permalink: z.url({ protocol: /^https?$/ }).regex(/^[^<>|\s]+$/) });

const PATIENCE_MS = 2_000;

/**
 * Null where there is nothing to link to, and also while Slack can't say: a card without a link is worth more than one
 * that is held back, and it has its link the next time it is drawn.
 */
export async function permalinkOf(
  slack: LinkReader,
  message: MessagePlace | null | undefined,
): Promise<string | null> {
  if (!message) return null;
  const { channel, ts } = message;
  try {
    const answer = await inTime(slack.chat.getPermalink({ channel, message_ts: ts }), PATIENCE_MS);
    return Answer.parse(answer).permalink;
  } catch {
    return null;
  }
}
