import type { Button, KnownBlock } from '@slack/types';
import { unreachable } from '../shared/unreachable.ts';
import { actions, button, context, divider, mrkdwn, plainText, section } from '../slack/blocks.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import { said } from './message-views.ts';
import type { AnnouncementPost } from './post-store.ts';
import type { Group, Receipts } from './receipts.ts';
import { reportButton } from './report-button-views.ts';
import {
  audienceWords,
  channel,
  importanceWords,
  person,
  REMINDER_WORDS,
  statusWords,
  time,
  titled,
} from './words.ts';

export const EDIT = 'announcements.edit';
export const HAND_IN = 'announcements.hand-in';
export const APPROVE = 'announcements.approve';
export const WITHDRAW = 'announcements.withdraw';

export type DeskFacts = {
  readonly announcement: Announcement;
  readonly groups: readonly Group[];
  readonly posts: readonly AnnouncementPost[];
  /** Null before it is published. */
  readonly receipts: Pick<Receipts, 'total' | 'acknowledged'> | null;
  readonly link: string | null;
};

/** To the author: what it is, where it stands, and what can be done with it. */
export function deskMessage(facts: DeskFacts): Rendered {
  const { announcement, link } = facts;
  return {
    text: 'Your announcement.',
    blocks: [
      section(`${titled(announcement, link)}\n${statusWords(announcement)}`),
      context(plan(facts)),
      ...lost(facts),
      ...standing(facts),
      ...actions(deedsFor(announcement)),
    ],
  };
}

/** To those who could approve it: what will be said, word for word. */
export function approvalMessage(facts: DeskFacts): Rendered {
  const { announcement, link } = facts;
  const { author, approval, status } = announcement;
  const isWaiting = status.name === 'awaiting_approval';
  const approved = approval ? ` Approved by ${person(approval.by)} ${time(approval.at)}.` : '';
  const asks = isWaiting
    ? `${person(author)} has written an announcement. Somebody else has to approve it before it goes out.`
    : `${titled(announcement, link)}: ${statusWords(announcement)}${approved}`;
  const buttons = isWaiting
    ? [
        button({
          label: 'Approve',
          action: APPROVE,
          value: `${announcement.id}:${announcement.version}`,
          style: 'primary',
        }),
        button({ label: 'Edit', action: EDIT, value: announcement.id }),
      ]
    : [];
  return {
    text: isWaiting ? 'An announcement waits for approval.' : 'An announcement that waited for approval.',
    blocks: [
      section(asks),
      context(plan(facts)),
      ...(isWaiting ? [divider(), ...said(announcement), ...question(announcement)] : []),
      ...actions(buttons),
    ],
  };
}

function plan({ announcement, groups }: DeskFacts): string {
  const { deadline, reminders, kind } = announcement;
  const asks = asksForReceipts(announcement);
  return [
    kind === 'tracked' ? 'A message whose receipts are tracked' : importanceWords(announcement),
    `for ${audienceWords(announcement, groups)}`,
    ...(deadline === null ? [] : [`until ${time(deadline)}`]),
    ...(asks ? [`reminders: ${REMINDER_WORDS[reminders].toLowerCase()}`] : []),
  ].join(' · ');
}

/** What an approver must see of a check question: which answer will count as right. */
export function question({ checkQuestion }: Pick<Announcement, 'checkQuestion'>): KnownBlock[] {
  if (checkQuestion === null) return [];
  const { text, options, right, explanation } = checkQuestion;
  const lines = options.map((option, index) => `${index === right ? '✓' : '–'} ${option}`);
  const shown = explanation === null ? [] : [`If wrong: ${explanation}`];
  return [{ type: 'section', text: plainText([text, ...lines, ...shown].join('\n'), 2_000) }];
}

function lost({ posts }: DeskFacts): KnownBlock[] {
  const places = posts.filter(({ isLost }) => isLost).map((post) => channel(post.channel));
  if (places.length === 0) return [];
  return [
    section(
      `:warning: Slack did not take it in ${places.slice(0, 10).join(', ')}. An administrator can try again on the App Home.`,
    ),
  ];
}

function standing({ receipts, announcement }: DeskFacts): KnownBlock[] {
  if (!receipts || !asksForReceipts(announcement)) return [];
  return [section(`*${receipts.acknowledged} of ${receipts.total}* have acknowledged it.`)];
}

function deedsFor({ id, status, kind }: Announcement): readonly Button[] {
  const edit = button({ label: 'Edit', action: EDIT, value: id });
  const withdraw = confirmed(button({ label: 'Withdraw', action: WITHDRAW, value: id, style: 'danger' }));
  switch (status.name) {
    case 'draft':
      return [button({ label: 'Post', action: HAND_IN, value: id, style: 'primary' }), edit, withdraw];
    case 'withdrawn':
      return [];
    case 'awaiting_approval':
    case 'scheduled':
    case 'published':
      return [
        ...(status.name === 'published' ? [reportButton(id)] : []),
        ...(kind === 'tracked' ? [] : [edit]),
        withdraw,
      ];
    default:
      return unreachable(status);
  }
}

function confirmed(asking: Button): Button {
  return {
    ...asking,
    confirm: {
      title: plainText('Withdraw it?', 100),
      text: mrkdwn('Where it was posted, it will say that it was withdrawn. This cannot be undone.'),
      confirm: plainText('Withdraw', 30),
      deny: plainText('Keep it', 30),
    },
  };
}
