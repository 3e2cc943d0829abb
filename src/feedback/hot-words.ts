import type { ChannelId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { HotOutcome } from './stand-by-thread.ts';
import { refusalWords } from './work-words.ts';

/** Nothing where the changed message says it. */
export function hotReply(outcome: HotOutcome, channel: ChannelId | null): string | undefined {
  switch (outcome.kind) {
    case 'done':
      return undefined;
    case 'ownedBy':
      return `<@${outcome.owner}> owns it already.`;
    case 'roomIsThere':
      return outcome.room.state === 'made'
        ? `There is a channel already: <#${outcome.room.channel}>.`
        : 'The channel is being made; this message says so as soon as it is there.';
    case 'gone':
      return 'This thread is not there any more.';
    case 'refused':
      return refusalWords(outcome.refusal, channel);
    default:
      return unreachable(outcome);
  }
}
