import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { acknowledge } from '../../../src/announcements/acknowledge.ts';
import { currentReceipts } from '../../../src/announcements/current-receipts.ts';
import { compareAudiences, followRoster } from '../../../src/announcements/follow-audience.ts';
import { dateOf, momentOf } from '../../../src/announcements/moment.ts';
import { postsOf } from '../../../src/announcements/post-store.ts';
import { recordReaction } from '../../../src/announcements/react.ts';
import { readExactly } from '../../../src/announcements/read.ts';
import { findAnnouncement, saveAnnouncement } from '../../../src/announcements/store.ts';
import { createDirectoryReader } from '../../../src/directory/index.ts';
import { saveProfiles } from '../../../src/directory/store-people.ts';
import { recordMember, replaceRoster } from '../../../src/directory/store-rosters.ts';
import { SlackUserId, UserGroupId } from '../../../src/shared/ids.ts';
import { type Happening, trueReceipts } from '../../support/receipt-model.ts';
import { openRoom, published, type Room, workspaceId } from './report-room.ts';

const PEOPLE = ['U0A', 'U0B', 'U0C', 'U0D', 'U0E'] as const;
const TEAMS = ['keystone', 'lonestar'] as const;
const EMOJI = ['keystone', 'lonestar', 'keystone::skin-tone-3', 'tada'] as const;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Person = (typeof PEOPLE)[number];
type Team = (typeof TEAMS)[number];

/** The true history, what of it the app still has to be told, and what it was never told. */
type World = {
  readonly happenings: Happening[];
  readonly roster: ReadonlyMap<string, ReadonlySet<string>>;
  readonly teams: Map<Team, Set<Person>>;
  readonly inactive: Set<Person>;
  /** Of each person, the reactions that stand now. */
  readonly reactions: Map<Person, Set<string>>;
  readonly pending: Telling[];
  /** Of whom something was never told. When exactly it happened, Slack doesn't say afterwards. */
  readonly lost: Set<Person>;
  askedAgainAt: number | null;
  now: number;
};
type Telling = { readonly user: Person; readonly tell: (app: App) => Promise<void> };
type App = Room['deps'];
type Desk = { app: App; readonly restart: () => App; readonly id: Parameters<typeof findAnnouncement>[2] };

class Step implements fc.AsyncCommand<World, Desk> {
  readonly name: string;
  readonly seconds: number;
  readonly act: (world: World, desk: Desk) => Promise<void>;

