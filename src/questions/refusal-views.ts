import type { Place } from '../directory/directory.ts';
import { unreachable } from '../shared/unreachable.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Action } from './actor.ts';
import { ASK } from './form.ts';
import type { ActOutcome, Refusal, WayRefusal } from './outcome.ts';
import { channel, entitledNames, person, standing } from './words.ts';

/** What a person is told after a click. Undefined where the changed card says it all. */
export function reply(outcome: ActOutcome): string | undefined {
  switch (outcome.kind) {
    case 'done':
      return undefined;
    case 'refused':
      return refusalWords(outcome.refusal);
    case 'moved':
      return `This question has moved to ${channel(outcome.to.channel)} (${standing(outcome.to)}). Its card there is the one to use.`;
    case 'gone':
      return 'This question is not in the records any more.';
    default:
      return unreachable(outcome);
  }
}

/** Marking changes no card that the person is looking at, so it is always answered. */
export function markedReply(outcome: ActOutcome, by: string): string {
  if (outcome.kind !== 'done') return reply(outcome) ?? '';
  const { askedBy } = outcome.question;
  if (askedBy === by) return 'Marked as the answer. Your message with this app links to it now.';
  return `Marked as the answer. ${person(askedBy)} has been told, with a link to it.`;
}

const DEEDS: Readonly<Record<Action, string>> = {
  claim: 'claim it',
  release: 'release it',
  handOver: 'hand it over',
  escalate: 'escalate it',
  retarget: 'change its topic or state',
  markAnswer: 'mark its answer',
  resolve: 'resolve it',
  reopen: 'reopen it',
  notYet: 'say that the answer is not enough',
  decline: 'say that they do not take it',
  hangUp: 'say that nobody is waiting any more',
  markDuplicate: 'mark it as a duplicate',
  reveal: 'see the ID of its member',
};

/** Every refusal says who could, or what to do instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'external':
      return 'This is for colleagues of the company that runs this app. Please ask one of them in this channel.';
    case 'deactivated':
      return 'This account has been deactivated, so it can no longer do this. A supervisor can.';
    case 'notEntitled':
      return `${entitledNames(refusal.could, refusal.placement)} can ${DEEDS[refusal.action]}.`;
    case 'alreadyClaimed':
      return `${person(refusal.by)} already has this one.`;
    case 'notClaimed':
      return 'Nobody has claimed this one, so there is nothing to release.';
    case 'answered':
      return `${person(refusal.answer.author)} has answered this one. Reopen it first if there is more to do.`;
    case 'resolved':
      return `${person(refusal.by)} has resolved this one. Reopen it first if there is more to do.`;
    case 'notClosed':
      return 'This question is open, so there is nothing to reopen.';
    case 'notAnswered':
      return 'This question has no answer yet. Reply in the thread of its card if there is more to say.';
    case 'cannotTake':
      return `${person(refusal.person)} is neither a member of ${channel(refusal.placement.channel)} nor a supervisor. Choose somebody who is, or invite them there first.`;
    case 'notAReply':
      return 'That message is no answer to a question. Use "Mark as the answer" on a reply that a person wrote in the thread of a question\'s card.';
    case 'notLive':
      return 'Nobody is waiting on the line any more, so there is no need to say so.';
    case 'duplicate':
      return 'This question waits for the answer to another one. Choose "Not a duplicate" first if it needs an answer of its own.';
    case 'sameQuestion':
      return 'Those two are one already. Choose another question.';
    case 'liveFirst':
      return 'This question is live and the other is not, so it must not wait for it. Mark the other one as the duplicate of this.';
    case 'noSuchQuestion':
      return 'That is no question here. Choose one from the list, or copy the link of its card.';
    case 'lastTier':
    case 'alreadyThere':
    case 'needs':
    case 'unknown':
    case 'nowhere':
      return wayWords(refusal);
    default:
      return unreachable(refusal);
  }
}

/** A form that was sent before its topics and states had arrived. */
export const STILL_LOADING =
  'The rest of this form is still on its way. Wait for the topics to appear, or try again, and send it then.';

/** The same words under the input of the ask form that they are about. */
export function askRefusal(refusal: Refusal): Readonly<Record<string, string>> {
  return { [fieldOf(refusal)]: refusalWords(refusal) };
}

/** Nothing is posted that could not be checked. */
export const UNCHECKABLE =
  'This could not be checked for PHI, so it was not posted. Please write it in other words, or shorter.';

/** For a workflow: there is nobody of ours who asks. */
export const UNKNOWN_REQUESTER =
  'Requester: This has to be a person of this workspace whose account is active.';

function fieldOf(refusal: Refusal): string {
  if (refusal.reason === 'nowhere') return ASK.topic;
  if (refusal.reason !== 'needs' && refusal.reason !== 'unknown') return ASK.question;
  const { what } = refusal;
  switch (what) {
    case 'state':
    case 'region':
      return ASK.state;
    case 'topic':
    case 'stateOrTopic':
      return ASK.topic;
    case 'careTeam':
      return ASK.careTeam;
    default:
      return unreachable(what);
  }
}

function wayWords(refusal: WayRefusal): string {
  switch (refusal.reason) {
    case 'lastTier':
      return 'It is with the experts already, and there is no tier above. Pick another topic to send it to other experts.';
    case 'alreadyThere':
      return `It stands in ${channel(refusal.placement.channel)} already. Pick another tier, topic or state.`;
    case 'needs':
      return NEEDS[refusal.what];
    case 'unknown':
      return UNKNOWN[refusal.what];
    case 'nowhere':
      return `No channel that would do can be posted to: ${refusal.unpostable.map(placeTrouble).join(', ')}. Nothing was posted; an administrator can mend the directory.`;
    default:
      return unreachable(refusal);
  }
}

const NEEDS: Readonly<Record<Extract<WayRefusal, { reason: 'needs' }>['what'], string>> = {
  state: 'The region depends on the state. Choose a state.',
  topic: 'The experts depend on the topic. Choose one of the topics that have experts.',
  stateOrTopic:
    'The next tier depends on the state or the topic. Choose a state, or a topic that has experts.',
  careTeam: 'A general question goes to a care team first. Choose which one.',
};

const UNKNOWN: Readonly<Record<Extract<WayRefusal, { reason: 'unknown' }>['what'], string>> = {
  topic: 'The directory has changed and this topic is gone. Choose another one.',
  careTeam: 'The directory has changed and this care team is gone. Choose another one.',
  region: 'The directory has no region for this state. Choose a topic, or tell an administrator.',
};

function placeTrouble({ name, status }: Place): string {
  const shown = `#${escapeMrkdwn(name, 100)}`;
  switch (status) {
    case 'archived':
      return `${shown} is archived`;
    case 'external':
      return `${shown} is shared with another company`;
    case 'not_member':
      return `the app is not in ${shown}`;
    case 'missing':
    case 'ok':
      return `${shown} is missing`;
    default:
      return unreachable(status);
  }
}
