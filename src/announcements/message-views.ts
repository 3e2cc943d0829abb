import type { KnownBlock } from '@slack/types';
import { actions, button, context, divider, header, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import { formatted } from '../slack/formatted.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import type { Group } from './receipts.ts';
import { audienceWords, importanceWords, person, time } from './words.ts';

/** "I have read this". */
export const ACKNOWLEDGE = 'announcements.acknowledge';
/** Opens the check question. */
export const ANSWER = 'announcements.answer';

/** All text of a message has a bound of 13,000 bytes; this leaves room for everything around it. */
const TEXT_BYTES = 8_000;
const LINK_BYTES = 2_500;

export type MessageFacts = { readonly announcement: Announcement; readonly groups: readonly Group[] };

/** The announcement as everybody sees it. Its notification names what it is, not what it says. */
export function announcementMessage(facts: MessageFacts): Rendered {
  const { announcement } = facts;
  if (announcement.status.name === 'withdrawn') return withdrawnMessage(announcement);
  return {
    text: 'There is a new announcement.',
    blocks: [...said(announcement), context(footer(facts)), ...buttons(announcement)],
  };
}

/** What is said, with the formatting and the links it will have: also what its author is shown beforehand. */
export function said(announcement: Pick<Announcement, 'title' | 'text' | 'links'>): KnownBlock[] {
  const { title, text, links } = announcement;
  return [
    header(title),
    ...formatted(text, TEXT_BYTES).map((words) => section(words)),
    ...formatted(linkLines(links), LINK_BYTES).map((words) => section(words)),
  ];
}

/** Each line is an address, with words before it or without. */
function linkLines(links: readonly string[]): string {
  return links
    .map((line) => {
      const at = line.search(/https:\/\/\S+$/);
      const words = line.slice(0, at).trim().replaceAll(/[<>|]/g, ' ');
      return at <= 0 || words === '' ? `:link: ${line}` : `:link: <${line.slice(at)}|${words}>`;
    })
    .join('\n');
}

function footer({ announcement, groups }: MessageFacts): string {
  const { deadline, changedAt, author, importance } = announcement;
  const words = [
    `*${importanceWords(announcement)}*`,
    `for ${audienceWords(announcement, groups)}`,
    ...(deadline === null || importance === 'information' ? [] : [`until ${time(deadline)}`]),
    `from ${person(author)}`,
    ...(changedAt === null ? [] : [`*changed* ${time(changedAt)}`]),
  ];
  return words.join(' · ');
}

function buttons(announcement: Announcement): KnownBlock[] {
  const { id, importance } = announcement;
  if (!asksForReceipts(announcement)) return [];
  const [label, action] =
    importance === 'check' ? ['Answer the question', ANSWER] : ['I have read this', ACKNOWLEDGE];
  const how =
    importance === 'check'
      ? 'Answer its question when you have read it: the right answer is your receipt.'
      : "One tap on your team's emoji, or on the button, is your receipt.";
  return [context(how), ...actions([button({ label, action, value: id, style: 'primary' })])];
}

function withdrawnMessage({ title, status }: Announcement): Rendered {
  const by = status.name === 'withdrawn' ? ` by ${person(status.by)} ${time(status.withdrawnAt)}` : '';
  return {
    text: 'An announcement was withdrawn.',
    blocks: [
      section(`*Withdrawn:* ${escapeMrkdwn(title, 200)}`),
      context(`This announcement was withdrawn${by}. Nothing has to be done about it.`),
      divider(),
    ],
  };
}
