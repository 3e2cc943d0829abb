import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import { briefMessage } from '../../../src/feedback/brief-views.ts';
import { commentMessage } from '../../../src/feedback/comment-views.ts';
import {
  type Feedback,
  FeedbackId,
  LONGEST_PAGE,
  RATINGS,
  ResponseId,
  Sender,
  SenderId,
  STATUSES,
} from '../../../src/feedback/feedback.ts';
import { FilterId, LONGEST_SEARCH } from '../../../src/feedback/filter.ts';
import { filterForm } from '../../../src/feedback/filter-modals.ts';
import { type HotThread, HotThreadId, type ThreadRoom } from '../../../src/feedback/hot.ts';
import {
  hotMessage,
  roomErrorWords,
  roomNoteMessage,
  roomOpeningMessage,
} from '../../../src/feedback/hot-views.ts';
import { shippedMessage } from '../../../src/feedback/note-views.ts';
import { SpikeId } from '../../../src/feedback/spike.ts';
import { spikeMessage } from '../../../src/feedback/spike-views.ts';
import { pleaseWait, statusForm, wordsOnly } from '../../../src/feedback/status-modals.ts';
import { LONGEST_THEME, MOST_THEMES, ThemeId } from '../../../src/feedback/theme.ts';
import { ticketLink } from '../../../src/feedback/ticket.ts';
import { FEEDBACK_SHOWN, type FeedbackFacts } from '../../../src/home/feedback-views.ts';
import { homeView } from '../../../src/home/home-views.ts';
import { sparkline } from '../../../src/home/trend-views.ts';
import {
  ChannelId,
  MemberRef,
  MessageTs,
  OutboxId,
  QuestionId,
  SlackUserId,
  WorkspaceId,
} from '../../../src/shared/ids.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';
import { linkArbitrary, redacted, typed } from '../../support/view-samples.ts';

const uuid = '01900000-0000-7000-8000-000000000001';
const id = FeedbackId.parse(uuid);
const at = new Date('2026-11-04T15:00:00Z');
const states = fc.constantFrom(...STATE_CODES);
const page = typed(LONGEST_PAGE).map((text) => (text === '' ? '-' : text) as Feedback['page']);
const theme = typed(LONGEST_THEME).map((text) => ({ id: ThemeId.parse(uuid), name: redacted(text || 'x') }));
const ticket = fc.constantFrom(
  null,
  ticketLink('https://tickets.example.com/browse/WEB-1') ?? null,
  ticketLink(`https://t.example.com/${'x&'.repeat(220)}`) ?? null,
);

const feedback: fc.Arbitrary<Feedback> = fc.record({
  id: fc.constant(id),
  workspaceId: fc.constant(WorkspaceId.parse('T0PRACTICE')),
  sender: fc.constant(Sender.parse('website')),
  senderId: fc.constant(SenderId.parse('1')),
  memberRef: fc.constant(MemberRef.parse(uuid)),
  state: states,
  responseId: fc.constant(ResponseId.parse('9'.repeat(64))),
  rating: fc.constantFrom(...RATINGS),
  page,
  comment: fc.option(typed(10_000).map(redacted)),
  url: fc.constant(null),
  submittedAt: fc.constant(at),
  receivedAt: fc.constant(at),
  postId: fc.constant(null),
  digestId: fc.constant(null),
  status: fc.constantFrom(...STATUSES),
  owner: fc.option(fc.constant(SlackUserId.parse('U0QUINN'))),
  ticket,
});

const runs = { seed: 7, numRuns: 60, endOnFailure: true };
/** 0, 1, some, and more than is shown. */
const amount = (most: number) => fc.constantFrom(0, 1, most - 1, most, most + 1);

