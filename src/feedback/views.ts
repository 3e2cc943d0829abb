import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rating, Status } from './feedback.ts';

/** Opens the thread of one comment: from its own message, or out of a digest. The value is the comment's id. */
export const DISCUSS = 'feedback.discuss';
/** Takes a comment as one's own. The value is the comment's id. */
export const OWN = 'feedback.own';
/** Opens the form for status, ticket and themes. The value is the comment's id. */
export const STATUS = 'feedback.status';
/** A link to more about a comment. Slack sends its clicks, too; nothing is done about them. */
export const MORE = 'feedback.more';

export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  good: 'good',
  neutral: 'neutral',
  bad: 'bad',
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  new: 'New',
  looking: 'Looking into it',
  planned: 'Planned',
  shipped: 'Shipped',
  wont_do: 'Won’t do',
};

/** The name of a page, which the website gives, inside a sentence of ours. */
export function pageName(page: string): string {
  return escapeMrkdwn(page, 120);
}

/** A moment as each reader's own clock has it. */
export function clock(at: Date): string {
  const fallback = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${fallback}>`;
}
