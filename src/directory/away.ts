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
