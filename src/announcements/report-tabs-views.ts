import type { KnownBlock } from '@slack/types';
import { STATES } from '../shared/states.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, option, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import { select } from '../slack/form.ts';
import type { Announcement } from './announcement.ts';
import { dateOf } from './moment.ts';
import { type Counts, listed, type PeopleFilter, type Report, type ReportPerson } from './report.ts';
import type { ReportLook } from './report-look.ts';
import { checkWords, percent } from './report-words.ts';
import { bar } from './summary-views.ts';
import { time } from './words.ts';

export const REPORT_TEAM = 'announcements.report-team';
export const REPORT_FILTER = 'announcements.report-filter';
export const REPORT_NEWER = 'announcements.report-newer';
export const REPORT_OLDER = 'announcements.report-older';

/** Slack shows a hundred blocks, and a text of three thousand characters in each. */
export const TEAMS_SHOWN = 15;
export const LINES_SHOWN = 40;
const LINES_A_BLOCK = 10;

type Shown = { readonly announcement: Announcement; readonly report: Report };

const FILTERS: Readonly<Record<PeopleFilter, string>> = {
  all: 'Everybody',
  missing: 'Those who miss it',
  acknowledged: 'Those who have acknowledged it',
  late: 'Late',
  away: 'Missing and out of office',
};

export function peopleFilter({ filter }: ReportLook) {
  const options = Object.entries(FILTERS).map(([value, label]) => option(label, value));
  return { ...select({ options }, 'Who', filter), action_id: REPORT_FILTER };
}

export function tabBlocks(facts: Shown, look: ReportLook): KnownBlock[] {
  switch (look.tab) {
    case 'teams':
      return teamBlocks(facts, look);
    case 'states':
      return stateBlocks(facts, look);
    case 'people':
      return peopleBlocks(facts, look);
    default:
      return unreachable(look.tab);
  }
}

function teamBlocks({ announcement, report: { teams } }: Shown, look: ReportLook): KnownBlock[] {
  const page = pageOf(teams, look.page, TEAMS_SHOWN);
  return [
    ...page.shown.map((team) => {
      const name = `*${escapeMrkdwn(team.group.name, 200)}*  :${team.group.emoji}:`;
      const check = announcement.importance === 'check' ? [checkWords(team)] : [];
      return section(
        [name, countWords(team), ...check].join('\n'),
        button({ label: 'People', action: REPORT_TEAM, value: team.group.key }),
      );
    }),
    ...pager(page, TEAMS_SHOWN, 'teams'),
  ];
}

function countWords({ total, acknowledged, missing, away, afterDeadline, joinedLate }: Counts): string {
  if (total === 0) return 'Nobody is on it.';
  return [
    `${bar({ total, acknowledged })}  ${acknowledged} of ${total} (${percent(acknowledged, total)} %)`,
    ...(missing > 0 ? [`${missing} missing${away > 0 ? `, ${away} of them out of office` : ''}`] : []),
    ...(afterDeadline > 0 ? [`${afterDeadline} after the deadline`] : []),
    ...(joinedLate > 0 ? [`${joinedLate} joined later`] : []),
  ].join(' · ');
}

function stateBlocks({ report: { states } }: Shown, look: ReportLook): KnownBlock[] {
  if (states.length === 0) return [section('The teams that it is for serve no states in the directory.')];
  const page = pageOf(states, look.page, LINES_SHOWN);
  return [
    context('The people of a state are those of all care teams that serve it.'),
    ...inBlocks(page.shown.map((each) => `*${STATES[each.state]}*  ${countWords(each)}`)),
    ...pager(page, LINES_SHOWN, 'states'),
  ];
}

function peopleBlocks({ report }: Shown, look: ReportLook): KnownBlock[] {
  const names = new Map(report.teams.map(({ group }) => [group.key, group.name]));
  const page = pageOf(listed(report, look), look.page, LINES_SHOWN);
  const team = look.team === null ? undefined : names.get(look.team);
  const lines = page.shown.map((person) => {
    const teams = team === undefined ? teamsWords(person.groups.flatMap((key) => names.get(key) ?? [])) : '';
    return `• <@${person.user}>${teams}: ${standingWords(person)}`;
  });
  return [
    section(`*${team === undefined ? 'All teams' : escapeMrkdwn(team, 200)}* · ${FILTERS[look.filter]}`),
    ...(lines.length === 0 ? [context('There is nobody here.')] : inBlocks(lines)),
    ...pager(page, LINES_SHOWN, 'people'),
  ];
}

/** One line must stay well below a tenth of what a block holds. */
function teamsWords(names: readonly string[]): string {
  const shown = names.slice(0, 2).map((name) => escapeMrkdwn(name, 40));
  const more = names.length > 2 ? [`${names.length - 2} more`] : [];
  return names.length === 0 ? '' : ` (${[...shown, ...more].join(', ')})`;
}

function standingWords({ standing, receipt, joinedLate, answered, isAway }: ReportPerson): string {
  const tries = answered && answered.tries > 1 ? [`after ${answered.tries} tries`] : [];
  const joined = joinedLate === null ? [] : ['joined later'];
  if (receipt === null) {
    const words = { waits: 'has reacted, the check question waits', away: 'misses it, out of office' };
    const state = standing === 'waits' || standing === 'away' ? words[standing] : 'misses it';
    return [state, ...joined].join(' · ');
  }
  return [
    time(dateOf(receipt.at)),
    ...(receipt.by === 'otherEmoji' ? ["with another team's emoji"] : []),
    ...(receipt.afterDeadline ? ['*after the deadline*'] : []),
    ...joined,
    ...tries,
    ...(isAway ? ['out of office'] : []),
  ].join(' · ');
}

function inBlocks(lines: readonly string[]): KnownBlock[] {
  return Array.from({ length: Math.ceil(lines.length / LINES_A_BLOCK) }, (_, index) =>
    section(lines.slice(index * LINES_A_BLOCK, (index + 1) * LINES_A_BLOCK).join('\n')),
  );
}

type Page<Item> = { readonly shown: readonly Item[]; readonly page: number; readonly total: number };

/** A page that is there no more is the last one. */
function pageOf<Item>(items: readonly Item[], page: number, size: number): Page<Item> {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const at = Math.min(page, last);
  return { shown: items.slice(at * size, (at + 1) * size), page: at, total: items.length };
}

function pager({ page, total }: Page<unknown>, size: number, what: string): KnownBlock[] {
  if (total <= size) return [];
  const first = page * size + 1;
  const isLast = (page + 1) * size >= total;
  return [
    context(`${first} to ${Math.min(total, first + size - 1)} of ${total} ${what}`),
    ...actions([
      ...(page > 0 ? [button({ label: 'Previous page', action: REPORT_NEWER, value: `${page - 1}` })] : []),
      ...(isLast ? [] : [button({ label: 'Next page', action: REPORT_OLDER, value: `${page + 1}` })]),
    ]),
  ];
}