  constructor(name: string, seconds: number, act: (world: World, desk: Desk) => Promise<void>) {
    this.name = name;
    this.seconds = seconds;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  async run(world: World, desk: Desk): Promise<void> {
    world.now += this.seconds * 1_000;
    await this.act(world, desk);
  }

  toString(): string {
    return `${this.name} after ${this.seconds} s`;
  }
}

const seconds = fc.integer({ min: 1, max: 200 });
const person = fc.constantFrom(...PEOPLE);

const reacts = fc.tuple(seconds, person, fc.constantFrom(...EMOJI)).map(
  ([after, user, emoji]) =>
    new Step(`${user} toggles ${emoji}`, after, async (world) => {
      const own = world.reactions.get(user) ?? new Set();
      const isThere = own.has(emoji);
      if (isThere) own.delete(emoji);
      else own.add(emoji);
      world.reactions.set(user, own);
      const at = world.now;
      world.happenings.push({ at, user, kind: isThere ? 'unreacts' : 'reacts', emoji });
      const kind = isThere ? ('removed' as const) : ('added' as const);
      world.pending.push({ user, tell: async (app) => await tellReaction(app, { kind, user, emoji, at }) });
      await Promise.resolve();
    }),
);

const presses = fc.tuple(seconds, person).map(
  ([after, user]) =>
    new Step(`${user} presses the button`, after, async (world, { app, id }) => {
      world.happenings.push({ at: world.now, user, kind: 'presses' });
      const by = { user: SlackUserId.parse(user), isExternal: false };
      await acknowledge(app, { id, by, at: momentOf(new Date(world.now)) });
    }),
);

const moves = fc.tuple(seconds, person, fc.constantFrom(...TEAMS)).map(
  ([after, user, team]) =>
    new Step(`${user} joins or leaves ${team}`, after, async (world) => {
      const members = world.teams.get(team) ?? new Set();
      const isThere = members.has(user);
      if (isThere) members.delete(user);
      else members.add(user);
      const at = world.now;
      world.happenings.push({ at, user, kind: isThere ? 'leaves' : 'joins', team });
      const isMember = !isThere;
      world.pending.push({
        user,
        tell: async (app) => await tellMembership(app, { user, team, isMember, at }),
      });
      await Promise.resolve();
    }),
);

const standing = fc.tuple(seconds, person).map(
  ([after, user]) =>
    new Step(`${user} is deactivated or comes back`, after, async (world) => {
      const isInactive = world.inactive.has(user);
      if (isInactive) world.inactive.delete(user);
      else world.inactive.add(user);
      const at = world.now;
      world.happenings.push({ at, user, kind: isInactive ? 'reactivated' : 'deactivated' });
      world.pending.push({
        user,
        tell: async (app) => await tellProfile(app, { user, isInactive: !isInactive, at }),
      });
      await Promise.resolve();
    }),
);

const delivers = fc.tuple(seconds, fc.nat(), fc.integer({ min: 1, max: 2 }), fc.boolean()).map(
  ([after, pick, times, again]) =>
    new Step(
      `event ${pick} arrives ${times} times${again ? ', and once more later' : ''}`,
      after,
      async (world, { app }) => {
        const [told] = world.pending.splice(pick % Math.max(1, world.pending.length), 1);
        for (let time = 0; time < times; time += 1) await told?.tell(app);
        if (told && again) world.pending.push(told);
      },
    ),
);

const loses = fc.tuple(seconds, fc.nat()).map(
  ([after, pick]) =>
    new Step(`event ${pick} is lost`, after, async (world) => {
      const [lost] = world.pending.splice(pick % Math.max(1, world.pending.length), 1);
      if (lost) world.lost.add(lost.user);
      await Promise.resolve();
    }),
);

const restarts = seconds.map(
  (after) =>
    new Step('the app restarts, and what was on its way is lost', after, async (world, desk) => {
      for (const { user } of world.pending.splice(0)) world.lost.add(user);
      desk.app = desk.restart();
      await reconcile(world, desk);
    }),
);

const reconciles = seconds.map((after) => new Step('everything is compared with Slack', after, reconcile));

/**
 * Slack says which reactions are there, not since when. So an edit that asks again comes when nothing is lost or on its
 * way, which is what the app does about it: it reads once more before.
 */
const edits = seconds.map(
  (after) =>
    new Step('an edit asks everybody again', after, async (world, desk) => {
      await settleDown(world, desk);
      world.askedAgainAt = world.now;
      await desk.app.db.transaction().execute(async (trx) => {
        const announcement = await findAnnouncement(trx, workspaceId, desk.id);
        if (!announcement) throw new Error('It is gone');
        const receiptsSince = new Date(world.now);
        await saveAnnouncement(trx, { ...announcement, version: announcement.version + 1, receiptsSince });
      });
      world.now += 2 * MINUTE;
    }),
);

const steps = fc.commands(
  [reacts, reacts, presses, moves, standing, delivers, delivers, loses, restarts, reconciles, edits],
  {
    maxCommands: 40,
  },
);

let room: Room;
let runs = 0;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(async () => await room[Symbol.asyncDispose]());

test('However reactions, rosters, edits, restarts and readings fall together, the report is that of the true history', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const { world, desk } = await begin();
      await fc.asyncModelRun(() => ({ model: world, real: desk }), commands);
      await settleDown(world, desk);

      const announcement = await findAnnouncement(desk.app.db, workspaceId, desk.id);
      const receipts = announcement && (await currentReceipts(desk.app, announcement));
      const found = (receipts?.people ?? [])
        .filter(({ left }) => left === null)
        .map(({ user, groups, joinedLate, receipt }) => ({
          user,
          teams: groups.map((key) => key.replace('team:', '')).toSorted(),
          joinedLate: joinedLate !== null,
          at: receipt && (world.lost.has(user as Person) ? 'some time' : dateOf(receipt.at).getTime()),
        }));
      const truth = trueReceipts({ ...world, emoji: TEAMS });

      expect(found).toEqual(
        truth.map(({ at, ...rest }) => ({
          ...rest,
          at: at === null ? null : world.lost.has(rest.user as Person) ? 'some time' : at,
        })),
      );
      expect(receipts?.total).toBe(truth.length);
      expect(receipts?.acknowledged).toBe(truth.filter(({ at }) => at !== null).length);
    }),
    { numRuns: 60 },
  );
}, 300_000);

/** A new announcement in a world of its own, long after the one before. */
async function begin(): Promise<{ world: World; desk: Desk }> {
  runs += 1;
  const start = new Date('2026-11-16T15:00:00Z').getTime() + runs * 40 * DAY;
  const teams = new Map<Team, Set<Person>>([
    ['keystone', new Set(['U0A', 'U0B'])],
    ['lonestar', new Set(['U0B', 'U0C'])],
  ]);
  const world: World = {
    happenings: [],
    roster: new Map(
      PEOPLE.map((user) => [user, new Set(TEAMS.filter((team) => teams.get(team)?.has(user)))] as const),
    ),
    teams,
    inactive: new Set(),
    reactions: new Map(),
    pending: [],
    lost: new Set(),
    askedAgainAt: null,
    now: start,
  };
  await sql`delete from roster_members`.execute(room.pg.db);
  await sql`delete from people where user_id = any(${PEOPLE})`.execute(room.pg.db);
  for (const user of PEOPLE) await tellProfile(appOf(world), { user, isInactive: false, at: start - DAY });
  for (const [team, members] of teams) {
    for (const user of members)
      await recordAll(appOf(world), { user, team, isMember: true, at: start - DAY });
  }
  const announcement = await published(
    room,
    { keystone: ['a', 'b'], lonestar: ['b', 'c'] },
    {
      status: { name: 'published', at: new Date(start), countsUntil: new Date(start + 30 * DAY) },
      deadline: new Date(start + 30 * DAY),
    },
  );
  world.now += 5 * MINUTE;
  return { world, desk: { app: appOf(world), restart: () => appOf(world), id: announcement.id } };
}

