import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { channelsOf, type Directory, type LiveDirectory } from '../../../src/directory/directory.ts';
import type { Subject } from '../../../src/questions/candidates.ts';
import { detour, escalation, redirection, route } from '../../../src/questions/route.ts';
import type { Way } from '../../../src/questions/way.ts';
import { CareTeamKey, TopicKey } from '../../../src/shared/ids.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';
import { channelIdOf, live, TWO_REGIONS } from '../../support/questions.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

const statuses = ['ok', 'archived', 'missing', 'not_member', 'external'] as const;
const CHANNELS = channelsOf(TWO_REGIONS);
const TOPICS = ['general', 'state_rule', ...TWO_REGIONS.topics.map(({ key }) => key)] as const;
const TEAMS = [null, ...TWO_REGIONS.careTeams.map(({ key }) => key)] as const;

const subject: fc.Arbitrary<Subject> = fc.record({
  topic: fc.constantFrom(...TOPICS, TopicKey.parse('unknown')),
  state: fc.option(fc.constantFrom(...STATE_CODES)),
  careTeam: fc.constantFrom(...TEAMS, CareTeamKey.parse('unknown')),
});

/** Each channel in any state; the directory itself stays. */
const anyLive = fc
  .array(fc.constantFrom(...statuses), { minLength: CHANNELS.length, maxLength: CHANNELS.length })
  .map((states) => Object.fromEntries(CHANNELS.map((name, index) => [name, states[index] ?? 'ok'] as const)))
  .map((troubles) => live(TWO_REGIONS, troubles));

const question = fc
  .record({
    subject,
    tier: fc.constantFrom(1 as const, 2 as const, 3 as const),
    channel: fc.constantFrom(...CHANNELS),
  })
  .map(({ subject: about, tier, channel }) =>
    sampleQuestion({
      ...about,
      placement: { ...sampleQuestion().placement, tier, channel: channelIdOf(channel) },
    }),
  );

const REFUSALS = ['needs', 'unknown', 'nowhere', 'lastTier', 'alreadyThere'];

/** What is wrong with an end: it should be one postable channel and a sentence, or a refusal that names its reason. */
function flaws(way: Way, directory: LiveDirectory): readonly string[] {
  if (way.kind === 'noWay') return REFUSALS.includes(way.refusal.reason) ? [] : ['an unknown refusal'];
  const { channel, reason, placeName } = way.to;
  const places = CHANNELS.map((name) => directory.place(name));
  const found = places.filter(({ id, status }) => id === channel && status === 'ok');
  const isSentence = /^because [^\s].*[^\s.,]$/.test(reason) && !/undefined|null|\s\s/.test(reason);
  return [
    ...(found.length === 1 ? [] : ['not one channel that can be posted to']),
    ...(isSentence ? [] : [`no sentence: ${reason}`]),
    ...(placeName === '' ? ['a place without a name'] : []),
    ...way.unpostable.filter(({ status }) => status === 'ok').map(({ name }) => `${name} is fine`),
  ];
}

describe('whatever the channels are like', () => {
  test('every new question ends in one channel that can be posted to, or in a clear refusal', () => {
    fc.assert(
      fc.property(subject, anyLive, (about, directory) => {
        expect(flaws(route(about, directory), directory)).toEqual([]);
      }),
    );
  });

  test('every escalation does, and leaves the channel', () => {
    const picked = fc.option(
      fc.record({
        tier: fc.constantFrom(1 as const, 2 as const, 3 as const),
        topic: fc.constantFrom(undefined, ...TOPICS),
        state: fc.option(fc.constantFrom(...STATE_CODES), { nil: undefined }),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(question, anyLive, picked, (asked, directory, pick) => {
        const way = escalation(asked, directory, pick);

        expect(flaws(way, directory)).toEqual([]);
        expect(way.kind === 'way' && way.to.channel).not.toBe(asked.placement.channel);
      }),
    );
  });

  test('every correction and every detour does', () => {
    fc.assert(
      fc.property(question, subject, anyLive, (asked, changed, directory) => {
        expect(flaws(redirection(asked, directory, changed), directory)).toEqual([]);
        expect(flaws(detour(asked, directory), directory)).toEqual([]);
      }),
    );
  });
});

test('with all channels in order, every combination of the directory goes exactly where the rules say', () => {
  for (const topic of TOPICS) {
    for (const state of [null, ...STATE_CODES]) {
      for (const careTeam of TEAMS) {
        const way = route({ topic, state, careTeam }, live());
        expect(way.kind === 'way' ? way.to.channel : way.refusal).toEqual(
          expected(TWO_REGIONS, { topic, state, careTeam }),
        );
      }
    }
  }
});

/** The three rules once more, as plainly as they can be put. */
function expected(directory: Directory, { topic, state, careTeam }: Subject) {
  const experts = directory.topics.find(({ key }) => key === topic);
  if (experts) return channelIdOf((state && experts.states[state]) ?? experts.channel);
  if (topic === 'state_rule') {
    if (state === null) return { reason: 'needs', what: 'state' };
    const region = directory.regions.find(({ states }) => states.includes(state));
    return region ? channelIdOf(region.channel) : { reason: 'unknown', what: 'region' };
  }
  const team = directory.careTeams.find(({ key }) => key === careTeam);
  return team ? channelIdOf(team.channel) : { reason: 'needs', what: 'careTeam' };
}
