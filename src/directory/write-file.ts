import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { wordOf } from '../redaction/label.ts';
import type { Amendment } from '../redaction/policy.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Clock, Directory, Hours, RoleHolders, Roster } from './directory.ts';
import { durationText, stepText } from './duration.ts';

/** Writes a file that parses to the same directory. */
export function writeDirectory(directory: Directory): string {
  const document = new Document(fileForm(directory));
  visit(document, {
    Collection: (_, node, path) => {
      // Lists of words and the small groups inside an entry stand on one line.
      const isList = isSeq(node) && node.items.every(isScalar);
      if (isList || (isMap(node) && path.length > 4 && node.items.length < 4)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 110 });
}

function fileForm(directory: Directory) {
  const { careTeams, regions, topics, roles, clocks, hours, absences, channels, redaction } = directory;
  return {
    version: 1,
    careTeams: careTeams.map(({ lead, ...team }) => ({
      ...team,
      roster: rosterForm(team.roster),
      ...(lead && { lead: holdersForm(lead) }),
    })),
    regions,
    topics: topics.map(({ states, ...topic }) => ({
      ...topic,
      ...(Object.keys(states).length > 0 && { states }),
    })),
    roles: each(roles, holdersForm),
    clocks: each(clocks, clockForm),
    hours: hoursForm(hours),
    ...(absences.length > 0 && { absences }),
    channels,
    ...(redaction && { redaction: redactionForm(redaction) }),
  };
}

function holdersForm({ group, people }: RoleHolders) {
  return { ...(group !== undefined && { group }), ...(people.length > 0 && { people }) };
}

function redactionForm({ memberIds, keep, safeWords }: Amendment) {
  return {
    ...(memberIds.length > 0 && { memberIds }),
    ...(keep.length > 0 && { keep: keep.map(wordOf) }),
    ...(safeWords.length > 0 && { safeWords }),
  };
}

function clockForm({ claim, answer, unclaimed, unanswered, onDuty, hours }: Clock) {
  return {
    claim: durationText(claim),
    answer: durationText(answer),
    ...(unclaimed && { unclaimed: unclaimed.map(stepText) }),
    ...(unanswered && { unanswered: unanswered.map(stepText) }),
    ...(onDuty !== undefined && { onDuty }),
    ...(hours && { hours: hoursForm(hours) }),
  };
}

function hoursForm(hours: Hours) {
  return { ...hours, days: each(hours.days, ({ from, to }) => `${from}-${to}`) };
}

function rosterForm(roster: Roster) {
  switch (roster.kind) {
    case 'group':
      return { group: roster.handle };
    case 'channel':
      return { channel: true };
    case 'people':
      return { people: roster.people };
    default:
      return unreachable(roster);
  }
}

function each<From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));
}
