import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage } from '../../../practice/limits/index.ts';
import { commentMessage } from '../../../src/feedback/comment-views.ts';
import { fitting } from '../../../src/feedback/digest.ts';
import { digestMessage } from '../../../src/feedback/digest-views.ts';
import {
  type Feedback,
  FeedbackId,
  MoreLink,
  Page,
  RATINGS,
  ResponseId,
  Sender,
  SenderId,
  STATUSES,
} from '../../../src/feedback/feedback.ts';
import { tallyMessage } from '../../../src/feedback/tally-views.ts';
import { MemberRef, MemberToken, OutboxId, SlackUserId, WorkspaceId } from '../../../src/shared/ids.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';
import { redacted, typed } from '../../support/view-samples.ts';

const uuid = '0199d0a0-0000-7000-8000-000000000001';
const token = MemberToken.parse('M-7F3K2Q');
const sample: Feedback = {
  id: FeedbackId.parse(uuid),
  workspaceId: WorkspaceId.parse('T0X'),
  sender: Sender.parse('website'),
  senderId: SenderId.parse('c-1'),
  memberRef: MemberRef.parse(uuid),
  state: 'FL',
  responseId: ResponseId.parse('31719'),
  rating: 'good',
  page: Page.parse('pulse-point-billing-center'),
  comment: redacted('Absolutely LOVE how easy the website is!'),
  url: null,
  submittedAt: new Date('2026-11-23T14:05:00Z'),
  receivedAt: new Date('2026-11-23T14:05:01Z'),
  postId: null,
  digestId: null,
  status: 'new',
  owner: null,
  ticket: null,
};

const long = (max: number) => typed(max).map((text) => text || 'x');
const feedback: fc.Arbitrary<Feedback> = fc
  .record({
    state: fc.constantFrom(...STATE_CODES),
    rating: fc.constantFrom(...RATINGS),
    status: fc.constantFrom(...STATUSES),
    page: long(100).map((text) => Page.parse(text.slice(0, 100))),
    comment: fc.option(typed(10_000).map(redacted)),
    url: fc.option(fc.constant(MoreLink.parse(`https://feedback.example.com/${'x'.repeat(1_900)}`))),
    owner: fc.option(fc.constant(SlackUserId.parse('U0QUINN'))),
    postId: fc.option(fc.constant(OutboxId.parse(uuid))),
  })
  .map((changes) => ({ ...sample, ...changes }));

const inChannel = (message: object) => checkMessage({ channel: 'C0FEEDBACK', ...message });

describe('A comment as its own message', () => {
  test('has the form that readers know, with a token and buttons', () => {
    const { blocks } = commentMessage({ feedback: sample, token, themes: [] });

    expect(blocks[0]).toMatchObject({
      text: { text: '*M-7F3K2Q - FL*\n31719 - good - pulse-point-billing-center' },
    });
    expect(JSON.stringify(blocks[1])).toContain('Absolutely LOVE how easy the website is!');
    expect(JSON.stringify(blocks)).toContain(uuid);
    expect(JSON.stringify(blocks)).not.toContain('More information');
  });

  test('keeps the comment out of the notification', () => {
    expect(commentMessage({ feedback: sample, token, themes: [] }).text).not.toContain('LOVE');
  });

  test('links to more where there is an allowed address', () => {
    const url = MoreLink.parse('https://feedback.example.com/31719');

    expect(
      JSON.stringify(commentMessage({ feedback: { ...sample, url }, token, themes: [] }).blocks),
    ).toContain(`"url":"${url}"`);
  });

  test('is taken by Slack whatever it says', () => {
    fc.assert(
      fc.property(feedback, fc.array(typed(40), { maxLength: 10 }), (each, themes) => {
        expect(inChannel(commentMessage({ feedback: each, token, themes }))).toEqual([]);
      }),
    );
  });
});

describe('A digest', () => {
  test('says how many there are and lets each be brought out', () => {
    const other = FeedbackId.parse('0199d0a0-0000-7000-8000-000000000002');
    const { text, blocks } = digestMessage(sample, [
      { feedback: sample, token },
      { feedback: { ...sample, id: other, postId: OutboxId.parse(uuid) }, token },
    ]);

    expect(text).toBe('Member feedback · 2 comments - good - pulse-point-billing-center');
    expect(blocks.filter((block) => JSON.stringify(block).includes('feedback.discuss'))).toHaveLength(2);
    expect(JSON.stringify(blocks)).toContain('has its own message');
  });

  test('holds as many as fit, always at least one, and Slack takes it', () => {
    fc.assert(
      fc.property(fc.array(feedback, { minLength: 1, maxLength: 60 }), (comments) => {
        const chosen = fitting(comments);
        expect(chosen.length).toBeGreaterThan(0);
        expect(chosen.length).toBeLessThanOrEqual(40);
        expect(
          inChannel(
            digestMessage(
              sample,
              chosen.map((each) => ({ feedback: each, token })),
            ),
          ),
        ).toEqual([]);
      }),
    );
  });

  test('holds forty comments of ordinary length', () => {
    const comments = Array.from({ length: 60 }, () => ({ comment: redacted('a'.repeat(120)) }));

    expect(fitting(comments)).toHaveLength(40);
  });
});

describe('The line of ratings without a comment', () => {
  test('counts them by page, the busiest first', () => {
    const count = (page: string, rating: 'good' | 'bad', count: number) => ({
      page: Page.parse(page),
      rating,
      count,
    });
    const { text, blocks } = tallyMessage(sample, [
      count('quiet', 'good', 1),
      count('busy', 'bad', 4),
      count('busy', 'good', 2),
    ]);

    expect(text).toBe('7 members rated without a comment');
    expect(JSON.stringify(blocks)).toMatch(/busy: 2 good · 4 bad\\nquiet: 1 good/);
  });

  test.each([1, 15, 16, 100])('is taken by Slack with %i pages', (pages) => {
    const counts = Array.from({ length: pages }, (_, index) => ({
      page: Page.parse(`${'&'.repeat(90)}${index}`),
      rating: 'good' as const,
      count: 1,
    }));

    expect(inChannel(tallyMessage(sample, counts))).toEqual([]);
  });
});
