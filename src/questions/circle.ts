import { z } from 'zod';
import { type Directory, type LiveDirectory } from '../directory/directory.ts';
import type { ChannelId } from '../shared/ids.ts';
import type { Placement, Question } from './question.ts';
import { escalation } from './route.ts';

/** People who are asked to take a live question, beyond those on duty: ever more of them. */
export const Circle = z.literal(['tier', 'next', 'supervisors']);
export type Circle = z.infer<typeof Circle>;

export type WiderCircle = {
  readonly circle: Circle;
  readonly channel: ChannelId;
  /** "Claims experts". */
  readonly who: string;
  /** The handle of the user group to mention; everybody in the channel without one. */
  readonly group: string | null;
};

/** Everybody where the question stands, then everybody of the next tier, or the supervisors where there is none. */
export function circlesOf(question: Question, live: LiveDirectory): readonly WiderCircle[] {
  const { channel, placeName } = question.placement;
  const here: WiderCircle = { circle: 'tier', channel, who: placeName, group: null };
  const up = escalation(question, live);
  if (up.kind === 'way') {
    return [here, { circle: 'next', channel: up.to.channel, who: up.to.placeName, group: null }];
  }
  const { group } = live.directory.roles.supervisor;
  if (group === undefined) return [here];
  return [here, { circle: 'supervisors', channel, who: 'The supervisors', group }];
}

/** The handle of the user group that is on duty where a question stands: the place's, the tier's, the supervisors'. */
export function onDutyAt(
  { careTeams, regions, topics, clocks, roles }: Directory,
  { tier, place }: Pick<Placement, 'tier' | 'place'>,
): string | null {
  const places = { 1: careTeams, 2: regions, 3: topics }[tier];
  const own = places.find(({ key }) => key === place)?.onDuty;
  return own ?? clocks[`tier${tier}`].onDuty ?? roles.supervisor.group ?? null;
}
