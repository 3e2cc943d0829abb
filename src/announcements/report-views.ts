import type { KnownBlock, ModalView } from '@slack/types';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, divider, header, modal, section } from '../slack/blocks.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import type { FileOutcome, WantedFile } from './ask-file.ts';
import { dateOf } from './moment.ts';
import type { Reach } from './reach.ts';
import type { Report } from './report.ts';
import type { ReportLook } from './report-look.ts';
import type { ReportOutcome } from './report-of.ts';
import { peopleFilter, tabBlocks } from './report-tabs-views.ts';
import { checkWords, counted, percent } from './report-words.ts';
import { bar } from './summary-views.ts';
import { time } from './words.ts';

export const REPORT = 'announcements.report';
export const REPORT_TEAMS = 'announcements.report-teams';
export const REPORT_STATES = 'announcements.report-states';
export const REPORT_PEOPLE = 'announcements.report-people';
export const REPORT_TABLE = 'announcements.report-table';
export const REPORT_PICTURE = 'announcements.report-picture';
export const REPORT_POST = 'announcements.report-post';

export type ReportFacts = {
  readonly announcement: Announcement;
  readonly publishedAt: Date;
  readonly report: Report;
  /** Comms may put the picture where everybody sees it. */
  readonly mayPost: boolean;
  readonly reach: Reach | null;
  /** Slack could not be asked just now. */
  readonly isOld: boolean;
};

export function openingReport(look: ReportLook): ModalView {
  return reportModal(look, [section('Comparing with Slack, so that it is exact…')]);
}

export function reportTrouble(look: ReportLook, advice: string): ModalView {
  return reportModal(look, [section(advice)]);
}

/** For everybody who asks for a report that they don't get. */
export function reportRefusal(kind: Exclude<ReportOutcome['kind'], 'report'>): string {
  switch (kind) {
    case 'external':
      return 'Only people of this company can see this.';
    case 'notEntitled':
      return 'The comms team can see this report, and the lead of each care team their own team’s part of it.';
    case 'notPublished':
      return 'It has not been published yet, so there is nothing to report.';
    default:
      return unreachable(kind);
  }
}

/** What asking for a file is answered with. It comes a moment later. */
export function fileReply(kind: FileOutcome['kind'], what: WantedFile['what']): string {
  if (kind !== 'coming') return reportRefusal(kind);
  return what === 'pictureInThread'
    ? 'The picture will be in the thread of the announcement in a moment.'
    : 'It will be in your messages with this app in a moment.';
}

export function reportView(facts: ReportFacts, look: ReportLook): ModalView {
  const { announcement, report } = facts;
  return reportModal(look, [
    header(announcement.title),
    section(overview(facts)),
    context(exactWords(facts)),
    ...(facts.reach ? [context(reachWords(facts.reach))] : []),
    ...actions([
      button({ label: 'Teams', action: REPORT_TEAMS, ...pressed(look.tab === 'teams') }),
      button({ label: 'States', action: REPORT_STATES, ...pressed(look.tab === 'states') }),
      button({ label: 'People', action: REPORT_PEOPLE, ...pressed(look.tab === 'people') }),
      ...(look.tab === 'people' ? [peopleFilter(look)] : []),
    ]),
    divider(),
    ...tabBlocks(facts, look),
    divider(),
    ...actions([
      button({ label: 'Send me the table (CSV)', action: REPORT_TABLE }),
      button({ label: 'Send me the picture', action: REPORT_PICTURE }),
      ...(facts.mayPost && report.everybody.total > 0
        ? [button({ label: 'Post the picture in the thread', action: REPORT_POST })]
        : []),
    ]),
  ]);
}

function reportModal(look: ReportLook, blocks: readonly KnownBlock[]): ModalView {
  return modal({ callback: REPORT, title: 'Who has read it', blocks, metadata: look });
}

function pressed(isPressed: boolean) {
  return isPressed ? { style: 'primary' as const } : {};
}

function overview({ announcement, report: { everybody } }: ReportFacts): string {
  const { total, acknowledged, missing, away, afterDeadline, joinedLate } = everybody;
  if (total === 0) return 'Nobody is on the teams that it is for.';
  if (!asksForReceipts(announcement)) {
    return `For information: nothing is asked of the ${total} people it is for. *${acknowledged}* have acknowledged it all the same.`;
  }
  const parts = [
    `${bar({ total, acknowledged })}  *${acknowledged} of ${total}* have acknowledged it (${percent(acknowledged, total)} %)`,
    [
      `*${missing}* miss it`,
      ...(away > 0 ? [`${away} of them out of office`] : []),
      ...(afterDeadline > 0 ? [`${afterDeadline} acknowledged it after the deadline`] : []),
      ...(joinedLate > 0 ? [`${joinedLate} joined after it was published`] : []),
    ].join(' · '),
    ...(announcement.importance === 'check' ? [checkWords(everybody)] : []),
  ];
  return parts.join('\n');
}

function exactWords({ announcement, publishedAt, isOld }: ReportFacts): string {
  const { exactAsOf, deadline } = announcement;
  const exact =
    exactAsOf === null
      ? 'Not yet compared with Slack: an event that was lost could be missing'
      : `Exact as of ${time(dateOf(exactAsOf))}`;
  return [
    isOld ? `${exact}. Slack could not be asked just now` : exact,
    `published ${time(publishedAt)}`,
    ...(deadline === null ? [] : [`deadline ${time(deadline)}`]),
  ].join(' · ');
}

function reachWords({ reactions, reactedBy, replies, repliedBy, people }: Reach): string {
  const parts = [
    `${counted(reactions, 'reaction', 'reactions')} by ${counted(reactedBy, 'person', 'people')}`,
    ...(replies === null || repliedBy === null
      ? ['replies could not be counted just now']
      : [`${counted(replies, 'reply', 'replies')} by ${counted(repliedBy, 'person', 'people')}`]),
    `${counted(people, 'person', 'people')} in all`,
  ];
  return `*Reach, as far as an app can see it:* ${parts.join(' · ')}. Slack does not tell apps who has looked at a message.`;
}