/** The app as it is after a start: nothing remembered, and Slack answers what is true. */
function appOf(world: World): App {
  const get = async () =>
    await Promise.resolve({
      message: {
        reactions: EMOJI.map((name) => ({
          name,
          users: PEOPLE.filter((user) => world.reactions.get(user)?.has(name)),
        })),
      },
    });
  return {
    ...room.deps,
    now: () => new Date(world.now),
    directory: createDirectoryReader(room.pg.db),
    slack: { ...room.deps.slack, reads: { reactions: { get } } as unknown as App['slack']['reads'] },
  };
}

/** Events that are still on their way arrive, and everything is read once more, when no clock is in doubt any more. */
async function settleDown(world: World, desk: Desk): Promise<void> {
  for (const told of world.pending.splice(0)) await told.tell(desk.app);
  world.now += 2 * MINUTE;
  await reconcile(world, desk);
}

/** What the app does at a start, each day and before a report. */
async function reconcile({ teams, inactive, happenings, now }: World, { app, id }: Desk): Promise<void> {
  const announcement = await findAnnouncement(app.db, workspaceId, id);
  if (announcement) await readExactly(app, announcement);
  for (const user of PEOPLE) {
    const at = happenings.findLast(({ user: who, kind }) => who === user && kind.endsWith('activated'))?.at;
    if (at !== undefined)
      await saveProfiles(app.db, workspaceId, [profile({ user, isInactive: inactive.has(user), at })]);
  }
  await app.db.transaction().execute(async (trx) => {
    for (const [team, members] of teams) {
      await replaceRoster(trx, workspaceId, {
        source: sourceOf(team),
        members: [...members].map((user) => SlackUserId.parse(user)),
        asOf: momentOf(new Date(now - MINUTE)),
        refreshedAt: new Date(now),
      });
    }
  });
  await compareAudiences(app, { source: null });
}

type Reaction = {
  readonly kind: 'added' | 'removed';
  readonly user: Person;
  readonly emoji: string;
  readonly at: number;
};

async function tellReaction(app: App, { kind, user, emoji, at }: Reaction): Promise<void> {
  const { rows } = await sql<{ id: Desk['id'] }>`
    select id from announcements order by published_at desc limit 1`.execute(app.db);
  const [post] = rows[0] ? await postsOf(app.db, { workspaceId, id: rows[0].id }) : [];
  if (!post?.ts) throw new Error('It does not stand anywhere');
  await recordReaction(app, {
    kind,
    user: SlackUserId.parse(user),
    reaction: emoji,
    channel: post.channel,
    ts: post.ts,
    at: momentOf(new Date(at)),
  });
}

type Membership = {
  readonly user: Person;
  readonly team: Team;
  readonly isMember: boolean;
  readonly at: number;
};

async function tellMembership(app: App, membership: Membership): Promise<void> {
  const { user, team, isMember, at } = membership;
  await recordAll(app, membership);
  const users = [SlackUserId.parse(user)];
  const change = isMember ? { added: users, removed: [] } : { added: [], removed: users };
  await followRoster(app, { source: sourceOf(team), at: momentOf(new Date(at)), ...change });
}

async function recordAll(app: App, { user, team, isMember, at }: Membership): Promise<void> {
  const word = {
    source: sourceOf(team),
    user: SlackUserId.parse(user),
    isMember,
    asOf: momentOf(new Date(at)),
  };
  await app.db.transaction().execute(async (trx) => await recordMember(trx, workspaceId, word));
}

type Standing = { readonly user: Person; readonly isInactive: boolean; readonly at: number };

async function tellProfile(app: App, standing: Standing): Promise<void> {
  await saveProfiles(app.db, workspaceId, [profile(standing)]);
  await compareAudiences(app, { source: null });
}

function profile({ user, isInactive, at }: Standing) {
  return {
    userId: SlackUserId.parse(user),
    isDeactivated: isInactive,
    isExternal: false,
    isGuest: false,
    isBot: false,
    isAway: false,
    timeZone: null,
    asOf: at / 1_000,
  };
}

function sourceOf(team: Team): UserGroupId {
  return UserGroupId.parse(`S0CARE${team.toUpperCase()}`);
}
