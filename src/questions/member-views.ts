import type { Button, KnownBlock } from '@slack/types';
import type { ChannelId, MemberToken } from '../shared/ids.ts';
import { button, context } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import { type Click, clickValue } from './click.ts';
import { age, ago, channel, linked } from './words.ts';

export const REVEAL = 'questions.reveal';
export const REVEAL_FORM = 'questions.reveal-form';

export type MemberFacts = {
  readonly token: MemberToken;
  /** What Slack may see of the ID. */
  readonly shown: string;
  /** Whether there is more of it that some may see. */
  readonly isHidden: boolean;
};

/** Another question about the same member. */
export type Sibling = { readonly askedAt: Date; readonly channel: ChannelId; readonly link: string };

export function memberPart(member: MemberFacts | null): string[] {
  return member === null ? [] : [`*Member* \`${escapeMrkdwn(member.shown, 80)}\``];
}

export function revealButton(member: MemberFacts | null, click: Click): Button[] {
  if (!member?.isHidden) return [];
  return [button({ label: 'Show ID', action: REVEAL, value: clickValue(click) })];
}

/** So that two people don't ask the same thing about one member. */
export function siblingsLine(siblings: readonly Sibling[], now: Date): KnownBlock[] {
  if (siblings.length === 0) return [];
  const each = siblings.map(({ askedAt, channel: where, link }) => {
    const asked = ago('', askedAt, `${age(askedAt, now)} ago`);
    return `${linked('a question', link)} in ${channel(where)}, ${asked}`;
  });
  return [context(`:link: Also about this member: ${each.join('; ')}`)];
}
