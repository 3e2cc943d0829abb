import { SlackError, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { errorCode, SlackUnavailable } from '../platform/errors.ts';
import { type ChannelId, SlackUserId, type UserGroupId, type WorkspaceId } from '../shared/ids.ts';
import {
  ChannelShape,
  counts,
  GroupShape,
  type SeenChannel,
  type SeenGroup,
  toProfile,
  UserShape,
} from './slack-shapes.ts';
import type { Profile } from './store-people.ts';

/** What the directory asks Slack. Everything goes through here, page by page, and is checked. */
export type Lookups = {
  readonly channels: () => Promise<readonly SeenChannel[]>;
  readonly channel: (id: ChannelId) => Promise<SeenChannel | undefined>;
  readonly channelMembers: (id: ChannelId) => Promise<readonly SlackUserId[] | undefined>;
  readonly groups: () => Promise<readonly SeenGroup[]>;
  readonly groupMembers: (id: UserGroupId) => Promise<readonly SlackUserId[]>;
  readonly person: (id: SlackUserId) => Promise<Profile | undefined>;
  readonly personByEmail: (email: string) => Promise<Profile | undefined>;
  readonly everybody: () => Promise<readonly Profile[]>;
  /** What those who count are called. */
  readonly colleagues: () => Promise<readonly string[]>;
  /** What people are called. Asked for when it is shown, and not kept. */
  readonly names: () => Promise<ReadonlyMap<SlackUserId, string>>;
};

const Cursor = z.object({ next_cursor: z.string().optional() }).optional();
const Channels = z.object({ channels: z.array(ChannelShape), response_metadata: Cursor });
const Members = z.object({ members: z.array(SlackUserId), response_metadata: Cursor });
const Users = z.object({ members: z.array(UserShape), response_metadata: Cursor });
const Named = z
  .object({ id: SlackUserId, name: z.string().default(''), real_name: z.string().optional() })
  .transform(
    ({ id, name, real_name }) =>
      [id, real_name === undefined || real_name === '' ? name : real_name] as const,
  );
const NamedUsers = z.object({ members: z.array(Named), response_metadata: Cursor });
const Colleagues = z.object({
  members: z.array(UserShape.extend({ real_name: z.string().default('') })),
  response_metadata: Cursor,
});
const OneChannel = z.object({ channel: ChannelShape });
const OneUser = z.object({ user: UserShape });
const Groups = z.object({ usergroups: z.array(GroupShape) });
const GroupMembers = z.object({ users: z.array(SlackUserId).default([]) });

const PAGE = 500;

export function createLookups(slack: WebClient, workspaceId: WorkspaceId): Lookups {
  // Needed with a token of a whole organisation, ignored with another.
  const team = workspaceId.startsWith('T') ? { team_id: workspaceId } : {};
  const toOurs = (user: z.infer<typeof UserShape>): Profile => toProfile(user, workspaceId);
  const users = async <User>(shape: z.ZodType<UserPage<User>>): Promise<readonly User[]> =>
    await allPages(async (cursor) => {
      const answer = await slack.users.list({ ...team, limit: PAGE, ...cursor });
      const { members, response_metadata } = shape.parse(answer);
      return { items: members, next: response_metadata?.next_cursor };
    });
  return {
    channels: async () =>
      await allPages(async (cursor) => {
        const types = 'public_channel,private_channel';
        const answer = await slack.conversations.list({ ...team, types, limit: PAGE, ...cursor });
        const { channels, response_metadata } = Channels.parse(answer);
        return { items: channels, next: response_metadata?.next_cursor };
      }),
    channel: async (channel) =>
      await orUndefined(
        ['channel_not_found'],
        async () => OneChannel.parse(await slack.conversations.info({ channel })).channel,
      ),
    channelMembers: async (channel) =>
      await orUndefined(
        ['channel_not_found'],
        async () =>
          await allPages(async (cursor) => {
            const answer = await slack.conversations.members({ channel, limit: PAGE, ...cursor });
            const { members, response_metadata } = Members.parse(answer);
            return { items: members, next: response_metadata?.next_cursor };
          }),
      ),
    groups: async () => {
      const answer = await slack.usergroups.list({ ...team, include_disabled: true, include_users: true });
      return Groups.parse(answer).usergroups;
    },
    groupMembers: async (usergroup) => {
      const answer = await slack.usergroups.users.list({ ...team, usergroup, include_disabled: true });
      return GroupMembers.parse(answer).users;
    },
    person: async (user) =>
      await orUndefined(['user_not_found', 'user_not_visible'], async () =>
        toOurs(OneUser.parse(await slack.users.info({ user })).user),
      ),
    personByEmail: async (email) =>
      await orUndefined(['users_not_found'], async () =>
        toOurs(OneUser.parse(await slack.users.lookupByEmail({ email })).user),
      ),
    everybody: async () => (await users(Users)).map(toOurs),
    colleagues: async () =>
      (await users(Colleagues)).filter((user) => counts(toOurs(user))).map(({ real_name }) => real_name),
    names: async () => new Map(await users(NamedUsers)),
  };
}

type UserPage<User> = {
  readonly members: readonly User[];
  readonly response_metadata?: z.infer<typeof Cursor>;
};

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | undefined };

async function allPages<Item>(
  read: (cursor: { cursor?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor = '';
  do {
    const page = await read(cursor === '' ? {} : { cursor });
    items.push(...page.items);
    cursor = page.next ?? '';
  } while (cursor !== '');
  return items;
}

/** Slack's "there is no such thing" is an answer; every other failure is one. */
async function orUndefined<Answer>(
  codes: readonly string[],
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (codes.includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** For look-ups that somebody waits for: no answer becomes advice to try again. */
export async function whileSomeoneWaits<Answer>(ask: Promise<Answer>): Promise<Answer> {
  try {
    return await ask;
  } catch (error) {
    const isAnswer = !(error instanceof SlackError) || error instanceof WebAPIPlatformError;
    if (isAnswer) throw error;
    throw new SlackUnavailable('no answer to a look-up', { cause: error });
  }
}
