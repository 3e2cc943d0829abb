import { STATES, type StateCode } from '../shared/states.ts';
import { listed } from './diff-words.ts';
import type { Directory } from './directory.ts';

/** What a channel is for, as its topic in Slack says it. */
export function purposeOf({ careTeams, regions, topics, channels }: Directory, channel: string): string {
  const team = careTeams.find((each) => each.channel === channel);
  if (team) return `Tier 1, questions of the care team ${team.name}`;
  const region = regions.find((each) => each.channel === channel);
  if (region) return `Tier 2, state rules and guidelines: ${region.name}`;
  if (channel === channels.announcements) return 'Announcements to the care teams';
  if (channel === channels.feedback) return 'What members say on the website';
  const general = topics.filter((each) => each.channel === channel).map(({ name }) => name);
  const byState = topics.flatMap(({ name, states }) =>
    statesWith(states, channel).map((state) => `${name} in ${STATES[state]}`),
  );
  return clipped(`Tier 3, questions to the experts: ${listed([...general, ...byState])}`);
}

/** Slack takes no more than 250 characters. */
function clipped(text: string): string {
  return text.length > 250 ? `${Array.from(text).slice(0, 120).join('')}…` : text;
}

function statesWith(states: Readonly<Partial<Record<StateCode, string>>>, channel: string): StateCode[] {
  return Object.entries(states).flatMap(([state, own]) => (own === channel && isState(state) ? [state] : []));
}

function isState(text: string): text is StateCode {
  return Object.hasOwn(STATES, text);
}
