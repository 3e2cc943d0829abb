import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Action, Actor } from '../../../src/questions/actor.ts';
import { markDuplicate } from '../../../src/questions/duplicate.ts';
import { decline, hangUp } from '../../../src/questions/live-lane.ts';
import {
  claim,
  handOver,
  markAnswer,
  notYet,
  release,
  reopen,
  resolve,
} from '../../../src/questions/moves.ts';
import type { Outcome } from '../../../src/questions/outcome.ts';
import { claimerOf, type Question } from '../../../src/questions/question.ts';
import { escalate, retarget } from '../../../src/questions/relocate.ts';
import { escalation, redirection } from '../../../src/questions/route.ts';
import { CareTeamKey, MessageTs, QuestionId } from '../../../src/shared/ids.ts';
import {
  anActor,
  asker,
  CLAIMS,
  channelIdOf,
  dana,
  lee,
  live,
  PROVIDERS,
  rosa,
  supervisor,
} from '../../support/questions.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

const PEOPLE: readonly Actor[] = [
  anActor({ user: lee }),
  anActor({ user: dana }),
  supervisor,
  asker,
  anActor({ user: lee, isMember: false }),
  anActor({ user: rosa, roles: new Set(['supervisor']), isExternal: true }),
  anActor({ user: dana, isDeactivated: true }),
];
const REPLIES = ['1760000001.000100', '1760000002.000100'].map((text) => MessageTs.parse(text));
const noon = new Date('2026-11-02T17:00:00Z');

type Step = {
  /** Seeing the ID of a member is no move. */
  readonly action: Exclude<Action, 'reveal'>;
  readonly actor: Actor;
  readonly other: Actor;
  readonly reply: MessageTs;
  readonly picked: typeof CLAIMS;
};

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<Step['action'][]>(
    'claim',
    'release',
    'handOver',
    'escalate',
    'retarget',
    'markAnswer',
    'resolve',
    'reopen',
    'notYet',
    'decline',
    'hangUp',
    'markDuplicate',
  ),
  actor: fc.constantFrom(...PEOPLE),
  other: fc.constantFrom(...PEOPLE),
  reply: fc.constantFrom(...REPLIES),
  picked: fc.constantFrom(CLAIMS, PROVIDERS),
});

function move(question: Question, { action, actor, other, reply, picked }: Step): Outcome {
  const answer = { channel: question.placement.channel, ts: reply, author: lee };
  const changed = { topic: picked, state: question.state };
  const moves: Readonly<Record<Step['action'], () => Outcome>> = {
    claim: () => claim(question, actor, noon),
    release: () => release(question, actor),
    handOver: () => handOver(question, actor, other, noon),
    escalate: () => escalate(question, actor, escalation(question, live()), noon),
    retarget: () => retarget(question, actor, redirection(question, live(), changed), noon),
    markAnswer: () => markAnswer(question, actor, answer, noon),
    resolve: () => resolve(question, actor, noon),
    reopen: () => reopen(question, actor, noon),
    notYet: () => notYet(question, actor, noon),
    decline: () => decline(question, actor),
    hangUp: () => hangUp(question, actor, noon),
    markDuplicate: () => markDuplicate(question, actor, OTHER),
  };
  return moves[action]();
}

/** The whole life in four words: what a question can do from each status, and what it then is. */
const NEXT: Readonly<Record<string, Readonly<Partial<Record<Action, readonly string[]>>>>> = {
  open: {
    claim: ['claimed'],
    handOver: ['claimed'],
    escalate: ['open'],
    retarget: ['open'],
    markAnswer: ['answered'],
    resolve: ['resolved'],
    decline: ['open'],
    hangUp: ['open'],
    markDuplicate: ['open'],
  },
  claimed: {
    claim: ['claimed'],
    release: ['open'],
    handOver: ['claimed'],
    escalate: ['open'],
    retarget: ['open', 'claimed'],
    markAnswer: ['answered'],
    resolve: ['resolved'],
    hangUp: ['claimed'],
    markDuplicate: ['open'],
  },
  answered: {
    markAnswer: ['answered'],
    notYet: ['open', 'claimed'],
    reopen: ['open', 'claimed'],
    resolve: ['resolved'],
    hangUp: ['answered'],
    markDuplicate: ['answered'],
  },
  resolved: {
    resolve: ['resolved'],
    reopen: ['open'],
    hangUp: ['resolved'],
    markDuplicate: ['resolved'],
  },
};

/** Also live, so that it may be an original for anything. */
const OTHER = sampleQuestion({ id: QuestionId.parse('01900000-0000-7000-8000-00000000000b'), live: true });

const start = sampleQuestion({
  live: true,
  topic: 'general',
  state: 'PA',
  careTeam: CareTeamKey.parse('keystone'),
  placement: { ...sampleQuestion().placement, tier: 1, channel: channelIdOf('care-keystone') },
});

test('no sequence of moves by anybody leads a question out of its life', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let question = start;
      for (const each of steps) {
        const outcome = move(question, each);
        if (outcome.kind !== 'done') continue;
        expect(flaws(question, each, outcome)).toEqual([]);
        question = outcome.question;
      }
    }),
  );
});

type Done = Extract<Outcome, { kind: 'done' }>;

/** Which of the things that must always hold don't hold for this step. */
function flaws(
  before: Question,
  { action, actor }: Step,
  { question: after, event }: Done,
): readonly string[] {
  const isEntitled =
    actor.isMember ||
    actor.roles.has('supervisor') ||
    actor.user === before.askedBy ||
    actor.user === claimerOf(before);
  const hasMoved = after.placement.channel !== before.placement.channel;
  const isUnclaimed = after.status.name === 'resolved' || after.status.name === 'open';
  const laws: Readonly<Record<string, boolean>> = {
    'nobody from outside, and nobody who has left, moves anything': !actor.isExternal && !actor.isDeactivated,
    'whoever moves it is entitled to': isEntitled,
    'it goes on to a status that follows': isNext(before, action, after),
    'each change is an event, and no event is without one': (event === null) === (after === before),
    'nobody has a question in hand that waits for another':
      after.duplicateOf === null || after.status.name !== 'claimed',
    'nobody has an open or a resolved question in hand': !isUnclaimed || claimerOf(after) === null,
    'moves count the channels': after.placement.move - before.placement.move === (hasMoved ? 1 : 0),
    'only escalation and correction move it': !hasMoved || action === 'escalate' || action === 'retarget',
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

function isNext(before: Question, action: Action, after: Question): boolean {
  return NEXT[before.status.name]?.[action]?.includes(after.status.name) ?? false;
}
