import { describe, expect, test } from '@jest/globals';
import { circlesOf, onDutyAt } from '../../../src/questions/circle.ts';
import { CareTeamKey } from '../../../src/shared/ids.ts';
import { CLAIMS, channelIdOf, live, TWO_REGIONS } from '../../support/questions.ts';
import { sampleQuestion } from '../../support/view-samples.ts';

const general = sampleQuestion({
  topic: 'general',
  careTeam: CareTeamKey.parse('keystone'),
  placement: {
    ...sampleQuestion().placement,
    tier: 1,
    place: 'keystone',
    placeName: 'Keystone care team',
    channel: channelIdOf('care-keystone'),
  },
});
const withSupervisors = {
  ...TWO_REGIONS,
  roles: { ...TWO_REGIONS.roles, supervisor: { group: 'supervisors', people: [] } },
};

describe('The circles around a question', () => {
  test('are everybody where it stands, then everybody in the next tier', () => {
    expect(circlesOf(general, live()).map(({ circle, who }) => `${circle}: ${who}`)).toEqual([
      'tier: Keystone care team',
      'next: Northeast region',
    ]);
  });

  test('end with the supervisors at the top, or where nothing is known to go up by', () => {
    const top = sampleQuestion({ topic: CLAIMS });
    const nowhere = { ...general, state: null };

    for (const question of [top, nowhere]) {
      expect(circlesOf(question, live(withSupervisors)).map(({ circle }) => circle)).toEqual([
        'tier',
        'supervisors',
      ]);
      expect(circlesOf(question, live())).toHaveLength(1);
    }
  });

  test('leave out a next tier that nothing can be posted to', () => {
    const circles = circlesOf(general, live(withSupervisors, { 'region-northeast': 'external' }));

    expect(circles.at(-1)?.channel).not.toBe(channelIdOf('region-northeast'));
  });
});

describe('On duty', () => {
  test("is the place's own group, else the tier's, else the supervisors", () => {
    const own = {
      ...withSupervisors,
      topics: withSupervisors.topics.map((each) => ({ ...each, onDuty: 'own' })),
    };
    const tier = {
      ...withSupervisors,
      clocks: { ...withSupervisors.clocks, tier3: { ...withSupervisors.clocks.tier3, onDuty: 'tier' } },
    };
    const at = { tier: 3, place: 'claims' } as const;

    expect(onDutyAt({ ...own, clocks: tier.clocks }, at)).toBe('own');
    expect(onDutyAt(tier, at)).toBe('tier');
    expect(onDutyAt(withSupervisors, at)).toBe('supervisors');
    expect(onDutyAt(TWO_REGIONS, at)).toBeNull();
  });
});
