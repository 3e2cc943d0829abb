import { changedCareTeams, changedRegions, changedTopics } from './diff-places.ts';
import { changedRedaction } from './diff-redaction.ts';
import { changedAbsences, changedChannels, changedClocks, changedHours, changedRoles } from './diff-rules.ts';
import { listed } from './diff-words.ts';
import type { Directory } from './directory.ts';

/** What would be different, a sentence each. Nothing, if the two say the same. */
export function describeChanges(before: Directory | undefined, after: Directory): readonly string[] {
  if (!before) return firstDirectory(after);
  return [
    ...changedCareTeams(before.careTeams, after.careTeams),
    ...changedRegions(before.regions, after.regions),
    ...changedTopics(before.topics, after.topics),
    ...changedRoles(before.roles, after.roles),
    ...changedClocks(before.clocks, after.clocks),
    ...changedHours(before.hours, after.hours),
    ...changedAbsences(before.absences, after.absences),
    ...changedChannels(before.channels, after.channels),
    ...changedRedaction(before.redaction, after.redaction),
  ];
}

function firstDirectory({ careTeams, regions, topics }: Directory): readonly string[] {
  return [
    'This is the first directory.',
    `Care teams: ${namesOf(careTeams)}.`,
    `Regions: ${namesOf(regions)}.`,
    `Topics: ${namesOf(topics)}.`,
  ];
}

function namesOf(entries: readonly { readonly name: string }[]): string {
  return entries.length > 0 ? listed(entries.map(({ name }) => name)) : 'none';
}
