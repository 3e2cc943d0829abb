import type { SlackUserId } from '../shared/ids.ts';
import { dateOf } from './moment.ts';
import { listed, type Report, type ReportPerson } from './report.ts';
import type { ReceiptBy } from './signs.ts';

const HEAD = [
  'Name',
  'Slack id',
  'Teams',
  'Status',
  'Acknowledged at (UTC)',
  'How',
  'After the deadline',
  'Joined later',
  'Out of office',
  'Tries at the check question',
] as const;

/** Everybody in a report, a row each, those who miss it first. */
export function tableOf(
  report: Pick<Report, 'people' | 'teams'>,
  names: ReadonlyMap<SlackUserId, string>,
): readonly (readonly string[])[] {
  const teams = new Map(report.teams.map(({ group }) => [group.key, group.name]));
  const rows = listed(report, { team: null, filter: 'all' }).map((person) => [
    names.get(person.user) ?? '',
    person.user,
    person.groups.flatMap((key) => teams.get(key) ?? []).join('; '),
    STATUS[person.standing],
    ...receiptCells(person),
    yes(person.joinedLate !== null),
    yes(person.isAway),
    person.answered === null ? '' : `${person.answered.tries}`,
  ]);
  return [HEAD, ...rows];
}

const STATUS: Readonly<Record<ReportPerson['standing'], string>> = {
  acknowledged: 'acknowledged',
  late: 'acknowledged late',
  waits: 'check question not answered',
  away: 'missing',
  missing: 'missing',
};

const HOW: Readonly<Record<ReceiptBy, string>> = {
  emoji: 'emoji',
  otherEmoji: "another team's emoji",
  button: 'button',
  answer: 'answer',
};

function receiptCells({ receipt }: ReportPerson): readonly string[] {
  if (receipt === null) return ['', '', ''];
  return [
    dateOf(receipt.at).toISOString().slice(0, 19).replace('T', ' '),
    HOW[receipt.by],
    yes(receipt.afterDeadline),
  ];
}

function yes(isSo: boolean): string {
  return isSo ? 'yes' : '';
}
