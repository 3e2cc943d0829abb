import fc from 'fast-check';
import type { Directory, Place } from '../../src/directory/directory.ts';
import type { Answer, Placement, Question, QuestionStatus } from '../../src/questions/question.ts';
import {
  CareTeamKey,
  ChannelId,
  MemberRef,
  MessageTs,
  OutboxId,
  QuestionId,
  RegionKey,
  SlackUserId,
  TopicKey,
  WorkspaceId,
} from '../../src/shared/ids.ts';
import { STATE_CODES } from '../../src/shared/states.ts';
import type { RedactedText } from '../../src/shared/text.ts';

/** Made without a redactor: views don't care how text became redacted. */
export const redacted = (text: string) => text as RedactedText;

export const HOSTILE = [
  '<!channel>',
  '<!here|x>',
  '<@U0MAYA>',
  '<https://evil.example|your bank>',
  '*bold*',
  '_i_',
  '`code`',
  '```',
  '> quote',
  '&&&&&&&&&&',
  '\u202e',
  '\u200b',
  '\ud800',
  '\u0000',
  '😀😀😀',
  '漢字',
  '\n\n',
];

/** Anything that somebody may type, up to `max` UTF-16 units, and often exactly that many. */
export function typed(max: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.slice(0, max)),
    fc.array(fc.constantFrom(...HOSTILE), { maxLength: 20 }).map((parts) => parts.join('').slice(0, max)),
    fc.constantFrom('&', '<', '漢', '😀', '*', 'word ').map((unit) => unit.repeat(max).slice(0, max)),
  );
}

const BASE = 1_760_000_000_000;
const moment = fc.integer({ min: 0, max: 400_000_000 }).map((offset) => new Date(BASE + offset));
const user = fc.constantFrom('U0MAYA', 'U0ROSA', 'W0DANA').map((id) => SlackUserId.parse(id));
const channelId = fc.constantFrom('C0CLAIMS', 'C0KEYSTONE').map((id) => ChannelId.parse(id));
const ts = fc.constantFrom('1760000000.000100', '1760000001.000200').map((text) => MessageTs.parse(text));

const answer: fc.Arbitrary<Answer> = fc.record({
  channel: channelId,
  ts,
  author: user,
  markedBy: user,
  at: moment,
});

const status: fc.Arbitrary<QuestionStatus> = fc.oneof(
  fc.constant({ name: 'open' as const }),
  fc.record({ name: fc.constant('claimed' as const), by: user, at: moment }),
  fc.record({ name: fc.constant('answered' as const), claimedBy: fc.option(user), answer }),
  fc.record({ name: fc.constant('resolved' as const), by: user, at: moment, answer: fc.option(answer) }),
);

const placement: fc.Arbitrary<Placement> = fc.record({
  tier: fc.constantFrom(1 as const, 2 as const, 3 as const),
  place: fc.constant('claims'),
  placeName: typed(300),
  channel: channelId,
  reason: typed(2_000),
  move: fc.nat({ max: 9 }),
  since: moment,
});

const MEMBER = MemberRef.parse('01900000-0000-7000-8000-000000000004');

/** Redaction may make a text of 3,000 characters longer. */
export const questionArbitrary: fc.Arbitrary<Question> = fc.record({
  id: fc.constant(QuestionId.parse('01900000-0000-7000-8000-000000000001')),
  workspaceId: fc.constant(WorkspaceId.parse('T0PRACTICE')),
  askedBy: user,
  askedAt: moment,
  text: typed(9_000).map(redacted),
  topic: fc.constantFrom('general' as const, 'state_rule' as const, TopicKey.parse('claims')),
  state: fc.option(fc.constantFrom(...STATE_CODES)),
  exchange: fc.option(fc.constantFrom('on' as const, 'off' as const)),
  irl: fc.boolean(),
  live: fc.boolean(),
  careTeam: fc.option(fc.constant(CareTeamKey.parse('keystone'))),
  member: fc.option(fc.constant(MEMBER)),
  source: fc.option(fc.record({ channel: channelId, ts })),
  placement,
  status,
  firstResponse: fc.option(fc.record({ by: user, at: moment })),
  askerMessage: fc.option(fc.constant(OutboxId.parse('01900000-0000-7000-8000-000000000002'))),
  hungUpAt: fc.option(moment),
  declinedBy: fc.uniqueArray(user),
  duplicateOf: fc.option(fc.constant(QuestionId.parse('01900000-0000-7000-8000-000000000003'))),
});

export const linkArbitrary = fc.option(
  fc.constantFrom(
    'https://practice.slack.com/archives/C0CLAIMS/p1760000000000100',
    'https://practice.slack.com/archives/C0CLAIMS/p1760000000000100?thread_ts=1760000000.000100&cid=C0CLAIMS',
  ),
);

