import { describe, expect, test } from '@jest/globals';
import type { PlaceStatus } from '../../../src/directory/directory.ts';
import type { Subject } from '../../../src/questions/candidates.ts';
import { detour, escalation, redirection, route } from '../../../src/questions/route.ts';
import { CareTeamKey, TopicKey } from '../../../src/shared/ids.ts';
import { CLAIMS, channelIdOf, live, PROVIDERS, TWO_REGIONS } from '../../support/questions.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

const keystone = CareTeamKey.parse('keystone');
const general: Subject = { topic: 'general', state: null, careTeam: keystone };

function to(subject: Subject, troubles: Readonly<Record<string, PlaceStatus>> = {}) {
  const way = route(subject, live(TWO_REGIONS, troubles));
  if (way.kind === 'noWay') return way.refusal;
  const { tier, placeName, channel, reason } = way.to;
  return { tier, placeName, channel, reason };
}

describe('a new question', () => {
  test('about a topic goes to its experts', () => {
    expect(to({ ...general, topic: PROVIDERS })).toEqual({
      tier: 3,
      placeName: 'Providers experts',
      channel: channelIdOf('experts-providers'),
      reason: 'because the topic is Providers',
    });
  });

  test('about a topic that has a channel for the state goes there', () => {
    expect(to({ ...general, topic: CLAIMS, state: 'FL' })).toEqual({
      tier: 3,
      placeName: 'Claims experts',
      channel: channelIdOf('experts-claims-florida'),
      reason: 'because the topic is Claims and the state is Florida',
    });
  });

  test("about a state's rule goes to the region that holds the state", () => {
    expect(to({ ...general, topic: 'state_rule', state: 'PA' })).toEqual({
      tier: 2,
      placeName: 'Northeast region',
      channel: channelIdOf('region-northeast'),
      reason: "because it is about a state's rule and Pennsylvania is in Northeast",
    });
  });

  test("about anything else goes to the asker's care team", () => {
    expect(to(general)).toEqual({
      tier: 1,
      placeName: 'Keystone care team',
      channel: channelIdOf('care-keystone'),
      reason: "because Keystone is the asker's care team",
    });
  });

  test.each<readonly [string, Subject, object]>([
    [
      "a state's rule without a state",
      { ...general, topic: 'state_rule' },
      { reason: 'needs', what: 'state' },
    ],
    [
      'a general one without a care team',
      { ...general, careTeam: null },
      { reason: 'needs', what: 'careTeam' },
    ],
    [
      'a state in no region',
      { ...general, topic: 'state_rule', state: 'WY' },
      { reason: 'unknown', what: 'region' },
    ],
    [
      'a topic that was removed',
      { ...general, topic: TopicKey.parse('old') },
      { reason: 'unknown', what: 'topic' },
    ],
    [
      'a care team that was removed',
      { ...general, careTeam: CareTeamKey.parse('old') },
      { reason: 'unknown', what: 'careTeam' },
    ],
  ])('%s is refused with what is wrong', (_, subject, refusal) => {
    expect(to(subject)).toEqual(refusal);
  });
});

describe('a channel that cannot be posted to', () => {
  test("gives way to the topic's other channel, and the reason says why", () => {
    const subject = { ...general, topic: CLAIMS, state: 'FL' } as const;

    expect(to(subject, { 'experts-claims-florida': 'archived' })).toMatchObject({
      channel: channelIdOf('experts-claims'),
      reason: 'because the topic is Claims, and #experts-claims-florida is archived',
    });
  });

  test('gives way to the next tier up', () => {
    expect(to({ ...general, state: 'PA' }, { 'care-keystone': 'external' })).toMatchObject({
      tier: 2,
      reason: 'because Pennsylvania is in Northeast, and #care-keystone is shared with another company',
    });
  });

  test("without a state gives way to the region of the care team's states", () => {
    expect(to(general, { 'care-keystone': 'archived' })).toMatchObject({
      tier: 2,
      channel: channelIdOf('region-northeast'),
      reason: 'because most states of Keystone are in Northeast, and #care-keystone is archived',
    });
  });

  test('at the top gives way to the nearest tier down', () => {
    const troubles = { 'experts-providers': 'not_member' } as const;

    expect(to({ topic: PROVIDERS, state: 'TX', careTeam: keystone }, troubles)).toMatchObject({
      tier: 2,
      reason: 'because Texas is in South, and the app cannot post in #experts-providers',
    });
  });

  test('is named when there is no other', () => {
    const troubles = { 'care-keystone': 'archived', 'region-northeast': 'missing' } as const;

    expect(to(general, troubles)).toEqual({
      reason: 'nowhere',
      unpostable: [
        { name: 'care-keystone', id: channelIdOf('care-keystone'), status: 'archived' },
        { name: 'region-northeast', id: null, status: 'missing' },
      ],
    });
  });
});

