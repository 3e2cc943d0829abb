import type { Workspace } from '../core/workspace.ts';
import type { Person } from '../state/records.ts';
import { lessonSince } from './parts/lesson.ts';
import { readOffers } from './parts/offers.ts';
import { peopleIn } from './parts/people.ts';
import { placeFor, threadFor } from './parts/place.ts';
import { roomsOf } from './parts/rooms.ts';
import { trafficIn } from './parts/traffic.ts';
import { shown } from './parts/views.ts';
import type { Outside, Part, Parts } from './scene.ts';

/** Who looks, and at what. */
export type Looker = {
  readonly as: string;
  readonly place: string;
  readonly thread: { readonly channel: string; readonly ts: string } | undefined;
  readonly most: number;
  readonly isInspecting: boolean;
};

export type Backdrop = { readonly outside: () => Outside; readonly lessonSince: () => string };

const MOST_MESSAGES = 1_000;

export function lookerFrom(query: URLSearchParams): Looker {
  const [channel, ts] = (query.get('thread') ?? '').split('/');
  return {
    as: query.get('as') ?? '',
    place: query.get('place') ?? '',
    thread: channel && ts ? { channel, ts } : undefined,
    most: Math.min(MOST_MESSAGES, Number(query.get('most')) || 60),
    isInspecting: query.get('inspect') === 'yes',
  };
}

/** Everything on the screen of one person, in parts. */
export function partsFor(workspace: Workspace, looker: Looker, backdrop: Backdrop): Part[] {
  const person = workspace.store.person(looker.as);
  return Object.entries(partsOf(workspace, person, looker, backdrop)).map(
    ([part, value]) => ({ part, value }) as Part,
  );
}

const offers = readOffers();

function partsOf(
  workspace: Workspace,
  person: Person | undefined,
  { place, thread, most, isInspecting }: Looker,
  { outside, lessonSince: since }: Backdrop,
): Parts {
  const { store, views } = workspace;
  const home = person && store.state.homes[person.id];
  const opened = person ? views.stackOf(person.id) : [];
  return {
    people: peopleIn(workspace),
    groups: Object.fromEntries(Object.values(store.state.groups).map(({ id, handle }) => [id, handle])),
    emoji: Object.keys(store.state.emoji),
    offers,
    rooms: person ? roomsOf(workspace, person) : [],
    place: person ? placeFor(workspace, person, place, most) : null,
    thread: person && thread ? threadFor(workspace, person, thread.channel, thread.ts) : null,
    views: opened.map(shown),
    home: home ? shown(home) : null,
    outside: outside(),
    lesson: lessonSince(workspace, since()),
    traffic: isInspecting ? trafficIn(workspace) : [],
  };
}
