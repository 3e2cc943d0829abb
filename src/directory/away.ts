import type { Directory } from './directory.ts';
import { dateIn } from './zone.ts';

/** Slack's own statuses for being away, and what calendars set. */
const AWAY_EMOJI: ReadonlySet<string> = new Set([
  ':palm_tree:',
  ':face_with_thermometer:',
  ':airplane:',
  ':no_entry:',
  ':beach_with_umbrella:',
]);
const AWAY_WORDS =
  /\b(?:out of (?:the )?office|ooo|on (?:vacation|holiday|leave|pto)|vacationing|out sick|off sick)\b/i;

/** Whether somebody's status says that they are out of office. What it says is not kept. */
export function saysAway({
  status_emoji: emoji = '',
  status_text: words = '',
}: {
  readonly status_emoji?: string | undefined;
  readonly status_text?: string | undefined;
}): boolean {
  return AWAY_EMOJI.has(emoji) || AWAY_WORDS.test(words);
}

/** Who is away at a moment by the absences that the directory lists, as it names them. */
export function listedAway(
  { absences, hours }: Pick<Directory, 'absences' | 'hours'>,
  now: Date,
): readonly string[] {
  const today = dateIn(hours.timeZone, now);
  return absences.flatMap(({ person, from, until }) => (from <= today && today <= until ? [person] : []));
}
