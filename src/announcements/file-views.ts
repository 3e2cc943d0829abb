import { section } from '../slack/blocks.ts';
import { escapeMrkdwn, plain } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Announcement } from './announcement.ts';
import type { AnnouncementFile } from './file-store.ts';
import { dateOf } from './moment.ts';
import type { FullReport } from './report-of.ts';
import { percent } from './report-words.ts';
import { groupNames, time } from './words.ts';

type File = Pick<AnnouncementFile, 'kind' | 'groups'>;

/** What Slack shows above the file. */
export function fileTitle({ kind }: File, { title }: Pick<Announcement, 'title'>): string {
  const what = kind === 'table' ? 'Who has acknowledged' : 'Acknowledgements over time';
  return `${what}: ${plain(title).slice(0, 150)}`;
}

/** What stands with it. */
export function fileComment(
  file: File & Pick<AnnouncementFile, 'askedBy' | 'forUser'>,
  full: FullReport,
): string {
  const { announcement, report } = full;
  const { total, acknowledged } = report.everybody;
  const isAtDeadline = file.askedBy === null ? 'The deadline is over. ' : '';
  const whose = file.groups === null ? '' : ` of ${groupNames(report.teams.map(({ group }) => group))}`;
  const figures = `*${acknowledged} of ${total}*${whose} have acknowledged *${escapeMrkdwn(announcement.title, 200)}* (${percent(acknowledged, total)} %).`;
  return `${isAtDeadline}${figures} ${exactWords(announcement)}`;
}

function exactWords({ exactAsOf }: Pick<Announcement, 'exactAsOf'>): string {
  return exactAsOf === null ? 'Not yet compared with Slack.' : `Exact as of ${time(dateOf(exactAsOf))}.`;
}

const REASONS: Readonly<Record<string, string>> = {
  external: 'The channel is shared with another company, so nothing is posted there.',
  archived: 'The channel is archived.',
  is_archived: 'The channel is archived.',
  missing: 'The channel is not there any more.',
  not_member: 'The app is not in the channel. Invite it there and ask again.',
  not_in_channel: 'The app is not in the channel. Invite it there and ask again.',
  missing_scope: 'The app may not upload files. An administrator has to add the permission files:write.',
  nothing_to_show: 'The announcement is not there any more.',
};

export function fileTroubleMessage({ kind }: File, code: string): Rendered {
  const what = kind === 'table' ? 'table' : 'picture';
  const reason =
    REASONS[code] ?? `Slack answered \`${escapeMrkdwn(code, 80)}\`. An administrator can find out why.`;
  const words = `The ${what} that you asked for could not be delivered. ${reason}`;
  return { text: words, blocks: [section(words)] };
}
