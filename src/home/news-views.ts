import type { KnownBlock } from '@slack/types';
import { ANNOUNCE_BUTTON, EDIT, OPEN_REPORT, type OverviewPage } from '../announcements/index.ts';
import { OVERVIEW_FILTERS, type OverviewFilter } from '../announcements/overview.ts';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, divider, header, option, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import { select } from '../slack/form.ts';
import { bar } from './figures-views.ts';
import { NEWS_NEWER, NEWS_OLDER, pager } from './pager-views.ts';

export const NEWS_FILTER = 'home.news-filter';
/** One block each, so that all of the Home tab stays below Slack's hundred. */
export const NEWS_SHOWN = 4;

export type NewsFacts = { readonly overview: OverviewPage; readonly filter: OverviewFilter };
type Entry = OverviewPage['shown'][number];

/** Announcements and how they stand, for those who announce and those who lead a team. */
export function newsPart({ overview, filter }: NewsFacts, now: Date): KnownBlock[] {
  const { shown, mayAnnounce } = overview;
  return [
    divider(),
    header('Announcements'),
    ...actions([
      ...(mayAnnounce ? [button({ label: 'Announce', action: ANNOUNCE_BUTTON, style: 'primary' })] : []),
      filterSelect(filter, mayAnnounce),
    ]),
    ...(shown.length === 0 ? [context('There is nothing here.')] : []),
    ...shown.slice(0, NEWS_SHOWN).map((entry) => entryBlock(entry, now)),
    ...pager({ ...overview, pageSize: NEWS_SHOWN, newer: NEWS_NEWER, older: NEWS_OLDER }),
  ];
}

const FILTERS: Readonly<Record<OverviewFilter, string>> = {
  all: 'All',
  open: 'Open',
  missing: 'Over, with people missing',
  planned: 'Not posted yet',
  withdrawn: 'Withdrawn',
};

function filterSelect(filter: OverviewFilter, mayAnnounce: boolean) {
  const offered = OVERVIEW_FILTERS.filter((each) => mayAnnounce || each !== 'planned');
  const options = offered.map((each) => option(FILTERS[each], each));
  return { ...select({ options }, 'Which ones', filter), action_id: NEWS_FILTER };
}

function entryBlock({ announcement, total, acknowledged, link }: Entry, now: Date): KnownBlock {
  const { id, title, importance, status } = announcement;
  const name = escapeMrkdwn(title, 200);
  const isOut = status.name === 'published' || (status.name === 'withdrawn' && status.published !== null);
  const progress =
    isOut && importance !== 'information'
      ? [`\`${bar(acknowledged, total)}\` *${acknowledged} of ${total}* have acknowledged it`]
      : [];
  const words = [
    link === null ? `*${name}*` : `*<${link}|${name}>*`,
    ...progress,
    stateWords(announcement, now),
  ];
  const accessory = isOut
    ? button({ label: 'Report', action: OPEN_REPORT, value: id })
    : button({ label: 'Edit', action: EDIT, value: id });
  return status.name === 'withdrawn' && !isOut
    ? section(words.join('\n'))
    : section(words.join('\n'), accessory);
}

function stateWords(
  { status, deadline, scheduledFor, importance, author }: Entry['announcement'],
  now: Date,
): string {
  const by = `by <@${author}>`;
  switch (status.name) {
    case 'draft':
      return 'A draft. Nobody else sees it.';
    case 'awaiting_approval':
      return `Waits for approval, ${by}`;
    case 'scheduled':
      return scheduledFor === null ? `Is being posted, ${by}` : `Will be posted ${time(scheduledFor)}, ${by}`;
    case 'withdrawn':
      return `Withdrawn by <@${status.by}> ${time(status.withdrawnAt)}`;
    case 'published': {
      const posted = `posted ${time(status.at)} ${by}`;
      if (importance === 'information') return `For information, ${posted}`;
      if (deadline === null) return `No deadline, ${posted}`;
      return deadline > now
        ? `Until ${time(deadline)}, ${posted}`
        : `The deadline was ${time(deadline)}, ${posted}`;
    }
    default:
      return unreachable(status);
  }
}

function time(at: Date): string {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} at {time}|${fallback}>`;
}
