import type { KnownBlock } from '@slack/types';
import { actions, context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import { dateOf } from './moment.ts';
import { receiptButton } from './note-views.ts';
import type { PersonReceipt } from './receipts.ts';
import type { Report, ReportPerson } from './report.ts';
import { reportButton } from './report-button-views.ts';
import { counted } from './report-words.ts';
import { time, titled } from './words.ts';

export type ReminderFacts = {
  readonly announcement: Announcement;
  readonly person: PersonReceipt;
  /** Of the message itself. */
  readonly link: string | null;
  readonly now: Date;
};

/** A direct message to somebody who misses it, with the button that acknowledges it. */
export function reminderMessage({ announcement, person, link, now }: ReminderFacts): Rendered {
  const { title, deadline } = announcement;
  const name = titled({ title }, link);
  if (person.receipt !== null) {
    const words = `You have acknowledged ${name} (${time(dateOf(person.receipt.at))}). Thank you.`;
    return { text: 'You have acknowledged an announcement.', blocks: [section(words)] };
  }
  const isOver = deadline !== null && deadline <= now;
  const until = deadline === null ? '' : ` ${isOver ? 'It was due' : 'It is due'} ${time(deadline)}.`;
  const asked = person.answerWaits
    ? `You have reacted to ${name}, but its question still waits for your answer.`
    : `You have not acknowledged ${name} yet.`;
  return {
    text: 'An announcement waits for you.',
    blocks: [section(`:bell: ${asked}${until}`), ...receiptButton(announcement)],
  };
}

/** Once nobody asks for it any more. */
export function pastReminder({ title }: Pick<Announcement, 'title'>, link: string | null): Rendered {
  const words = `${titled({ title }, link)} does not need to be acknowledged any more.`;
  return { text: 'An announcement does not need to be acknowledged any more.', blocks: [section(words)] };
}

/** So many are named; the others are in the report. */
export const NAMED = 40;
const NAMES_A_BLOCK = 20;

export type ListFacts = {
  readonly announcement: Announcement;
  readonly report: Report;
  /** Null: of the teams without a lead. */
  readonly team: string | null;
  readonly link: string | null;
};

/** To a lead, while there is time left: who of the team misses it. Undefined when nobody does. */
export function listMessage({ announcement, report, team, link }: ListFacts): Rendered | undefined {
  const missing = report.people.filter(({ receipt }) => receipt === null);
  if (missing.length === 0 || !asksForReceipts(announcement)) return undefined;
  const due = announcement.deadline === null ? '' : `, due ${time(announcement.deadline)}`;
  const whose = team === null ? 'of the teams without a lead' : `of *${escapeMrkdwn(team, 200)}*`;
  const head = `${counted(missing.length, 'person', 'people')} ${whose} still ${missing.length === 1 ? 'misses' : 'miss'} ${titled(announcement, link)}${due}.`;
  return {
    text: 'Some people of a team miss an announcement.',
    blocks: [
      section(`:hourglass_flowing_sand: ${head}`),
      ...(team === null ? teamBlocks(report) : nameBlocks(missing)),
      ...actions([reportButton(announcement.id, 'Open the report')]),
    ],
  };
}

function nameBlocks(missing: readonly ReportPerson[]): KnownBlock[] {
  const names = missing
    .slice(0, NAMED)
    .map(({ user, isAway }) => `• <@${user}>${isAway ? ' (out of office)' : ''}`);
  const more = missing.length > NAMED ? [context(`and ${missing.length - NAMED} more`)] : [];
  return [...inBlocks(names), ...more];
}

function teamBlocks({ teams }: Report): KnownBlock[] {
  const lines = teams
    .filter(({ missing }) => missing > 0)
    .map(({ group, missing, total }) => `• ${escapeMrkdwn(group.name, 100)}: ${missing} of ${total}`);
  const more = lines.length > NAMED ? [context(`and ${lines.length - NAMED} more teams`)] : [];
  return [...inBlocks(lines.slice(0, NAMED)), ...more];
}

function inBlocks(lines: readonly string[]): KnownBlock[] {
  return Array.from({ length: Math.ceil(lines.length / NAMES_A_BLOCK) }, (_, index) =>
    section(lines.slice(index * NAMES_A_BLOCK, (index + 1) * NAMES_A_BLOCK).join('\n')),
  );
}
