import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkView } from '../../../practice/limits/index.ts';
import {
  type AdminFacts,
  MOST_REJECTED,
  retryReply,
  type Undelivered,
} from '../../../src/home/admin-views.ts';
import { homeView, MOST_QUESTIONS } from '../../../src/home/home-views.ts';
import type { AskedQuestion } from '../../../src/questions/index.ts';
import { ChannelId, OutboxId, SlackUserId } from '../../../src/shared/ids.ts';
import {
  linkArbitrary,
  placeArbitrary,
  questionArbitrary,
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

function words(facts: Partial<Parameters<typeof homeView>[0]>): string {
  return JSON.stringify(homeView({ asked: [], held: 0, admin: null, now, ...facts }).blocks);
}

const quiet: AdminFacts = { directoryVersion: 3, unpostable: [], rejected: [] };

describe('The App Home', () => {
  test('offers to ask, to everybody', () => {
    expect(words({})).toContain('"text":"Ask a Question"');
    expect(words({})).toContain('You have not asked anything yet.');
  });

  test('tells open questions from those that were answered', () => {
    const answered = sampleQuestion({ status: { name: 'answered', claimedBy: null, answer: sampleAnswer } });
    const shown = words({ asked: [asked(), asked(answered)] });
    expect(shown.indexOf('Your open questions')).toBeLessThan(shown.indexOf('Not claimed yet'));
    expect(shown.indexOf('Not claimed yet')).toBeLessThan(shown.indexOf('Answered and resolved'));
    expect(shown.indexOf('Answered and resolved')).toBeLessThan(shown.indexOf('*Answered by* <@U0LEE>'));
    expect(shown).toContain('This answers it');
  });

  test('shows administration to administrators only', () => {
    expect(words({})).not.toContain('could not be delivered');
    expect(words({ admin: quiet })).toContain('Version 3 of the directory is in force.');
  });

  test('says what could not be delivered, where, why, and offers to try it again', () => {
    const shown = words({ admin: { ...quiet, rejected: [refused] } });
    expect(shown).toContain("*A question's card* to <#C0CARE>");
    expect(shown).toContain('The channel is archived.');
    expect(shown).toContain(`"value":"${id}"`);
  });

  test('says so when there is more than it shows', () => {
    const many = Array.from({ length: MOST_QUESTIONS + 1 }, () => asked());
    const refusals = Array.from({ length: MOST_REJECTED + 1 }, () => refused);
    const shown = words({ asked: many, admin: { ...quiet, rejected: refusals } });
    expect(shown).toContain('Older questions are in your messages');
    expect(shown).toContain('There are more. These are the newest.');
  });

  test('is one that Slack takes, however much there is to show', () => {
    const count = fc.constantFrom(0, 1, 5, 100, 101);
    fc.assert(
      fc.property(
        fc.tuple(count, count, count),
        fc.tuple(fc.array(questionArbitrary, { minLength: 1, maxLength: 4 }), typed(300), linkArbitrary),
        fc.tuple(fc.boolean(), placeArbitrary, typed(120)),
        ([questions, places, refusals], [some, topic, link], [isAdmin, place, code]) => {
          const question = (index: number) => some[index % some.length] ?? sampleQuestion();
          const admin = {
            directoryVersion: null,
            unpostable: Array.from({ length: places }, () => place),
            rejected: Array.from({ length: refusals }, () => ({
              ...refused,
              channelId: null,
              userId: SlackUserId.parse('U0MAYA'),
              code,
            })),
          };
          const view = homeView({
            asked: Array.from({ length: questions }, (_, index) => ({
              question: question(index),
              topic,
              cardLink: link,
              answerLink: link,
            })),
            held: questions,
            admin: isAdmin ? admin : null,
            now,
          });
          expect(checkView(view)).toEqual([]);
          // Nothing was cut off by the limit of blocks.
          expect(view.blocks.length).toBeLessThan(100);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test('Somebody who may not retry is told who may', () => {
  expect(retryReply({ kind: 'notAdministrator' })).toBe('Administrators can try a message again.');
  expect(retryReply({ kind: 'retried' })).toBeUndefined();
});