describe('Whatever people write, Slack takes', () => {
  test('a comment with everything that was decided about it', () => {
    fc.assert(
      fc.property(feedback, fc.array(theme, { maxLength: MOST_THEMES }), (one, themes) => {
        const names = themes.map(({ name }) => name);
        expect(checkMessage(commentMessage({ feedback: one, token: null, themes: names }))).toEqual([]);
      }),
      runs,
    );
  });

  test('a brief', () => {
    fc.assert(
      fc.property(feedback, amount(5), amount(51), linkArbitrary, (one, similar, ratings, link) => {
        const message = briefMessage({
          feedback: one,
          ratings: Array.from({ length: ratings }, (_, index) => ({
            rating: RATINGS[index % 3] ?? 'bad',
            state: STATE_CODES[index % STATE_CODES.length] ?? 'FL',
            count: 10 ** (index % 9),
          })),
          similar: Array.from({ length: similar }, () => ({
            ...one,
            comment: one.comment ?? redacted('x'),
            link,
          })),
        });
        expect(checkMessage(message)).toEqual([]);
      }),
      runs,
    );
  });

  test('a note that something has shipped', () => {
    fc.assert(
      fc.property(feedback, fc.boolean(), linkArbitrary, (shipped, isOwn, link) => {
        const by = SlackUserId.parse('U0QUINN');
        expect(checkMessage(shippedMessage({ shipped, by, isOwn, link }))).toEqual([]);
      }),
      runs,
    );
  });

  test('a spike with any number of comments', () => {
    const chances = fc.constantFrom(0, 1e-300, 1e-12, 3e-7, 0.04);
    fc.assert(
      fc.property(
        feedback,
        amount(12),
        chances,
        fc.constantFrom(0, 0.02, 3.3, 2_000),
        (one, count, chance, expected) => {
          const spike = {
            id: SpikeId.parse(uuid),
            page: one.page,
            foundAt: at,
            bad: count + 4,
            expected,
            chance,
            endedAt: null,
          };
          const message = spikeMessage({ spike, comments: Array.from({ length: count }, () => one) });
          expect(checkMessage(message)).toEqual([]);
          expect(JSON.stringify(message)).not.toMatch(/Infinity|NaN/);
        },
      ),
      runs,
    );
  });

  const rooms: fc.Arbitrary<ThreadRoom> = fc.constantFrom(
    { state: 'none' as const },
    { state: 'wanted' as const, by: SlackUserId.parse('U0QUINN'), channel: null },
    { state: 'made' as const, by: SlackUserId.parse('U0QUINN'), channel: ChannelId.parse('C0HOT') },
    { state: 'refused' as const, by: SlackUserId.parse('U0QUINN'), error: 'missing_scope' },
  );
  const hot: fc.Arbitrary<HotThread> = fc.record({
    id: fc.constant(HotThreadId.parse(uuid)),
    workspaceId: fc.constant(WorkspaceId.parse('T0PRACTICE')),
    channel: fc.constant(ChannelId.parse('C0CLAIMS')),
    threadTs: fc.constant(MessageTs.parse('1760000000.000100')),
    subject: fc.constantFrom(
      { kind: 'feedback' as const, feedbackId: id },
      { kind: 'question' as const, questionId: QuestionId.parse(uuid) },
    ),
    rootId: fc.constant(OutboxId.parse(uuid)),
    heat: fc.constantFrom('many' as const, 'fast' as const),
    foundAt: fc.constant(at),
    postId: fc.constant(OutboxId.parse(uuid)),
    owner: fc.option(fc.constant(SlackUserId.parse('U0QUINN'))),
    knownBy: fc.option(fc.constant(SlackUserId.parse('U0MAYA'))),
    room: rooms,
  });

  test('a hot thread with any number of people and states, and the messages of its channel', () => {
    fc.assert(
      fc.property(hot, amount(101), linkArbitrary, (thread, count, link) => {
        const writers = Array.from({ length: count }, (_, index) => ({
          user: SlackUserId.parse(`U0${index}X`),
          replies: index,
        }));
        const counted = { replies: count, inLastHour: count, peopleInLastHour: count };
        const shown = STATE_CODES.slice(0, count).map((state) => ({ state, count: 7 }));
        const message = hotMessage({ thread, count: counted, writers, states: shown, link });
        expect(checkMessage(message)).toEqual([]);
        expect(checkMessage(roomOpeningMessage({ thread, link }))).toEqual([]);
      }),
      runs,
    );
  });

  test('the note in a thread that has a channel', () => {
    const room = {
      state: 'made',
      by: SlackUserId.parse('U0QUINN'),
      channel: ChannelId.parse('C0HOT'),
    } as const;
    expect(checkMessage(roomNoteMessage(room))).toEqual([]);
  });

  test('the form for a decision, with any themes', () => {
    fc.assert(
      fc.property(feedback, fc.array(theme, { maxLength: MOST_THEMES }), (one, themes) => {
        const named = themes.map((each, index) => ({
          ...each,
          id: ThemeId.parse(uuid.replace(/.$/, `${index}`)),
        }));
        expect(checkView(statusForm({ feedback: one, themes: named, seen: 3 }))).toEqual([]);
      }),
      runs,
    );
    expect([pleaseWait(), wordsOnly('No.')].flatMap(checkView)).toEqual([]);
  });

  const filter = fc.record({
    page: fc.option(page),
    rating: fc.option(fc.constantFrom(...RATINGS)),
    state: fc.option(states),
    theme: fc.option(fc.constant(ThemeId.parse(uuid))),
    status: fc.option(fc.constantFrom(...STATUSES)),
    text: fc.option(typed(LONGEST_SEARCH).map((text) => redacted(text || 'x'))),
  });

  test('the form for a filter', () => {
    fc.assert(
      fc.property(filter, theme, (wanted, named) => {
        expect(checkView(filterForm({ filter: wanted, theme: wanted.theme && named }))).toEqual([]);
      }),
      runs,
    );
  });

  test('the Home of a product manager, whatever there is on it', () => {
    const counts = fc.record({
      comments: amount(FEEDBACK_SHOWN),
      saved: fc.constantFrom(0, 1, 100, 101),
      pages: fc.constantFrom(0, 1, 12, 13, 500),
      total: fc.constantFrom(0, 1, 8, 9, 1_000, 1_001),
    });
    fc.assert(
      fc.property(feedback, filter, theme, counts, linkArbitrary, (one, wanted, named, many, link) => {
        const facts: FeedbackFacts = {
          comments: Array.from({ length: many.comments }, () => ({
            feedback: one,
            themes: Array.from({ length: MOST_THEMES }, () => named.name),
            link,
          })),
          page: 0,
          total: many.total,
          filter: wanted,
          theme: named.name,
          saved: Array.from({ length: many.saved }, (_, index) => ({
            id: FilterId.parse(uuid.replace(/...$/, `${index}`.padStart(3, '0'))),
            name: redacted((named.name + index).slice(0, 60)),
            filter: wanted,
          })),
          trend: Array.from({ length: many.pages }, (_, index) => ({
            page: (`${index}${one.page}`.slice(0, LONGEST_PAGE) || '-') as Feedback['page'],
            rating: one.rating,
            week: index % 8,
            count: index + 1,
          })),
        };
        const view = homeView({
          mine: { asked: [], page: 0, total: 0 },
          held: 3,
          board: null,
          news: null,
          admin: null,
          product: { part: 'feedback', ...facts },
          now: at,
        });
        expect(checkView(view)).toEqual([]);
        expect(view.blocks.length).toBeLessThan(100);
        expect(JSON.stringify(view)).not.toContain('NaN');
      }),
      runs,
    );
  });
});

describe('In words', () => {
  test('the bars of a trend are as high as what they count', () => {
    expect(sparkline([0, 1, 5, 10, 0])).toBe('▁▂▅█▁');
    expect(sparkline([0, 0])).toBe('▁▁');
  });

  test('a refusal by Slack says what to do', () => {
    expect(roomErrorWords('missing_scope')).toMatch(/install it again with the new manifest/);
    expect(roomErrorWords('something_new')).toMatch(/something_new/);
  });
});