/** Lists of none, one, and one below, at and above each limit of Slack's. */
const count = fc.constantFrom(0, 1, 2, 97, 98, 99, 100, 101, 250);

export const directoryArbitrary: fc.Arbitrary<Directory> = fc
  .record({ teams: count, topics: count, names: fc.array(typed(120), { minLength: 1, maxLength: 5 }) })
  .map(({ teams, topics, names }) => {
    const name = (index: number) => names[index % names.length] ?? '';
    return {
      careTeams: Array.from({ length: teams }, (_, index) => ({
        key: CareTeamKey.parse(`team-${index}`),
        name: name(index),
        channel: `care-${index}`,
        emoji: `team-${index}`,
        states: STATE_CODES.slice(index % 51, (index % 51) + 3),
        roster: { kind: 'channel' as const },
      })),
      regions: [{ key: RegionKey.parse('all'), name: 'All', channel: 'region-all', states: STATE_CODES }],
      topics: Array.from({ length: topics }, (_, index) => ({
        key: TopicKey.parse(`topic-${index}`),
        name: name(index + 1),
        channel: `experts-${index}`,
        states: index % 3 === 0 ? { FL: 'experts-florida' } : {},
      })),
      ...REST,
    };
  });

const nobody = { people: [] };
const clock = { claim: 600, answer: 7_200 };
const REST = {
  roles: { supervisor: nobody, product: nobody, comms: nobody, compliance: nobody, admin: nobody },
  clocks: { tier1: clock, tier2: clock, tier3: clock, live: clock },
  hours: { timeZone: 'America/New_York', days: {}, holidays: [] },
  absences: [],
  channels: { announcements: 'ohh-timesroom', feedback: 'web-member-feedback' },
};

export const placeArbitrary: fc.Arbitrary<Place> = fc.record({
  name: typed(200),
  id: fc.option(channelId),
  status: fc.constantFrom('ok', 'missing', 'archived', 'not_member', 'external'),
});

/** A directory as small as the words of a test need. */
export const SMALL: Directory = {
  careTeams: [
    {
      key: CareTeamKey.parse('keystone'),
      name: 'Keystone',
      channel: 'care-keystone',
      emoji: 'keystone',
      states: ['PA', 'NJ'],
      roster: { kind: 'group', handle: 'care-keystone' },
    },
    {
      key: CareTeamKey.parse('lonestar'),
      name: 'Lone Star',
      channel: 'care-lonestar',
      emoji: 'lonestar',
      states: ['TX'],
      roster: { kind: 'group', handle: 'care-lonestar' },
    },
  ],
  regions: [
    {
      key: RegionKey.parse('northeast'),
      name: 'Northeast',
      channel: 'region-northeast',
      states: STATE_CODES,
    },
  ],
  topics: [
    {
      key: TopicKey.parse('claims'),
      name: 'Claims',
      channel: 'experts-claims',
      states: { FL: 'experts-claims-florida' },
    },
    { key: TopicKey.parse('providers'), name: 'Providers', channel: 'experts-providers', states: {} },
  ],
  ...REST,
};

/** One plain question, to be varied by a test. */
export function sampleQuestion(changes: Partial<Question> = {}): Question {
  return {
    id: QuestionId.parse('01900000-0000-7000-8000-000000000001'),
    workspaceId: WorkspaceId.parse('T0PRACTICE'),
    askedBy: SlackUserId.parse('U0MAYA'),
    askedAt: new Date('2026-11-02T15:00:00Z'),
    text: redacted('How do we find which GI providers have INN anesthesiologists?'),
    topic: TopicKey.parse('providers'),
    state: 'PA',
    exchange: 'on',
    irl: false,
    live: false,
    careTeam: CareTeamKey.parse('keystone'),
    member: MEMBER,
    source: null,
    placement: {
      tier: 3,
      place: 'providers',
      placeName: 'Providers experts',
      channel: ChannelId.parse('C0EXPERTSPROVIDERS'),
      reason: 'because the topic is Providers',
      move: 0,
      since: new Date('2026-11-02T15:00:00Z'),
    },
    status: { name: 'open' },
    firstResponse: null,
    askerMessage: null,
    hungUpAt: null,
    declinedBy: [],
    duplicateOf: null,
    ...changes,
  };
}

export const sampleAnswer: Answer = {
  channel: ChannelId.parse('C0EXPERTSPROVIDERS'),
  ts: MessageTs.parse('1762095720.000200'),
  author: SlackUserId.parse('U0LEE'),
  markedBy: SlackUserId.parse('U0MAYA'),
  at: new Date('2026-11-02T15:05:00Z'),
};
