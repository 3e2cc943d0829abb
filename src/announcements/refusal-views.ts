import { unreachable } from '../shared/unreachable.ts';
import type { AcknowledgeOutcome } from './acknowledge.ts';
import type { Refusal } from './may-act.ts';
import type { Outcome } from './moves.ts';

/** Every refusal says who could, or what to do instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'external':
      return EXTERNAL;
    case 'notComms':
      return 'Announcing is for the comms team. Please ask somebody of it: an administrator can say who is on it.';
    case 'ownApproval':
      return 'Somebody else on the comms team has to approve it: a second pair of eyes.';
    case 'notNow':
      return refusal.status === 'withdrawn'
        ? 'This announcement was withdrawn. Write a new one instead.'
        : 'This announcement is further on by now. Your message with this app shows where it stands.';
    case 'changedMeanwhile':
      return 'Somebody else changed this announcement meanwhile. Close this form and open it again, so that their words are not lost.';
    case 'gone':
      return 'This announcement is not in the records any more.';
    case 'nowhere':
      return 'None of the channels it would go to can be posted to. Choose another audience, or ask an administrator to look at the channels.';
    case 'untrackable':
      return refusal.status === 'external'
        ? 'This channel is shared with another company, so nothing is posted or counted here.'
        : 'The app is not in this channel. Invite it first, then track the message.';
    case 'trackedAlready':
      return 'The receipts of this message are tracked already. Its thread shows how it stands.';
    default:
      return unreachable(refusal);
  }
}

const EXTERNAL = 'This is for colleagues of the company that runs this app. Nothing was recorded.';

/** What a change by a person needs to be answered with. Undefined where the changed message says it all. */
export function changeReply(outcome: Outcome): string | undefined {
  return outcome.kind === 'refused' ? refusalWords(outcome.refusal) : undefined;
}

/** Always answered: the message itself looks the same afterwards. */
export function acknowledgedReply(outcome: AcknowledgeOutcome): string {
  switch (outcome.kind) {
    case 'external':
      return EXTERNAL;
    case 'gone':
      return 'This announcement is not in the records any more.';
    case 'withdrawn':
      return 'This announcement was withdrawn. Nothing has to be done about it.';
    case 'noted': {
      const { announcement, person } = outcome;
      if (!person) return 'Thank you. It is not for one of your teams, so nothing waits for you.';
      return person.receipt?.afterDeadline === true
        ? 'Thank you, your receipt is noted, after the deadline.'
        : `Thank you, your receipt is noted${person.groups.length > 1 ? ` for all your teams` : ''}.${again(announcement.changedAt)}`;
    }
    default:
      return unreachable(outcome);
  }
}

function again(changedAt: Date | null): string {
  return changedAt === null ? '' : ' It counts for the announcement as it is now.';
}
