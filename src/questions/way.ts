import {
  careTeam,
  type LiveDirectory,
  type Place,
  regionOf,
  topic as topicOf,
} from '../directory/directory.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type Candidate, candidates, likelyRegion, type Subject } from './candidates.ts';
import type { WayRefusal } from './outcome.ts';
import type { Placement, Tier } from './question.ts';

/** Where to, or why not. `unpostable`: channels that would have come first; administrators should mend them. */
export type Way =
  | {
      readonly kind: 'way';
      readonly to: Destination;
      readonly subject: Subject;
      readonly unpostable: readonly Place[];
    }
  | { readonly kind: 'noWay'; readonly refusal: WayRefusal };

export type Destination = Omit<Placement, 'move' | 'since'>;

const TIERS = [1, 2, 3] as const;

/** The tier that a subject leads to by itself. */
export function tierOf({ topic }: Subject): Tier {
  if (topic === 'general') return 1;
  return topic === 'state_rule' ? 2 : 3;
}

/** What must be given before the tier has a channel for the subject. */
export function lack(tier: Tier, subject: Subject, { directory }: LiveDirectory): WayRefusal | undefined {
  if (tier === 1) {
    if (subject.careTeam === null) return { reason: 'needs', what: 'careTeam' };
    return careTeam(directory, subject.careTeam) ? undefined : { reason: 'unknown', what: 'careTeam' };
  }
  if (tier === 2) {
    if (subject.state === null) return { reason: 'needs', what: 'state' };
    return regionOf(directory, subject.state) ? undefined : { reason: 'unknown', what: 'region' };
  }
  const { topic } = subject;
  if (topic === 'general' || topic === 'state_rule') return { reason: 'needs', what: 'topic' };
  return topicOf(directory, topic) ? undefined : { reason: 'unknown', what: 'topic' };
}

/** The tier's own channels first, then up, then down. */
export function inTurn(
  subject: Subject,
  { directory }: LiveDirectory,
  first: Tier = tierOf(subject),
): readonly Candidate[] {
  const tiers = [...upwards(first), ...TIERS.filter((tier) => tier < first).toReversed()];
  return tiers.flatMap((tier) => [
    ...candidates(tier, subject, directory),
    ...(tier === 2 ? likelyRegion(subject, directory) : []),
  ]);
}

export function upwards(from: Tier): readonly Tier[] {
  return TIERS.filter((tier) => tier >= from);
}

/** The first channel in turn that can be posted to. The reason names those before it that can't. */
export function choose(subject: Subject, live: LiveDirectory, turn: readonly Candidate[], prefix = ''): Way {
  const unpostable: Place[] = [];
  for (const { channel: name, because, ...at } of turn) {
    const place = live.place(name);
    if (place.status === 'ok' && place.id !== null) {
      const reason = `because ${[prefix + because, ...unpostable.map(trouble)].join(', and ')}`;
      return { kind: 'way', to: { ...at, channel: place.id, reason }, subject, unpostable };
    }
    unpostable.push(place);
  }
  return noWay({ reason: 'nowhere', unpostable });
}

/** Why nothing can be posted to a channel. */
export function trouble({ name, status }: Place): string {
  const channel = `#${name}`;
  switch (status) {
    case 'archived':
      return `${channel} is archived`;
    case 'external':
      return `${channel} is shared with another company`;
    case 'not_member':
      return `the app cannot post in ${channel}`;
    case 'ok':
    case 'missing':
      return `${channel} is missing`;
    default:
      return unreachable(status);
  }
}

export function noWay(refusal: WayRefusal): Way {
  return { kind: 'noWay', refusal };
}

/** Channels that would have come first, whether another was found or not. */
export function unpostableOf(way: Way): readonly Place[] {
  if (way.kind === 'way') return way.unpostable;
  return way.refusal.reason === 'nowhere' ? way.refusal.unpostable : [];
}
