import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { unreachable } from '../shared/unreachable.ts';
import type { Directory, Roster } from './directory.ts';
import { durationText } from './duration.ts';

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

function fileForm({ careTeams, regions, topics, roles, clocks, hours, channels }: Directory) {
  return {
    version: 1,
    careTeams: careTeams.map((team) => ({ ...team, roster: rosterForm(team.roster) })),
    regions,
    topics: topics.map(({ states, ...topic }) => ({
      ...topic,
      ...(Object.keys(states).length > 0 && { states }),
    })),
    roles: each(roles, ({ group, people }) => ({
      ...(group !== undefined && { group }),
      ...(people.length > 0 && { people }),
    })),
    clocks: each(clocks, ({ claim, answer }) => ({
      claim: durationText(claim),
      answer: durationText(answer),
    })),
    hours: { ...hours, days: each(hours.days, ({ from, to }) => `${from}-${to}`) },
    channels,
  };
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
