import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkView } from '../../../practice/limits/index.ts';
import {
  type AdminFacts,
  MOST_REJECTED,
  retryReply,
  type Undelivered,
} from '../../../src/home/admin-views.ts';
import { BOARD_SHOWN, type BoardFacts } from '../../../src/home/board-views.ts';
import { bar } from '../../../src/home/figures-views.ts';
import { type HomeFacts, homeView } from '../../../src/home/home-views.ts';
import { FIRST_LOOK, filtered, lookFrom } from '../../../src/home/look.ts';
import { MINE_SHOWN } from '../../../src/home/mine-views.ts';
import { NEWS_SHOWN, type NewsFacts } from '../../../src/home/news-views.ts';
import type { AskedQuestion, LinkedEntry } from '../../../src/questions/index.ts';
import { ChannelId, OutboxId, SlackUserId, TopicKey } from '../../../src/shared/ids.ts';
import { someAnnouncement } from '../../support/receipts.ts';
import {
  linkArbitrary,
  placeArbitrary,
  questionArbitrary,
  redacted,
  sampleAnswer,
  sampleQuestion,
  typed,
} from '../../support/view-samples.ts';

const now = new Date('2026-11-02T16:00:00Z');
const id = OutboxId.parse('01900000-0000-7000-8000-000000000003');
const refused: Undelivered = {
  id,
  view: 'questions.card',
  channelId: ChannelId.parse('C0CARE'),
  userId: null,
  code: 'is_archived',
  at: now,
};

function asked(question = sampleQuestion()): AskedQuestion {
  return {
    question,
    topic: 'Providers',
    cardLink: 'https://practice.slack.com/archives/C0/p1',
    answerLink: null,
  };
}

const nothing: HomeFacts = {
  mine: { asked: [], page: 0, total: 0 },
  held: 0,
  board: null,
  news: null,
  admin: null,
  product: null,
  now,
};

function words(facts: Partial<HomeFacts>): string {
  return JSON.stringify(homeView({ ...nothing, ...facts }).blocks);
}

function mine(...questions: readonly AskedQuestion[]): HomeFacts['mine'] {
  return { asked: questions, page: 0, total: questions.length };
}

const health = { oldestJob: 0, oldestEvent: null, oldestMessage: 75, failedEvents: 2, skew: [] };
const quiet: AdminFacts = { health, directoryVersion: 3, unpostable: [], rejected: [] };

function board(
  entries: readonly LinkedEntry[],
  changes: Partial<BoardFacts> = {},
): NonNullable<HomeFacts['board']> {
  return {
    shown: { entries, page: 0, total: entries.length },
    counts: {
      statuses: { waiting: 4, live: 1, unclaimed: 3, mine: 1, breached: 2, answered: 0 },
      tiers: [{ tier: 3, count: 4 }],
      topics: [{ topic: 'general', count: 4 }],
    },
    filter: FIRST_LOOK.filter,
    topics: [{ topic: 'general', name: 'General' }],
    figures: {
      asked: 10,
      claimed: 5,
      answered: 2,
      breaches: 1,
      claimMedian: 30,
      claimP90: 240,
      answerMedian: 3_600,
      answerP90: 7_200,
    },
    waits: [{ team: 'Keystone care team', asked: 2, p50: 12, p90: 40, unseen: 1 }],
    ...changes,
  };
}

function entry(question = sampleQuestion(), isBreached = false): LinkedEntry {
  return { question, isBreached, topic: 'Providers', cardLink: 'https://practice.slack.com/archives/C0/p1' };
}

