import { STATE_CODES, STATES, type StateCode } from '../shared/states.ts';
import { unreachable } from '../shared/unreachable.ts';
import {
  added,
  changedOnDuty,
  channelText,
  compareLists,
  ifChanged,
  listed,
  stateNames,
} from './diff-words.ts';
import type { CareTeam, Region, RoleHolders, Roster, Topic } from './directory.ts';

export function changedCareTeams(before: readonly CareTeam[], after: readonly CareTeam[]): readonly string[] {
  return compareLists(before, after, {
    isNew: (team) =>
      `New care team ${team.name} in ${channelText(team.channel)} with the emoji :${team.emoji}:${serving(team.states)}; its roster is ${rosterText(team.roster)}${team.lead ? `, and it is led by ${leadText(team.lead)}` : ''}.`,
    isGone: ({ name }) => `Care team ${name} goes.`,
    changes: (was, is) => [
      ...changedPlace('Care team', was, is),
      ...changedStates('Care team', was, is),
      ...ifChanged(was.emoji, is.emoji, (_, emoji) => `Care team ${is.name} gets the emoji :${emoji}:.`),
      ...ifChanged(
        was.roster,
        is.roster,
        (_, roster) => `The roster of ${is.name} is now ${rosterText(roster)}.`,
      ),
      ...ifChanged(was.lead, is.lead, (_, lead) =>
        lead === undefined
          ? `${is.name} has no lead any more.`
          : `${is.name} is now led by ${leadText(lead)}.`,
      ),
    ],
    reordered: 'The care teams are listed in another order.',
  });
}

export function changedRegions(before: readonly Region[], after: readonly Region[]): readonly string[] {
  return compareLists(before, after, {
    isNew: ({ name, channel, states }) => `New region ${name} in ${channelText(channel)}${serving(states)}.`,
    isGone: ({ name }) => `Region ${name} goes.`,
    changes: (was, is) => [...changedPlace('Region', was, is), ...changedStates('Region', was, is)],
    reordered: 'The regions are listed in another order.',
  });
}

export function changedTopics(before: readonly Topic[], after: readonly Topic[]): readonly string[] {
  return compareLists(before, after, {
    isNew: (topic) =>
      [`New topic ${topic.name} in ${channelText(topic.channel)}.`, ...ownChannels(topic)].join(' '),
    isGone: ({ name }) => `Topic ${name} goes.`,
    changes: (was, is) => [...changedPlace('Topic', was, is), ...changedChannels(was, is)],
    reordered: 'The topics are listed in another order.',
  });
}

type Place = { readonly name: string; readonly channel: string; readonly onDuty?: string };
type Serving = Place & { readonly states: readonly StateCode[] };

function changedPlace(kind: string, was: Place, is: Place): readonly string[] {
  return [
    ...ifChanged(was.name, is.name, (from, to) => `${kind} ${from} is renamed ${to}.`),
    ...ifChanged(
      was.channel,
      is.channel,
      (from, to) => `${kind} ${is.name} moves from ${channelText(from)} to ${channelText(to)}.`,
    ),
    ...changedOnDuty(is.name, was, is),
  ];
}

function changedStates(kind: string, was: Serving, is: Serving): readonly string[] {
  const gained = added(was.states, is.states);
  const lost = added(is.states, was.states);
  return [
    ...(gained.length > 0 ? [`${kind} ${is.name} takes on ${stateNames(gained)}.`] : []),
    ...(lost.length > 0 ? [`${kind} ${is.name} gives up ${stateNames(lost)}.`] : []),
  ];
}

function changedChannels(was: Topic, is: Topic): readonly string[] {
  const lost = stateEntries(was).filter(([state]) => is.states[state] === undefined);
  return [
    ...stateEntries(is).flatMap(([state, channel]) => {
      const from = was.states[state];
      if (from === channel) return [];
      const what = from === undefined ? 'gets its own' : 'gets another';
      return [`Topic ${is.name} ${what} channel for ${STATES[state]}: ${channelText(channel)}.`];
    }),
    ...lost.map(([state]) => `Topic ${is.name} no longer has its own channel for ${STATES[state]}.`),
  ];
}

function ownChannels(topic: Topic): readonly string[] {
  return stateEntries(topic).map(
    ([state, channel]) => `For ${STATES[state]} it has ${channelText(channel)}.`,
  );
}

function stateEntries({ states }: Topic): readonly (readonly [StateCode, string])[] {
  return STATE_CODES.flatMap((state) => {
    const channel = states[state];
    return channel === undefined ? [] : [[state, channel] as const];
  });
}

function serving(states: readonly StateCode[]): string {
  return states.length > 0 ? ` for ${stateNames(states)}` : '';
}

function leadText({ group, people }: RoleHolders): string {
  return listed([...(group === undefined ? [] : [`the user group @${group}`]), ...people]);
}

function rosterText(roster: Roster): string {
  switch (roster.kind) {
    case 'group':
      return `the user group @${roster.handle}`;
    case 'channel':
      return 'whoever is in its channel';
    case 'people':
      return listed(roster.people);
    default:
      return unreachable(roster);
  }
}
