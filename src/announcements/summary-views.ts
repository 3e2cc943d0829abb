import type { Button, KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { ACKNOWLEDGE } from './message-views.ts';
import { dateOf } from './moment.ts';
import type { GroupReceipts, Receipts } from './receipts.ts';
import { reportButton } from './report-button-views.ts';
import { time } from './words.ts';

/** Lines of teams take so many bytes; those with most people missing come first, and the rest is counted. */
const LINE_BYTES = 9_000;
const SECTION_LENGTH = 2_900;
const BAR = 10;

export type SummaryFacts = {
  readonly announcement: Announcement;
  readonly receipts: Receipts;
  readonly now: Date;
};

/** How it stands, team by team. */
export function summary({ announcement, receipts, now }: SummaryFacts): Rendered {
  const { total, acknowledged, groups } = receipts;
  return {
    text: 'How the announcement stands.',
    blocks: [
      section(
        `*${acknowledged} of ${total}* ${total === 1 ? 'person has' : 'people have'} acknowledged this.`,
      ),
      ...inSections(groups.map(lineOf)),
      context(footer(announcement, now)),
      ...actions([...ownButton(announcement), reportButton(announcement.id)]),
    ],
  };
}

function lineOf(receipts: GroupReceipts): string {
  const { group, total, acknowledged, late } = receipts;
  const missing = total - acknowledged;
  const came = late > 0 ? ` · ${late} joined later` : '';
  return `:${group.emoji}: *${escapeMrkdwn(group.name, 60)}*  ${bar(receipts)}  ${acknowledged} of ${total} · ${missing} missing${came}`;
}

/** Full only when nobody is missing, and empty only when nobody has acknowledged. */
export function bar({ total, acknowledged }: Pick<GroupReceipts, 'total' | 'acknowledged'>): string {
  const share = total === 0 ? 0 : (acknowledged / total) * BAR;
  const full = acknowledged === total && total > 0 ? BAR : Math.min(BAR - 1, Math.ceil(share));
  return '▰'.repeat(full) + '▱'.repeat(BAR - full);
}

function inSections(lines: readonly string[]): KnownBlock[] {
  const sections: string[] = [];
  let bytes = 0;
  let shown = 0;
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > LINE_BYTES) break;
    shown += 1;
    const last = sections.at(-1);
    if (last === undefined || last.length + line.length > SECTION_LENGTH) sections.push(line);
    else sections[sections.length - 1] = `${last}\n${line}`;
  }
  const rest = lines.length - shown;
  return [
    ...sections.map((each) => section(each)),
    ...(rest > 0 ? [context(`and ${rest} more teams: the report has them all.`)] : []),
  ];
}

function footer(announcement: Announcement, now: Date): string {
  const { deadline, exactAsOf, status, receiptsSince } = announcement;
  const publication = publicationOf(announcement);
  const isOver = publication !== null && now > publication.countsUntil;
  const words = [
    ...(status.name === 'withdrawn' ? ['withdrawn'] : []),
    ...(deadline === null ? [] : [`${isOver ? 'the deadline was' : 'until'} ${time(deadline)}`]),
    ...(receiptsSince === null ? [] : [`it was changed: receipts count from ${time(receiptsSince)} on`]),
    exactAsOf === null
      ? 'not compared with Slack yet'
      : `compared with Slack as of ${time(dateOf(exactAsOf))}`,
  ];
  return words.join(' · ');
}

/** The message of somebody else has no room for a button of ours: here it is. */
function ownButton({ id, kind, status }: Announcement): Button[] {
  if (kind !== 'tracked' || status.name !== 'published') return [];
  return [button({ label: 'I have read this', action: ACKNOWLEDGE, value: id })];
}
