import { randomUUID } from 'node:crypto';
import type { Happening } from '../test/support/receipt-model.ts';

export type Staff = { readonly users: readonly string[]; readonly teams: readonly string[] };

/** So many people on so many teams, each on one. */
export function staffOf(people: number, teams: number): Staff {
  return {
    users: Array.from({ length: people }, (_, index) => `U0P${index}`),
    teams: Array.from({ length: teams }, (_, index) => `team-${index}`),
  };
}

export function teamOf({ teams }: Staff, index: number): string {
  return teams[index % teams.length] ?? '';
}

/** Reactions and reactions taken back by random people, with their own team's emoji mostly, in order. */
export function reactionsOf(staff: Staff, count: number, from: number): readonly Happening[] {
  const there = new Set<string>();
  return Array.from({ length: count }, (_, index): Happening => {
    const who = Math.floor(Math.random() * staff.users.length);
    const user = staff.users[who] ?? '';
    const isOwn = Math.random() < 0.9;
    const emoji = teamOf(staff, isOwn ? who : Math.floor(Math.random() * staff.teams.length));
    const key = `${user} ${emoji}`;
    const isThere = there.has(key);
    if (isThere) there.delete(key);
    else there.add(key);
    return { at: from + index, user, kind: isThere ? 'unreacts' : 'reacts', emoji };
  });
}

/** As Slack sends them, some twice, in no order at all. */
export function eventBodies(
  happenings: readonly Happening[],
  message: { readonly channel: string; readonly ts: string },
  twice: number,
): readonly string[] {
  const bodies = happenings.flatMap((happening) =>
    happening.kind === 'reacts' || happening.kind === 'unreacts' ? [bodyOf(happening, message)] : [],
  );
  const again = bodies.filter(() => Math.random() < twice);
  return shuffled([...bodies, ...again]);
}

type Reacted = Extract<Happening, { kind: 'reacts' | 'unreacts' }>;

function bodyOf(
  { at, user, kind, emoji }: Reacted,
  { channel, ts }: { channel: string; ts: string },
): string {
  const seconds = Math.floor(at / 1_000);
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T0PRACTICE',
    api_app_id: 'A0CONCIERGE',
    event_id: `Ev${randomUUID().replaceAll('-', '').toUpperCase()}`,
    event_time: seconds,
    event: {
      type: kind === 'reacts' ? 'reaction_added' : 'reaction_removed',
      user,
      reaction: emoji,
      item: { type: 'message', channel, ts },
      item_user: 'U0CONCIERGE',
      event_ts: `${seconds}.${`${at % 1_000}`.padStart(3, '0')}000`,
    },
  });
}

function shuffled<Item>(items: Item[]): readonly Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
