import type { PlaceStatus } from './directory.ts';

type Flags = {
  readonly isExternal: boolean;
  readonly isArchived: boolean;
  readonly isMember: boolean;
};

/** Nothing is ever posted where another company reads along, so that comes first. */
export function statusOf({ isExternal, isArchived, isMember }: Flags): PlaceStatus {
  if (isExternal) return 'external';
  if (isArchived) return 'archived';
  return isMember ? 'ok' : 'not_member';
}

/** What Slack's refusal of a post says about the channel. `undefined`: nothing. */
export function statusAfter(errorCode: string): PlaceStatus | undefined {
  switch (errorCode) {
    case 'is_archived':
      return 'archived';
    case 'not_in_channel':
    case 'channel_not_found':
      // A channel that was there and can't be found is a private one that the app was taken out of.
      return 'not_member';
    // Our own word, for a post that was not even tried.
    case 'channel_is_shared':
      return 'external';
    default:
      return undefined;
  }
}
