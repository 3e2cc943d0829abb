import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import { NotYet } from '../platform/jobs.ts';
import type { ChannelId, MessageTs } from '../shared/ids.ts';

export type MessagePlace = { readonly channel: ChannelId; readonly ts: MessageTs };

/** The part of Slack's Web API that knows the address of a message. */
export type LinkReader = {
  readonly chat: {
    readonly getPermalink: (message: { channel: string; message_ts: string }) => Promise<unknown>;
  };
};

/** Only an address that can't end the link it will stand in. */
const Answer = z.object({ permalink: z.url({ protocol: /^https?$/ }).regex(/^[^<>|\s]+$/) });

/** Slack's way of saying that there is no such message, or not for us. Our words then stand without a link. */
const NO_MESSAGE = new Set(['message_not_found', 'channel_not_found', 'not_in_channel', 'access_denied']);

/** Null where there is nothing to link to. While Slack can't say, whatever needs the link is drawn a moment later. */
export async function permalinkOf(
  slack: LinkReader,
  message: MessagePlace | null | undefined,
): Promise<string | null> {
  if (!message) return null;
  const { channel, ts } = message;
  const answer = await slack.chat.getPermalink({ channel, message_ts: ts }).catch((error: unknown) => {
    if (NO_MESSAGE.has(errorCode(error) ?? '')) return undefined;
    throw new NotYet();
  });
  return Answer.safeParse(answer).data?.permalink ?? null;
}
