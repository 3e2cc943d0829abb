import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Announcement } from './announcement.ts';
import type { Group, History } from './receipts.ts';
import type { RosterWord } from './roster.ts';
import type { Sign } from './signs.ts';

type Of = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId };

/** Everything that the receipts of an announcement are worked out of. */
export async function historyOf(db: Database, announcement: Of): Promise<History> {
  const [groups, roster, signs] = await Promise.all([
    groupsOf(db, announcement),
    rosterOf(db, announcement),
    signsOf(db, announcement),
  ]);
  return { groups, roster, signs };
}

/** The same, as far as it is about one person. */
export async function historyOfPerson(db: Database, announcement: Of, user: SlackUserId): Promise<History> {
  const [groups, roster, signs] = await Promise.all([
    groupsOf(db, announcement),
    rosterOf(db, announcement, { user }),
    signsOf(db, announcement, { user }),
  ]);
  return { groups, roster, signs };
}

export async function groupsOf(db: Database, { workspaceId, id }: Of): Promise<readonly Group[]> {
  return await db
    .selectFrom('announcementGroups')
    .select(['key', 'name', 'emoji', 'inAudience'])
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id)
    .orderBy('position')
    .execute();
}

export async function saveGroups(trx: Trx, { workspaceId, id }: Of, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return;
  await trx
    .insertInto('announcementGroups')
    .values(
      groups.map(({ key, name, emoji, inAudience }, position) => ({
        announcementId: id,
        workspaceId,
        key,
        name,
        emoji,
        inAudience,
        position,
      })),
    )
    .execute();
}

export async function rosterOf(
  db: Database,
  { workspaceId, id }: Of,
  { user }: { readonly user?: SlackUserId } = {},
): Promise<readonly RosterWord[]> {
  let query = db
    .selectFrom('announcementMemberships')
    .select(['userId', 'groupKey', 'isMember', 'asOf'])
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id);
  if (user !== undefined) query = query.where('userId', '=', user);
  const rows = await query.execute();
  return rows.map(({ userId, groupKey, isMember, asOf }) => ({
    user: userId,
    group: groupKey,
    isMember,
    asOf,
  }));
}

const WORDS_AT_ONCE = 2_000;

/** Those that are known already are left as they are. True when there was anything new. */
export async function addWords(
  trx: Trx,
  { workspaceId, id }: Of,
  { words, seen }: { readonly words: readonly RosterWord[]; readonly seen: 'posting' | 'event' | 'reading' },
): Promise<boolean> {
  let added = false;
  for (let start = 0; start < words.length; start += WORDS_AT_ONCE) {
    const rows = await trx
      .insertInto('announcementMemberships')
      .values(
        words.slice(start, start + WORDS_AT_ONCE).map(({ user, group, isMember, asOf }) => ({
          announcementId: id,
          workspaceId,
          userId: user,
          groupKey: group,
          isMember,
          asOf,
          seen,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('userId')
      .execute();
    added ||= rows.length > 0;
  }
  return added;
}

export async function signsOf(
  db: Database,
  { workspaceId, id }: Of,
  only: { readonly user?: SlackUserId; readonly channel?: ChannelId } = {},
): Promise<readonly Sign[]> {
  const { user, channel } = only;
  let query = db
    .selectFrom('announcementEvents')
    .select(['kind', 'userId', 'at', 'channelId', 'reaction', 'option', 'isRight', 'seen'])
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id);
  if (user !== undefined) query = query.where('userId', '=', user);
  if (channel !== undefined) query = query.where('channelId', '=', channel);
  const rows = await query.execute();
  return rows.map(toSign);
}

type SignRow = {
  readonly kind: Sign['kind'];
  readonly userId: SlackUserId;
  readonly at: Sign['at'];
  readonly channelId: ChannelId | null;
  readonly reaction: string | null;
  readonly option: number | null;
  readonly isRight: boolean | null;
  readonly seen: 'event' | 'reading';
};

function toSign({ kind, userId: user, at, channelId, reaction, option, isRight, seen }: SignRow): Sign {
  switch (kind) {
    case 'added':
    case 'removed':
      return { kind, user, at, channel: held(channelId), reaction: held(reaction), seen };
    case 'pressed':
      return { kind, user, at };
    case 'answered':
      return { kind, user, at, option: held(option), isRight: held(isRight) };
    default:
      return unreachable(kind);
  }
}

function held<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A sign lacks what its kind promises');
  return value;
}

type NewSign = Sign & { readonly seen: 'event' | 'reading' };

/** Each once, however often it comes. Answers with those that were new. */
export async function addSigns(
  trx: Trx,
  { workspaceId, id, version }: Of & Pick<Announcement, 'version'>,
  signs: readonly NewSign[],
): Promise<number> {
  let added = 0;
  for (let start = 0; start < signs.length; start += WORDS_AT_ONCE) {
    const rows = await trx
      .insertInto('announcementEvents')
      .values(
        signs.slice(start, start + WORDS_AT_ONCE).map((sign) => ({
          announcementId: id,
          workspaceId,
          kind: sign.kind,
          userId: sign.user,
          at: sign.at,
          seen: sign.seen,
          ...detailOf(sign, version),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('position')
      .execute();
    added += rows.length;
  }
  return added;
}

function detailOf(sign: Sign, version: number) {
  const none = { channelId: null, reaction: null, version: null, option: null, isRight: null };
  switch (sign.kind) {
    case 'added':
    case 'removed':
      return { ...none, channelId: sign.channel, reaction: sign.reaction };
    case 'pressed':
      return { ...none, version };
    case 'answered':
      return { ...none, version, option: sign.option, isRight: sign.isRight };
    default:
      return unreachable(sign);
  }
}
