import type { ChannelId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Wrong } from './decide.ts';
import type { DiscussOutcome } from './discuss.ts';
import type { Deed, WorkRefusal } from './may-work.ts';
import type { OwnOutcome } from './own.ts';
import { LONGEST_THEME, MOST_THEMES } from './theme.ts';

export const GONE = 'This comment is not there any more.';
export const CHANGED_MEANWHILE =
  'Somebody changed this comment after you opened the form, so nothing was saved. Open *Status* again to see how it stands now.';

export function refusalWords(refusal: WorkRefusal, channel: ChannelId | null): string {
  switch (refusal.reason) {
    case 'external':
      return 'Only people of this company can do that.';
    case 'deactivated':
      return 'Your account is deactivated here, so you cannot do that.';
    case 'notEntitled': {
      const members = channel === null ? 'members of the feedback channel' : `members of <#${channel}>`;
      const could = refusal.could.map((each) =>
        each === 'product' ? 'people with the product role' : members,
      );
      const words = could.join(' and ');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} can ${DEED_WORDS[refusal.deed]}.`;
    }
    default:
      return unreachable(refusal);
  }
}

const DEED_WORDS: Readonly<Record<Deed, string>> = {
  discuss: 'start a discussion',
  own: 'take this as their own',
  know: 'say that it is known',
  decide: 'say what becomes of a comment',
  makeChannel: 'have a channel made',
  look: 'look through the feedback here',
};

/** Nothing where the changed message says it. */
export function discussReply(
  outcome: DiscussOutcome,
  { channel, link }: { readonly channel: ChannelId | null; readonly link: string | null },
): string | undefined {
  switch (outcome.kind) {
    case 'opened':
      return undefined;
    case 'openAlready':
      return link === null
        ? 'The thread is open already.'
        : `The thread is open already: <${link}|it is here>.`;
    case 'nowhere':
      return 'The feedback channel cannot be posted to at the moment. An administrator can see why on their App Home; try again after that.';
    case 'gone':
      return GONE;
    case 'refused':
      return refusalWords(outcome.refusal, channel);
    default:
      return unreachable(outcome);
  }
}

export function ownReply(outcome: OwnOutcome, channel: ChannelId | null): string | undefined {
  switch (outcome.kind) {
    case 'owned':
      return undefined;
    case 'ownedBy':
      return `<@${outcome.owner}> owns it already. Somebody with the product role can choose another owner under *Status*.`;
    case 'gone':
      return GONE;
    case 'refused':
      return refusalWords(outcome.refusal, channel);
    default:
      return unreachable(outcome);
  }
}

export const WRONG_WORDS: Readonly<Record<Wrong, string>> = {
  ownerCannot: 'Choose somebody with the product role, or somebody in the feedback channel.',
  noAddress: 'Enter an address that begins with https:// or http://, without a user name in it.',
  ticketIdentifies: 'This address seems to hold something that identifies a member. Use one that does not.',
  themeTooLong: `A theme is at most ${LONGEST_THEME} characters long. Use commas between themes.`,
  themeIdentifies: 'A theme here seems to identify a member. Use words for what it is about.',
  tooManyThemes: `A comment has at most ${MOST_THEMES} themes. Take some away.`,
};
