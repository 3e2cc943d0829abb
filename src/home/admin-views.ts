import type { KnownBlock } from '@slack/types';
import type { Place } from '../directory/index.ts';
import { channel, person, span } from '../questions/index.ts';
import type { ChannelId, OutboxId, SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { button, context, divider, header, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { RetryOutcome } from './retry.ts';

export const RETRY = 'home.retry';

/** One block each, so that all of the Home tab stays below Slack's hundred. */
export const MOST_REJECTED = 10;
const MOST_PLACES = 15;

/** A message that Slack refused for good. */
export type Undelivered = {
  readonly id: OutboxId;
  readonly view: string;
  readonly channelId: ChannelId | null;
  readonly userId: SlackUserId | null;
  /** Slack's word for why, such as `is_archived`. */
  readonly code: string;
  readonly at: Date;
};

/** How the machine is. Seconds; null where nothing waits, or nobody has measured yet. */
export type Health = {
  readonly oldestJob: number | null;
  readonly oldestEvent: number | null;
  readonly oldestMessage: number | null;
  readonly failedEvents: number;
  readonly skew: readonly { readonly against: string; readonly seconds: number }[];
};

export type AdminFacts = {
  readonly health: Health;
  /** Null before a directory was ever applied. */
  readonly directoryVersion: number | null;
  /** Channels of the directory that can't be posted to. */
  readonly unpostable: readonly Place[];
  /** Possibly one more than are shown, to know that there are more. */
  readonly rejected: readonly Undelivered[];
};

export function adminPart({ health, directoryVersion, unpostable, rejected }: AdminFacts): KnownBlock[] {
  return [
    divider(),
    header('For administrators'),
    section(versionWords(directoryVersion)),
    section(healthWords(health)),
    ...(unpostable.length === 0 ? [] : [section(unpostableWords(unpostable))]),
    section(`*Messages that could not be delivered*${rejected.length === 0 ? '\nNone.' : ''}`),
    ...rejected.slice(0, MOST_REJECTED).map(rejectedBlock),
    ...(rejected.length > MOST_REJECTED ? [context('There are more. These are the newest.')] : []),
  ];
}

function versionWords(version: number | null): string {
  if (version === null) return 'No directory has been applied yet, so no question can be routed.';
  return `Version ${version} of the directory is in force.`;
}

/** Above these, something is wrong. */
const LONG_WAIT_SECONDS = 60;
const FAR_OFF_SECONDS = 30;

function healthWords({ oldestJob, oldestEvent, oldestMessage, failedEvents, skew }: Health): string {
  const lines = [
    waitWords('Background work', oldestJob),
    waitWords('Events from Slack', oldestEvent),
    waitWords('Messages to Slack', oldestMessage),
    `${mark(failedEvents === 0)} Events that could not be worked on: ${failedEvents}`,
    ...skew.map(
      ({ against, seconds }) =>
        `${mark(Math.abs(seconds) < FAR_OFF_SECONDS)} The clock of ${against} differs by ${Math.abs(Math.round(seconds))} s`,
    ),
  ];
  return ['*Health*', ...lines].join('\n');
}

function waitWords(what: string, oldest: number | null): string {
  if (oldest === null || oldest < 1) return `${mark(true)} ${what}: nothing waits`;
  const waits = span(new Date(0), new Date(oldest * 1_000));
  return `${mark(oldest < LONG_WAIT_SECONDS)} ${what}: the oldest has waited ${waits}`;
}

function mark(isGood: boolean): string {
  return isGood ? ':white_check_mark:' : ':warning:';
}

function unpostableWords(places: readonly Place[]): string {
  const shown = places
    .slice(0, MOST_PLACES)
    .map(({ name, status }) => `• #${escapeMrkdwn(name, 100)}: ${TROUBLE[status]}`);
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more`] : [];
  return ['*Channels of the directory that cannot be posted to*', ...shown, ...more].join('\n');
}

const TROUBLE: Readonly<Record<Place['status'], string>> = {
  ok: 'can be posted to',
  missing: 'there is no such channel, or the app may not see it',
  archived: 'it is archived',
  not_member: 'the app is not in it; invite it there',
  external: 'it is shared with another company',
};

function rejectedBlock({ id, view, channelId, userId, code, at }: Undelivered): KnownBlock {
  const where = channelId === null ? person(userId ?? '') : channel(channelId);
  const when = `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${at.toISOString().slice(0, 16)}>`;
  return section(
    `*${viewWords(view)}* to ${where}, ${when}\n${errorWords(code)}`,
    button({ label: 'Retry', action: RETRY, value: id }),
  );
}

const VIEWS: ReadonlyMap<string, string> = new Map([
  ['questions.card', "A question's card"],
  ['questions.asker', 'The message to the one who asked'],
  ['questions.unpostable', 'A warning to an administrator'],
  ['announcements.announcement', 'An announcement'],
  ['announcements.summary', 'How an announcement stands'],
  ['announcements.desk', 'The message to the author of an announcement'],
  ['announcements.approval', 'An announcement that waits for approval'],
  ['announcements.reminder', 'A reminder of an announcement'],
  ['announcements.list', 'The list of those who miss an announcement'],
  ['announcements.effect', 'What an announcement may have changed'],
  ['announcements.file-trouble', 'A word on a file that could not be delivered'],
  ['feedback.comment', 'A member’s comment'],
  ['feedback.digest', 'Members’ comments, together'],
  ['feedback.tally', 'The count of ratings without a comment'],
]);

function viewWords(view: string): string {
  return VIEWS.get(view) ?? (view.endsWith('-note') ? 'A note in a thread' : 'A message');
}

const ERRORS: ReadonlyMap<string, string> = new Map([
  ['is_archived', 'The channel is archived. Unarchive it, or name another one in the directory.'],
  [
    'channel_is_shared',
    'The channel is shared with another company, so it was not posted. Name another one in the directory.',
  ],
  ['channel_not_found', 'There is no such channel, or the app may not see it. Invite the app there.'],
  ['not_in_channel', 'The app is not in the channel. Invite it there.'],
  ['restricted_action', 'The workspace does not let the app post there.'],
  ['messages_tab_disabled', "The app's messages are switched off in its settings at Slack."],
  ['user_not_found', 'This person is not in the workspace any more.'],
  ['user_disabled', 'This person has been deactivated.'],
  ['cannot_dm_bot', 'A bot cannot be written to.'],
  ['message_not_found', 'The message was deleted in Slack.'],
  ['cant_update_message', 'Slack does not let the app change this message.'],
  ['edit_window_closed', 'Slack does not let the app change a message as old as this one.'],
  ['invalid_blocks', 'Slack did not accept how the message is built. Support can find out why.'],
  ['msg_too_long', 'The message is too long for Slack. Support can find out why.'],
  ['gave_up', 'Slack could not be reached for about an hour.'],
  ['not_drawn', 'The message could not be drawn. Support can find the cause in the log.'],
]);

/** Slack's own word where we have none: support will know it. */
function errorWords(code: string): string {
  return ERRORS.get(code) ?? `Slack answered \`${escapeMrkdwn(code, 80)}\`.`;
}

/** A message that is tried again needs no words: it leaves the list. */
export function retryReply({ kind }: RetryOutcome): string | undefined {
  switch (kind) {
    case 'retried':
      return undefined;
    case 'notAdministrator':
      return 'Administrators can try a message again.';
    case 'nothingToRetry':
      return 'This message is on its way already, or has arrived.';
    default:
      return unreachable(kind);
  }
}
