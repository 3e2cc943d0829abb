import { describe, expect, test } from '@jest/globals';
import { draftIn, draftOf, parseDraft } from '../../../src/announcements/form-entries.ts';
import { ANNOUNCE, type Draft, EMPTY } from '../../../src/announcements/form-inputs.ts';
import { postsFor, targetsOf } from '../../../src/announcements/targets.ts';
import { CareTeamKey, TopicKey } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import { live } from '../../support/questions.ts';
import { DEADLINE, PUBLISHED, someAnnouncement } from '../../support/receipts.ts';
import { redacted, SMALL } from '../../support/view-samples.ts';

const rules = { directory: SMALL, now: PUBLISHED, isOut: false };
const FILLED: Draft = { ...EMPTY, title: 'A title', text: 'A text', deadline: DEADLINE };

const errorsOf = (changes: Partial<Draft>, isOut = false) => {
  const parsed = parseDraft({ ...FILLED, ...changes }, { ...rules, isOut });
  return parsed.kind === 'incomplete' ? Object.keys(parsed.errors) : [];
};

describe('The form’s entries', () => {
  test('that are complete become an announcement', () => {
    const parsed = parseDraft({ ...FILLED, links: 'The policy https://intranet.example/policy\n\n' }, rules);

    expect(parsed).toMatchObject({
      kind: 'complete',
      typed: {
        title: 'A title',
        links: ['The policy https://intranet.example/policy'],
        audience: { kind: 'everyone' },
        importance: 'acknowledge',
        deadline: DEADLINE,
      },
    });
  });

  test.each<[string, Partial<Draft>, string]>([
    ['a title', { title: '' }, ANNOUNCE.title],
    ['a text', { text: '' }, ANNOUNCE.text],
    ['an address in each line of links', { links: 'The policy http://intranet.example' }, ANNOUNCE.links],
    ['at least one team', { audience: 'teams', teams: ['nonsense'] }, ANNOUNCE.teams],
    ['a state that a team serves', { audience: 'states', states: ['WY'] }, ANNOUNCE.states],
    ['at least one topic', { audience: 'topics' }, ANNOUNCE.topics],
    ['a deadline after it is posted', { deadline: PUBLISHED }, ANNOUNCE.deadline],
    ['a deadline after its time', { scheduledFor: DEADLINE }, ANNOUNCE.deadline],
    ['a deadline for reminders', { deadline: null }, ANNOUNCE.deadline],
    ['a time to come', { scheduledFor: PUBLISHED }, ANNOUNCE.scheduledFor],
  ])('lack %s, and that is said under the input', (_, changes, name) => {
    expect(errorsOf(changes)).toEqual([name]);
  });

  test('of one that is out may keep a deadline that is over', () => {
    expect(errorsOf({ deadline: new Date(PUBLISHED.getTime() - 1) }, true)).toEqual([]);
  });

  test('for information ask for no deadline, and keep none', () => {
    const parsed = parseDraft({ ...FILLED, importance: 'information', deadline: PUBLISHED }, rules);

    expect(parsed).toMatchObject({ kind: 'complete', typed: { deadline: null } });
  });

  test.each([
    ['December\n* January', 1],
    ['*December\nJanuary\n', 0],
  ])('hold a check question, whose right answer has a star: %j', (options, right) => {
    const parsed = parseDraft({ ...FILLED, importance: 'check', question: 'When?', options }, rules);

    expect(parsed).toMatchObject({
      typed: { checkQuestion: { text: 'When?', options: ['December', 'January'], right, explanation: null } },
    });
  });

  test.each(['only one', 'a\nb', '* a\n* b', '* a\na', `* ${'x'.repeat(76)}\nb`, '*\nb', '* a\n'.repeat(11)])(
    'hold no check question with the answers %j',
    (options) => {
      expect(errorsOf({ importance: 'check', question: 'When?', options })).toEqual([ANNOUNCE.options]);
    },
  );

  test('of an announcement that is opened again are those that it was made of', () => {
    const before = someAnnouncement({
      audience: { kind: 'teams', teams: [CareTeamKey.parse('keystone')] },
      importance: 'check',
      checkQuestion: {
        text: redacted('When?'),
        options: [redacted('a'), redacted('b')],
        right: 1,
        explanation: redacted('b!'),
      },
    });
    const parsed = parseDraft(draftOf(before), rules);

    expect(parsed).toMatchObject({
      kind: 'complete',
      typed: { audience: before.audience, checkQuestion: before.checkQuestion, title: before.title },
    });
  });

  test('that Slack sends are read whatever is missing of them', () => {
    const state = {
      values: {
        [ANNOUNCE.title]: { [ANNOUNCE.title]: { value: ' A title ' } },
        [ANNOUNCE.deadline]: { [ANNOUNCE.deadline]: { selected_date_time: 1_800_000_000 } },
        [ANNOUNCE.teams]: { [ANNOUNCE.teams]: { selected_options: [{ value: 'keystone' }] } },
      },
    };

    expect(draftIn(entriesOf(state), EMPTY)).toEqual({
      ...EMPTY,
      title: 'A title',
      deadline: new Date(1_800_000_000_000),
      teams: ['keystone'],
    });
    expect(
      draftIn(
        entriesOf({ values: { [ANNOUNCE.deadline]: { [ANNOUNCE.deadline]: { selected_date_time: 'x' } } } }),
        EMPTY,
      ),
    ).toEqual(EMPTY);
  });
});

