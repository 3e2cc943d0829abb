import { describe, expect, test } from '@jest/globals';
import type { Action, Actor } from '../../../src/questions/actor.ts';
import { mayAct } from '../../../src/questions/may-act.ts';
import { anActor, asker, lee, stranger, supervisor } from '../../support/questions.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

/** Lee has claimed it, and has left the channel since. */
const question = sampleQuestion({
  status: { name: 'claimed', by: lee, at: new Date('2026-11-02T16:00:00Z') },
});
const PEOPLE: Readonly<Record<string, Actor>> = {
  member: anActor({ user: stranger.user }),
  supervisor,
  claimer: anActor({ user: lee, isMember: false }),
  asker,
};
const EVERY_ACTION: readonly Action[] = [
  'claim',
  'release',
  'handOver',
  'escalate',
  'retarget',
  'markAnswer',
  'resolve',
  'reopen',
  'notYet',
];

describe.each<readonly [Action, readonly string[]]>([
  ['claim', ['member', 'supervisor']],
  ['release', ['member', 'supervisor', 'claimer']],
  ['handOver', ['member', 'supervisor', 'claimer']],
  ['escalate', ['member', 'supervisor', 'claimer']],
  ['retarget', ['member', 'supervisor', 'claimer']],
  ['markAnswer', ['member', 'supervisor', 'claimer', 'asker']],
  ['resolve', ['member', 'supervisor', 'claimer', 'asker']],
  ['reopen', ['member', 'supervisor', 'asker']],
  ['notYet', ['asker']],
])('%s', (action, entitled) => {
  test.each(Object.entries(PEOPLE))('is judged rightly for the %s', (name, actor) => {
    expect(mayAct(actor, question, action) === undefined).toBe(entitled.includes(name));
  });
});

test.each(EVERY_ACTION)('%s is never for people of other companies, whatever else they are', (action) => {
  const everything = anActor({ user: question.askedBy, roles: new Set(['supervisor']), isExternal: true });

  expect(mayAct(everything, question, action)).toMatchObject({ refusal: { reason: 'external' } });
});

test.each(EVERY_ACTION)('%s is never for deactivated people', (action) => {
  const former = anActor({ user: question.askedBy, isDeactivated: true });

  expect(mayAct(former, question, action)).toMatchObject({ refusal: { reason: 'deactivated' } });
});
