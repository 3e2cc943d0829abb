import { careTeam, type Directory, type Region, regionOf, topic as topicOf } from '../directory/directory.ts';
import type { CareTeamKey } from '../shared/ids.ts';
import { STATES, type StateCode } from '../shared/states.ts';
import type { Tier, TopicChoice } from './question.ts';

/** What decides where a question goes. */
export type Subject = {
  readonly topic: TopicChoice;
  readonly state: StateCode | null;
  readonly careTeam: CareTeamKey | null;
};

/** A channel that would do, as the directory names it. */
export type Candidate = {
  readonly tier: Tier;
  readonly place: string;
  readonly placeName: string;
  readonly channel: string;
  /** Half a sentence, to follow "because". */
  readonly because: string;
};

/** The channels of one tier that would do for the subject, best first. */
export function candidates(tier: Tier, subject: Subject, directory: Directory): readonly Candidate[] {
  if (tier === 1) return ofCareTeam(subject, directory);
  return tier === 2 ? ofRegion(subject, directory) : ofTopic(subject, directory);
}

/** Where to try next when the question has no state: the region that holds most of the care team's states. */
export function likelyRegion(subject: Subject, directory: Directory): readonly Candidate[] {
  const team = subject.careTeam && careTeam(directory, subject.careTeam);
  if (!team || subject.state !== null) return [];
  const held = (each: Region) => each.states.filter((state) => team.states.includes(state)).length;
  const [first] = directory.regions.toSorted((a, b) => held(b) - held(a));
  if (!first || held(first) === 0) return [];
  return [inRegion(first, `most states of ${team.name} are in ${first.name}`)];
}

function ofCareTeam(subject: Subject, directory: Directory): readonly Candidate[] {
  const team = subject.careTeam && careTeam(directory, subject.careTeam);
  if (!team) return [];
  const { key, name, channel } = team;
  const because = `${name} is the asker's care team`;
  return [{ tier: 1, place: key, placeName: `${name} care team`, channel, because }];
}

function ofRegion({ state, topic }: Subject, directory: Directory): readonly Candidate[] {
  const found = state && regionOf(directory, state);
  if (!found) return [];
  const where = `${STATES[state]} is in ${found.name}`;
  return [inRegion(found, topic === 'state_rule' ? `it is about a state's rule and ${where}` : where)];
}

function inRegion({ key, name, channel }: Region, because: string): Candidate {
  return { tier: 2, place: key, placeName: `${name} region`, channel, because };
}

function ofTopic({ topic, state }: Subject, directory: Directory): readonly Candidate[] {
  const found = topic === 'general' || topic === 'state_rule' ? undefined : topicOf(directory, topic);
  if (!found) return [];
  const about = `the topic is ${found.name}`;
  const at = { tier: 3, place: found.key, placeName: `${found.name} experts` } as const;
  const ofState = state && found.states[state];
  const general = { ...at, channel: found.channel, because: about };
  if (!ofState) return [general];
  return [
    { ...at, channel: ofState, because: `${about} and the state is ${STATES[state]}` },
    ...(ofState === found.channel ? [] : [general]),
  ];
}
