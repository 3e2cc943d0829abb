import type { Button } from '@slack/types';
import type { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, section } from '../slack/blocks.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { ThreadCount } from './heat.ts';
import type { HotThread, ThreadRoom, Writer } from './hot.ts';
import type { StateCount } from './reply-store.ts';
import { clock } from './views.ts';

export const HOT_OWN = 'feedback.hot-own';
export const HOT_KNOWN = 'feedback.hot-known';
export const HOT_ROOM = 'feedback.hot-room';
/** A link: Slack sends its clicks, too. */
export const HOT_OPEN = 'feedback.hot-open';

const MOST_WRITERS = 10;
const MOST_STATES = 12;

export type HotFacts = {
  readonly thread: HotThread;
  readonly count: ThreadCount;
  /** The most active first. */
  readonly writers: readonly Writer[];
  readonly states: readonly StateCount[];
  readonly link: string | null;
};

/** A thread that many write in, for those who may have to do something about it. */
export function hotMessage({ thread, count, writers, states, link }: HotFacts): Rendered {
  const about = thread.subject.kind === 'question' ? 'a question' : 'a comment';
  const why = thread.heat === 'many' ? 'has many replies' : 'grows unusually fast';
  return {
    text: `Hot thread: a thread about ${about} ${why}`,
    blocks: [
      section(
        `:fire: *A thread about ${about} in <#${thread.channel}> ${why}*\n${countWords(count, writers)}`,
      ),
      section([statesWords(states), writersWords(writers), ...standingWords(thread)].join('\n')),
      context(`Found ${clock(thread.foundAt)}`),
      ...actions(clickables(thread, link)),
    ],
  };
}

function countWords({ replies, inLastHour }: ThreadCount, writers: readonly Writer[]): string {
  const people = writers.length === 1 ? 'one person' : `${writers.length} people`;
  return `*${replies}* replies by *${people}*, ${inLastHour} in the last hour`;
}

function statesWords(states: readonly StateCount[]): string {
  if (states.length === 0) return '*States* none given';
  const shown = states.slice(0, MOST_STATES).map(({ state, count }) => `${state} ${count}`);
  const more = states.length > MOST_STATES ? ` and ${states.length - MOST_STATES} more` : '';
  return `*States* ${shown.join(', ')}${more}`;
}

function writersWords(writers: readonly Writer[]): string {
  if (writers.length === 0) return '*People* none any more';
  const shown = writers.slice(0, MOST_WRITERS).map(({ user, replies }) => `<@${user}> ${replies}`);
  const more = writers.length > MOST_WRITERS ? ` and ${writers.length - MOST_WRITERS} more` : '';
  return `*People* ${shown.join(', ')}${more}`;
}

function standingWords({ owner, knownBy, room }: HotThread): readonly string[] {
  return [
    ...(owner === null ? [] : [`*Owner* <@${owner}>`]),
    ...(knownBy === null ? [] : [`*Known*, says <@${knownBy}>`]),
    ...roomWords(room),
  ];
}

function roomWords(room: ThreadRoom): readonly string[] {
  switch (room.state) {
    case 'none':
      return [];
    case 'wanted':
      return [`*Channel* being made for <@${room.by}>`];
    case 'made':
      return [`*Channel* <#${room.channel}>, made for <@${room.by}>`];
    case 'refused':
      return [`:warning: *No channel could be made.* ${roomErrorWords(room.error)}`];
    default:
      return unreachable(room);
  }
}

const ROOM_ERRORS: ReadonlyMap<string, string> = new Map([
  [
    'missing_scope',
    'The app lacks the permission: an administrator has to install it again with the new manifest.',
  ],
  [
    'restricted_action',
    'The workspace does not let apps make channels: an administrator can allow it in the settings of Slack.',
  ],
  ['no_permission', 'The app is not allowed to make channels: an administrator can allow it in Slack.'],
  ['user_is_restricted', 'The app is not allowed to make channels: an administrator can allow it in Slack.'],
  ['name_taken', 'A channel of its name is there already, and it is not ours.'],
  ['is_archived', 'The channel was made, but somebody has archived it.'],
  ['gave_up', 'Slack could not be reached for too long.'],
]);

export function roomErrorWords(code: string): string {
  const words = ROOM_ERRORS.get(code) ?? `Slack answered \`${code}\`.`;
  return `${words} Then *Make a channel* can be tried again.`;
}

function clickables({ id, owner, knownBy, room }: HotThread, link: string | null): Button[] {
  const canAsk = room.state === 'none' || room.state === 'refused';
  return [
    ...(link === null ? [] : [button({ label: 'Open the thread', action: HOT_OPEN, url: link })]),
    ...(owner === null ? [button({ label: 'I own it', action: HOT_OWN, value: id })] : []),
    ...(knownBy === null ? [button({ label: 'Known', action: HOT_KNOWN, value: id })] : []),
    ...(canAsk ? [button({ label: 'Make a channel', action: HOT_ROOM, value: id })] : []),
  ];
}

/** In the thread: where it goes on. */
export function roomNoteMessage(room: Extract<ThreadRoom, { state: 'made' }>): Rendered {
  const words = `This thread has a channel of its own now: <#${room.channel}>. <@${room.by}> asked for it.`;
  return { text: 'This thread has a channel of its own', blocks: [section(words)] };
}

/** The first message of the channel: where it comes from. */
export function roomOpeningMessage({
  thread,
  link,
}: {
  readonly thread: HotThread;
  readonly link: string | null;
}): Rendered {
  const which =
    link === null ? `a thread in <#${thread.channel}>` : `<${link}|a thread> in <#${thread.channel}>`;
  const by: SlackUserId | null = thread.room.state === 'none' ? null : thread.room.by;
  const asked = by === null ? '' : ` <@${by}> asked for it; those who wrote there most are invited.`;
  return {
    text: 'What this channel is for',
    blocks: [section(`This channel is for what began in ${which}.${asked}`)],
  };
}
