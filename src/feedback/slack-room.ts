import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import { ChannelId, type SlackUserId } from '../shared/ids.ts';

/** The part of Slack's Web API that makes channels. */
export type RoomClient = {
  readonly conversations: {
    readonly create: (channel: { name: string; is_private: boolean }) => Promise<unknown>;
    readonly info: (which: { channel: string }) => Promise<unknown>;
    readonly invite: (who: { channel: string; users: string }) => Promise<unknown>;
    readonly list: (which: {
      types: string;
      exclude_archived: boolean;
      limit: number;
      cursor?: string;
    }) => Promise<unknown>;
  };
};

const flag = z.boolean().default(false);
const Channel = z.object({
  id: ChannelId,
  name: z.string().default(''),
  creator: z.string().default(''),
  is_private: flag,
  is_ext_shared: flag,
  is_pending_ext_shared: flag,
});
const One = z.object({ channel: Channel });
const Page = z.object({
  channels: z.array(Channel),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** What of a channel matters to a channel that is made for one of its threads. */
export type Origin = { readonly isPrivate: boolean; readonly isExternal: boolean };

export async function originOf(slack: RoomClient, channel: ChannelId): Promise<Origin> {
  const { channel: found } = One.parse(await slack.conversations.info({ channel }));
  return { isPrivate: found.is_private, isExternal: found.is_ext_shared || found.is_pending_ext_shared };
}

/**
 * Makes a channel, or finds it: the answer to an earlier call may have been lost. Its name holds letters of our own id,
 * so a channel of that name that the app has made is the one.
 */
export async function makeOrFind(
  slack: RoomClient,
  { name, isPrivate, bot }: { readonly name: string; readonly isPrivate: boolean; readonly bot: SlackUserId },
): Promise<ChannelId> {
  try {
    return One.parse(await slack.conversations.create({ name, is_private: isPrivate })).channel.id;
  } catch (error) {
    if (errorCode(error) !== 'name_taken') throw error;
    const found = await findOwn(slack, { name, isPrivate, bot });
    if (!found) throw error;
    return found;
  }
}

async function findOwn(
  slack: RoomClient,
  { name, isPrivate, bot }: { readonly name: string; readonly isPrivate: boolean; readonly bot: SlackUserId },
): Promise<ChannelId | undefined> {
  const types = isPrivate ? 'private_channel' : 'public_channel';
  let cursor: string | undefined;
  do {
    const page = Page.parse(
      await slack.conversations.list({
        types,
        exclude_archived: true,
        limit: 1_000,
        ...(cursor !== undefined && { cursor }),
      }),
    );
    const own = page.channels.find((each) => each.name === name && each.creator === bot);
    if (own) return own.id;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return undefined;
}

/** Nothing that somebody could mend: they are in it, or not to be had. */
const NOT_INVITED = new Set([
  'already_in_channel',
  'user_not_found',
  'cant_invite',
  'cant_invite_self',
  'ura_max_channels',
  'user_is_restricted',
  'user_is_ultra_restricted',
  'org_user_not_in_team',
]);

/** Slack invites all or nobody, so one who can't be invited must not keep the others out. */
export async function invite(
  slack: RoomClient,
  channel: ChannelId,
  people: readonly SlackUserId[],
): Promise<void> {
  if (people.length === 0) return;
  try {
    await slack.conversations.invite({ channel, users: people.join(',') });
  } catch (error) {
    if (!NOT_INVITED.has(errorCode(error) ?? '')) throw error;
    if (people.length > 1) for (const person of people) await invite(slack, channel, [person]);
  }
}