describe('Whom it is for', () => {
  const meant = (audience: Parameters<typeof targetsOf>[1]) =>
    targetsOf(SMALL, audience)
      .filter(({ inAudience }) => inAudience)
      .map(({ key, emoji }) => `${key} ${emoji}`);

  test('is everybody on a care team, some teams, those of some states, or the experts of topics', () => {
    expect(meant({ kind: 'everyone' })).toEqual(['team:keystone keystone', 'team:lonestar lonestar']);
    expect(meant({ kind: 'teams', teams: [CareTeamKey.parse('lonestar')] })).toEqual([
      'team:lonestar lonestar',
    ]);
    expect(meant({ kind: 'states', states: ['PA', 'WY'] })).toEqual(['team:keystone keystone']);
    expect(meant({ kind: 'topics', topics: [TopicKey.parse('claims')] })).toEqual([
      'topic:claims white_check_mark',
    ]);
  });

  test('knows the emoji of the other teams, too', () => {
    const all = targetsOf(SMALL, { kind: 'states', states: ['PA'] });

    expect(all.map(({ key, inAudience }) => [key, inAudience])).toEqual([
      ['team:keystone', true],
      ['team:lonestar', false],
    ]);
  });
});

describe('Where it goes', () => {
  const both = {
    audience: {
      kind: 'teams' as const,
      teams: ['keystone', 'lonestar'].map((key) => CareTeamKey.parse(key)),
    },
  };
  const names = (placement: 'both' | 'teams' | 'announcements', troubles = {}) =>
    postsFor(live(SMALL, troubles), { ...both, placement }).map(({ place }) => place.name);

  test('is the announcement channel, the teams’ own, or both', () => {
    const { announcements } = SMALL.channels;

    expect(names('both')).toEqual([announcements, 'care-keystone', 'care-lonestar']);
    expect(names('teams')).toEqual(['care-keystone', 'care-lonestar']);
    expect(names('announcements')).toEqual([announcements]);
  });

  test('is never a channel that another company reads, or that can’t be posted to', () => {
    expect(names('teams', { 'care-keystone': 'external', 'care-lonestar': 'archived' })).toEqual([]);
  });

  test('for everybody is the announcement channel alone', () => {
    const posts = postsFor(live(SMALL), { audience: { kind: 'everyone' }, placement: 'both' });

    expect(posts.map(({ place, emoji }) => [place.name, emoji])).toEqual([
      [SMALL.channels.announcements, ['keystone', 'lonestar']],
    ]);
  });

  test('two groups with one channel have it once, with the emoji of both', () => {
    const shared = { ...SMALL, careTeams: SMALL.careTeams.map((team) => ({ ...team, channel: 'care-all' })) };
    const posts = postsFor(live(shared), { ...both, placement: 'teams' });

    expect(posts.map(({ emoji }) => emoji)).toEqual([['keystone', 'lonestar']]);
  });
});
