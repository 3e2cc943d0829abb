import { STATES } from '../shared/states.ts';
import { unreachable } from '../shared/unreachable.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Announcement, Reminders } from './announcement.ts';
import type { Group } from './receipts.ts';

export function person(user: string): string {
  return `<@${user}>`;
}

export function channel(id: string): string {
  return `<#${id}>`;
}

/** A moment in the reader's own time zone. */
export function time(at: Date): string {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} at {time}|${fallback}>`;
}

/** An announcement's name as a link, or just the name while there is nothing to link to. */
export function titled({ title }: Pick<Announcement, 'title'>, link: string | null): string {
  const words = escapeMrkdwn(title, 200);
  return link === null ? `*${words}*` : `<${link}|${words}>`;
}

const MOST_NAMED = 6;

/** "Keystone, Lone Star and 4 more". */
export function groupNames(groups: readonly Pick<Group, 'name'>[]): string {
  const names = groups.slice(0, MOST_NAMED).map(({ name }) => escapeMrkdwn(name, 60));
  const rest = groups.length - names.length;
  if (rest > 0) return `${names.join(', ')} and ${rest} more`;
  const last = names.at(-1) ?? 'nobody';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Whom it is for, as it was chosen. */
export function audienceWords(
  { audience }: Pick<Announcement, 'audience'>,
  groups: readonly Group[],
): string {
  const meant = groups.filter(({ inAudience }) => inAudience);
  switch (audience.kind) {
    case 'everyone':
      return 'everyone on a care team';
    case 'teams':
    case 'topics':
      return groupNames(meant);
    case 'states': {
      const names = audience.states.slice(0, MOST_NAMED).map((state) => STATES[state]);
      const more = audience.states.length > MOST_NAMED ? ' and others' : '';
      return `the care teams of ${names.join(', ')}${more}`;
    }
    default:
      return unreachable(audience);
  }
}

export function importanceWords({ importance }: Pick<Announcement, 'importance'>): string {
  switch (importance) {
    case 'information':
      return 'For information';
    case 'acknowledge':
      return 'Please acknowledge';
    case 'check':
      return 'Please read and answer the question';
    default:
      return unreachable(importance);
  }
}

export const REMINDER_WORDS: Readonly<Record<Reminders, string>> = {
  none: 'No reminders',
  once: 'Once, at half of the time',
  twice: 'At half of the time and on the last day',
  daily: 'Every working day until the deadline',
};

export function statusWords({ status, scheduledFor }: Announcement): string {
  switch (status.name) {
    case 'draft':
      return 'A draft. Nobody else sees it.';
    case 'awaiting_approval':
      return 'Waits until somebody else who announces approves it.';
    case 'scheduled':
      return scheduledFor === null ? 'Is being posted.' : `Will be posted ${time(scheduledFor)}.`;
    case 'published':
      return `Posted ${time(status.at)}.`;
    case 'withdrawn':
      return `Withdrawn by ${person(status.by)} ${time(status.withdrawnAt)}.`;
    default:
      return unreachable(status);
  }
}