function standing(tier: 1 | 2 | 3, channel: string, subject: Partial<Subject> = {}) {
  const { placement } = sampleQuestion();
  const at = { ...placement, tier, channel: channelIdOf(channel) };
  return sampleQuestion({ topic: 'general', state: 'PA', careTeam: keystone, ...subject, placement: at });
}

describe('escalation', () => {
  test('goes from the care team to the region of the state', () => {
    expect(escalation(standing(1, 'care-keystone'), live())).toMatchObject({
      to: {
        tier: 2,
        place: 'northeast',
        reason: 'because it was escalated and Pennsylvania is in Northeast',
      },
    });
  });

  test('goes from the region to the experts of the topic', () => {
    expect(escalation(standing(2, 'region-northeast', { topic: CLAIMS }), live())).toMatchObject({
      to: { tier: 3, place: 'claims' },
    });
  });

  test('goes straight to the experts when there is no state to choose a region by', () => {
    const question = standing(1, 'care-keystone', { topic: CLAIMS, state: null });

    expect(escalation(question, live())).toMatchObject({ to: { tier: 3, place: 'claims' } });
  });

  test('goes to the tier and topic that were picked, and the question is about them from then on', () => {
    const way = escalation(standing(1, 'care-keystone'), live(), { tier: 3, topic: PROVIDERS });

    expect(way).toMatchObject({ to: { tier: 3, place: 'providers' }, subject: { topic: PROVIDERS } });
  });

  test.each([
    ['a state or a topic', standing(1, 'care-keystone', { state: null }), 'stateOrTopic'],
    ['a topic', standing(2, 'region-northeast'), 'topic'],
  ] as const)('asks for %s when the next tier needs one', (_, question, what) => {
    expect(escalation(question, live())).toEqual({ kind: 'noWay', refusal: { reason: 'needs', what } });
  });

  test('ends at the third tier', () => {
    expect(escalation(standing(3, 'experts-claims', { topic: CLAIMS }), live())).toEqual({
      kind: 'noWay',
      refusal: { reason: 'lastTier' },
    });
  });

  test('never goes where the question stands already', () => {
    const question = standing(3, 'experts-claims', { topic: CLAIMS });

    expect(escalation(question, live(), { tier: 3 })).toMatchObject({ refusal: { reason: 'alreadyThere' } });
  });

  test('passes over a region that cannot be posted to', () => {
    const question = standing(1, 'care-keystone', { topic: CLAIMS });

    expect(escalation(question, live(TWO_REGIONS, { 'region-northeast': 'archived' }))).toMatchObject({
      to: { tier: 3, place: 'claims' },
      unpostable: [{ name: 'region-northeast' }],
    });
  });
});

describe('a corrected topic or state', () => {
  test('a new topic is routed as if it had been asked so', () => {
    const question = standing(1, 'care-keystone');

    expect(redirection(question, live(), { topic: PROVIDERS, state: 'PA' })).toMatchObject({
      to: { tier: 3, place: 'providers' },
    });
  });

  test('a new state keeps the tier that the question has reached', () => {
    const question = standing(2, 'region-northeast');

    expect(redirection(question, live(), { topic: 'general', state: 'TX' })).toMatchObject({
      to: { tier: 2, place: 'south' },
    });
  });
});

test('a card that Slack refused goes on to the next channel in turn', () => {
  const question = standing(3, 'experts-claims-florida', { topic: CLAIMS, state: 'FL' });

  expect(detour(question, live(TWO_REGIONS, { 'experts-claims-florida': 'archived' }))).toMatchObject({
    to: { place: 'claims', channel: channelIdOf('experts-claims') },
  });
});
