import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { objectIn, objectsIn, textIn } from '../json.ts';

export type DirectoryNames = {
  readonly careTeams: readonly { readonly channel: string; readonly emoji: string | undefined }[];
  readonly channels: readonly string[];
};

/** Only the names that the workspace needs to exist; whether the file is a valid directory is the app's business. */
export function readDirectoryNames(file: string): DirectoryNames {
  const directory = objectIn(parse(readFileSync(file, 'utf8')));
  const topics = objectsIn(directory.topics);
  const careTeams = objectsIn(directory.careTeams);
  const named = [...careTeams, ...objectsIn(directory.regions), ...topics].map(({ channel }) => channel);
  const byState = topics.flatMap(({ states }) => Object.values(objectIn(states)));
  const other = Object.values(objectIn(directory.channels));
  return {
    careTeams: careTeams.map(({ channel, emoji }) => ({
      channel: channelName(channel),
      emoji: textIn(emoji),
    })),
    channels: [...new Set([...named, ...byState, ...other].map(channelName).filter(Boolean))],
  };
}

/** Empty for a channel that is given by its id: that one exists already. */
function channelName(value: unknown): string {
  const name = (textIn(value) ?? '').replace(/^#/, '');
  return /^[CG][A-Z0-9]{8,}$/.test(name) ? '' : name;
}