describe('The App Home', () => {
  test('offers to ask, to everybody', () => {
    expect(words({})).toContain('"text":"Ask a Question"');
    expect(words({})).toContain('You have not asked anything yet.');
    expect(words({})).not.toContain('Questions to answer');
  });

  test('shows an asker first what needs them, then what is open', () => {
    const answered = sampleQuestion({ status: { name: 'answered', claimedBy: null, answer: sampleAnswer } });
    const shown = words({ mine: mine(asked(), asked(answered)) });
    expect(shown.indexOf('Your questions that need you')).toBeLessThan(
      shown.indexOf('*Answered by* <@U0LEE>'),
    );
    expect(shown.indexOf('*Answered by* <@U0LEE>')).toBeLessThan(shown.indexOf('Your open questions'));
    expect(shown.indexOf('Your open questions')).toBeLessThan(shown.indexOf('Not claimed yet'));
    expect(shown).toContain('This answers it');
  });

  test('shows those who answer what is live, what is over its time, and what can be claimed', () => {
    const live = sampleQuestion({ live: true });
    const shown = words({ board: board([entry(live), entry(sampleQuestion(), true)]) });
    expect(shown).toContain('🔴 LIVE · Providers');
    expect(shown).toContain(':warning: *Over its time*');
    expect(shown).toContain('Unclaimed *3*');
    expect(shown).toContain('Tier 3 *4*');
    expect(shown).toContain('"text":"Claim"');
    expect(shown).not.toContain('You have not asked anything yet.');
  });

  test('offers no claim on what somebody has in hand', () => {
    const claimed = sampleQuestion({ status: { name: 'claimed', by: sampleAnswer.author, at: now } });
    const shown = words({ board: board([entry(claimed)]) });
    expect(shown).toContain('Claimed by <@U0LEE>');
    expect(shown).not.toContain('"text":"Claim"');
  });

  test('shows the figures of the day with bars', () => {
    const shown = words({ board: board([]) });
    expect(shown).toContain('`█████░░░░░` *5* claimed, median 30 s, nine in ten within 4 min');
    expect(shown).toContain('`██░░░░░░░░` *2* answered, median 1 h, nine in ten within 2 h');
    expect(shown).toContain(
      'Keystone care team: 2 live, median 12 s, nine in ten within 40 s, 1 not seen to yet',
    );
    expect(bar(0, 0)).toBe('░░░░░░░░░░');
    expect(bar(3, 3)).toBe('██████████');
  });

  test('shows administration to administrators only', () => {
    expect(words({})).not.toContain('could not be delivered');
    const shown = words({ admin: quiet });
    expect(shown).toContain('Version 3 of the directory is in force.');
    expect(shown).toContain(':white_check_mark: Background work: nothing waits');
    expect(shown).toContain(':warning: Messages to Slack: the oldest has waited 75 s');
    expect(shown).toContain(':warning: Events that could not be worked on: 2');
  });

  test('says what could not be delivered, where, why, and offers to try it again', () => {
    const shown = words({ admin: { ...quiet, rejected: [refused] } });
    expect(shown).toContain("*A question's card* to <#C0CARE>");
    expect(shown).toContain('The channel is archived.');
    expect(shown).toContain(`"value":"${id}"`);
  });

  test('has pages where there is more than it shows', () => {
    const many = Array.from({ length: MINE_SHOWN }, () => asked());
    const refusals = Array.from({ length: MOST_REJECTED + 1 }, () => refused);
    const shown = words({
      mine: { asked: many, page: 1, total: 3 * MINE_SHOWN },
      admin: { ...quiet, rejected: refusals },
    });
    expect(shown).toContain(`${MINE_SHOWN + 1} to ${2 * MINE_SHOWN} of ${3 * MINE_SHOWN}`);
    expect(shown).toContain('Previous page');
    expect(shown).toContain('Next page');
    expect(shown).toContain('There are more. These are the newest.');
  });

  test('begins again on the first page when the filter changes, and ignores what was never offered', () => {
    const look = { ...FIRST_LOOK, mine: 2, board: 5 };
    expect(filtered(look, { tier: 3 })).toEqual({
      ...FIRST_LOOK,
      mine: 2,
      board: 0,
      filter: { status: 'waiting', tier: 3, topic: null },
    });
    expect(filtered(look, { tier: 9, status: 'odd' }).filter).toEqual(FIRST_LOOK.filter);
    expect(lookFrom({ mine: -1, board: 'x', filter: {} })).toEqual(FIRST_LOOK);
    expect(lookFrom(null)).toEqual(FIRST_LOOK);
  });

  test('is one that Slack takes, however much there is to show', () => {
    const count = fc.constantFrom(0, 1, 100, 5_000);
    fc.assert(
      fc.property(
        fc.tuple(count, count, count, fc.nat({ max: 700 })),
        fc.tuple(fc.array(questionArbitrary, { minLength: 1, maxLength: 4 }), typed(300), linkArbitrary),
        fc.tuple(fc.boolean(), fc.boolean(), placeArbitrary, typed(120)),
        ([questions, places, refusals, wanted], [some, topic, link], [isAdmin, answers, place, code]) => {
          const question = (index: number) => some[index % some.length] ?? sampleQuestion();
          const shown = (size: number) => {
            const page = Math.min(wanted, Math.max(0, Math.ceil(questions / size) - 1));
            return { page, total: questions, count: Math.min(size, questions - page * size) };
          };
          const own = shown(MINE_SHOWN);
          const others = shown(BOARD_SHOWN);
          const admin = {
            health: { ...health, skew: [{ against: 'database', seconds: 0 }] },
            directoryVersion: null,
            unpostable: Array.from({ length: places }, () => place),
            rejected: Array.from({ length: refusals }, () => ({
              ...refused,
              channelId: null,
              userId: SlackUserId.parse('U0MAYA'),
              code,
            })),
          };
          const waits = Array.from({ length: places }, () => ({
            team: topic,
            asked: questions,
            p50: 1,
            p90: 9,
            unseen: 1,
          }));
          const topics = Array.from({ length: Math.min(places, 250) }, (_, index) => ({
            topic: TopicKey.parse(`topic-${index}`),
            name: topic,
          }));
          const view = homeView({
            mine: {
              ...own,
              asked: Array.from({ length: own.count }, (_, index) => ({
                question: question(index),
                topic,
                cardLink: link,
                answerLink: link,
              })),
            },
            held: questions,
            board: answers
              ? {
                  ...board([]),
                  waits,
                  topics,
                  shown: {
                    ...others,
                    entries: Array.from({ length: others.count }, (_, index) => ({
                      question: question(index),
                      topic,
                      cardLink: link,
                      isBreached: index % 2 === 0,
                    })),
                  },
                }
              : null,
            news: isAdmin ? { overview: news(others.count, topic, link), filter: 'all' as const } : null,
            admin: isAdmin ? admin : null,
            product: isAdmin ? { part: 'questions' } : null,
            now,
          });
          expect(checkView(view)).toEqual([]);
          // Nothing was cut off by the limit of blocks.
          expect(view.blocks.length).toBeLessThan(100);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A page of announcements as full as it gets. */
function news(total: number, title: string, link: string | null): NewsFacts['overview'] {
  const announcement = someAnnouncement({ title: redacted(title) });
  const entry = { announcement, total: 5_000, acknowledged: 4_999, link };
  const shown = Array.from({ length: Math.min(total, NEWS_SHOWN) }, () => entry);
  return { shown, page: 1, total, mayAnnounce: true };
}

describe('Announcements', () => {
  const entry = (changes: Parameters<typeof someAnnouncement>[0] = {}) => ({
    announcement: someAnnouncement(changes),
    total: 6,
    acknowledged: 4,
    link: null,
  });
  const shown = (mayAnnounce: boolean, ...entries: ReturnType<typeof entry>[]) =>
    words({
      news: {
        overview: { shown: entries, page: 0, total: entries.length, mayAnnounce },
        filter: 'all',
      },
    });

  test('are shown with their progress and a way to the report', () => {
    const text = shown(true, entry());

    expect(text).toContain('*4 of 6* have acknowledged it');
    expect(text).toContain('announcements.open-report');
    expect(text).toContain('"Announce"');
  });

  test('can be announced by comms only, and what is not out is no business of leads', () => {
    const text = shown(false, entry());

    expect(text).not.toContain('"Announce"');
    expect(text).not.toContain('Not posted yet');
  });

  test('say how each stands', () => {
    const draft = shown(true, entry({ status: { name: 'draft' } }));
    const over = shown(true, entry({ deadline: new Date('2026-11-01T00:00:00Z') }));
    const informing = shown(true, entry({ importance: 'information' }));

    expect(draft).toContain('A draft. Nobody else sees it.');
    expect(draft).toContain('announcements.edit');
    expect(over).toContain('The deadline was');
    expect(informing).toContain('For information');
    expect(informing).not.toContain('4 of 6');
  });

  test('that could not be delivered are named for administrators', () => {
    const view = 'announcements.reminder';

    expect(words({ admin: { ...quiet, rejected: [{ ...refused, view }] } })).toContain(
      'A reminder of an announcement',
    );
  });

  test('are no part of the Home of everybody else', () => {
    expect(words({})).not.toContain('Announcements');
  });
});

test('Somebody who may not retry is told who may', () => {
  expect(retryReply({ kind: 'notAdministrator' })).toBe('Administrators can try a message again.');
  expect(retryReply({ kind: 'retried' })).toBeUndefined();
});
