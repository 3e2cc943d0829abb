import { STATES, type StateCode } from '../shared/states.ts';
import { listed } from './diff-words.ts';
import type { Directory } from './directory.ts';

/** What a channel is for, as its topic in Slack says it. */
export function purposeOf({ careTeams, regions, topics, channels }: Directory, channel: string): string {
  const team = careTeams.find((each) => each.channel === channel);
  if (team) return `Questions of the care team ${team.name} (tier 1)`;
  const region = regions.find((each) => each.channel === channel);
  if (region) return `State rules and guidelines: ${region.name} (tier 2)`;
  if (channel === channels.announcements) return 'Announcements to the care teams';
  if (channel === channels.feedback) return 'What members say on the website';
  const general = topics.filter((each) => each.channel === channel).map(({ name }) => name);
  const byState = topics.flatMap(({ name, states }) =>
    statesWith(states, channel).map((state) => `${name} in ${STATES[state]}`),
  );
  return `Questions to the experts: ${listed([...general, ...byState])} (tier 3)`;
}

function statesWith(states: Readonly<Partial<Record<StateCode, string>>>, channel: string): StateCode[] {
  return Object.entries(states).flatMap(([state, own]) => (own === channel && isState(state) ? [state] : []));
}

function isState(text: string): text is StateCode {
  return Object.hasOwn(STATES, text);
}
