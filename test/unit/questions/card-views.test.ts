import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage } from '../../../practice/limits/index.ts';
import { askerMessage } from '../../../src/questions/asker-views.ts';
import { type CardFacts, card } from '../../../src/questions/card-views.ts';
import { MenuValue } from '../../../src/questions/click.ts';
import type { Question } from '../../../src/questions/question.ts';
import { ChannelId, MemberToken, SlackUserId } from '../../../src/shared/ids.ts';
import type { Rendered } from '../../../src/slack/renderer.ts';
import {
  linkArbitrary,
  questionArbitrary,
  redacted,
  sampleAnswer,
  sampleQuestion,
  typed,
} from '../../support/view-samples.ts';
import { waitArbitrary } from '../../support/wait-samples.ts';

const MARKER = 'Zq7-typed-by-somebody ';
const MEMBER = { token: MemberToken.parse('M-7F3K2Q'), shown: 'M-7F3K2Q', isHidden: true };
const rosa = SlackUserId.parse('U0ROSA');
const LINK = 'https://practice.slack.com/archives/C0EXPERTSPROVIDERS/p1762095720000200';

const NOTHING_MORE = { originalLink: null, clock: null, live: { onDuty: null, calls: [] } };

function facts(changes: Partial<Question> = {}, more: Partial<CardFacts> = {}): CardFacts {
  return {
    question: sampleQuestion(changes),
    move: 0,
    topic: 'Providers',
    member: MEMBER,
    siblings: [],
    answerLink: null,
    sourceLink: null,
    currentCardLink: null,
    ...NOTHING_MORE,
    now: new Date('2026-11-02T15:02:10Z'),
    ...more,
  };
}

const siblingArbitrary = fc.constant({
  askedAt: new Date('2026-11-01T15:00:00Z'),
  channel: ChannelId.parse('C0CLAIMS'),
  link: LINK,
});

/** All words of a message, block by block. */
function wordsOf({ blocks }: Rendered): string {
  return blocks.map((block) => JSON.stringify(block)).join('\n');
}

function labels({ blocks }: Rendered): string[] {
  return [...wordsOf({ text: '', blocks }).matchAll(/"text":\{"type":"plain_text","text":"([^"]+)"/g)].map(
    ([, label]) => label ?? '',
  );
}

describe('The card', () => {
  test('reads as its channel expects it', () => {
    const { text, blocks } = card(facts());

    expect(blocks[0]).toMatchObject({ text: { text: '*Ask a Question submission from <@U0MAYA>*' } });
    expect(JSON.stringify(blocks[1])).toContain(
      'How do we find which GI providers have INN anesthesiologists?',
    );
    expect(blocks[2]).toMatchObject({
      text: {
        text: '*Member* `M-7F3K2Q` · *State* Pennsylvania · *On/Off Exchange* On Exchange · *IRL Support Needed?* No · *Topic* Providers',
      },
    });
    expect(JSON.stringify(blocks[3])).toContain(
      'Tier 3 · Providers experts, because the topic is Providers · ',
    );
    expect(JSON.stringify(blocks[3])).toContain('|Open for 2 min>');
    expect(labels({ text, blocks })).toEqual([
      'Claim',
      'Escalate',
      'Resolve',
      'Show ID',
      'Change topic or state',
      'Hand over',
      'Duplicate of …',
    ]);
  });

  test('leaves out the member when none was given', () => {
    expect(wordsOf(card(facts({}, { member: null })))).not.toContain('Member');
  });

  test('says nothing of the question where a lock screen would show it', () => {
    expect(card(facts()).text).toBe('Question from <@U0MAYA> · Tier 3 · Providers experts');
  });

  test('says first thing that somebody is waiting, until the question is answered', () => {
    const waiting = card(facts({ live: true, irl: true }));
    expect(waiting.blocks[0]).toMatchObject({
      type: 'header',
      text: { text: '🔴 LIVE: the member is on the line, and somebody is needed in person' },
    });
    expect(waiting.text).toMatch(/^LIVE question/);

    const answered = card(
      facts({ live: true, status: { name: 'answered', claimedBy: null, answer: sampleAnswer } }),
    );
    expect(answered.blocks[0]?.type).toBe('section');
  });

  test('shows who has claimed it, and offers to release it instead of claiming it', () => {
    const claimed = card(facts({ status: { name: 'claimed', by: rosa, at: new Date() } }));
    expect(wordsOf(claimed)).toContain('*Claimed by* <@U0ROSA>');
    expect(labels(claimed)).toEqual([
      'Escalate',
      'Resolve',
      'Show ID',
      'Change topic or state',
      'Hand over',
      'Release',
      'Duplicate of …',
    ]);
  });

  test('links to the answer and can be resolved or reopened', () => {
    const status = { name: 'answered', claimedBy: rosa, answer: sampleAnswer } as const;
    const answered = card(facts({ status }, { answerLink: LINK }));
    expect(wordsOf(answered)).toContain(`*Answered by* <@U0LEE> · <${LINK}|Read the answer>`);
    expect(labels(answered)).toEqual(['Resolve', 'Show ID', 'Reopen']);
  });

  test('offers only to reopen a question that is resolved, and to look its member up', () => {
    const status = { name: 'resolved', by: rosa, at: new Date(), answer: null } as const;
    const resolved = card(facts({ status }));
    expect(wordsOf(resolved)).toContain('*Resolved by* <@U0ROSA>');
    expect(labels(resolved)).toEqual(['Show ID', 'Reopen']);
  });

  test('that was left says where the question went and offers nothing', () => {
    const placement = { ...sampleQuestion().placement, move: 1 };
    const left = card(facts({ placement }, { move: 0, currentCardLink: LINK }));
    expect(wordsOf(left)).toContain(`*Moved to* <#C0EXPERTSPROVIDERS> · <${LINK}|Open the card there>`);
    expect(labels(left)).toEqual([]);
  });

  test('carries ids in its buttons and menu, and the card they belong to', () => {
    const [row] = card(facts()).blocks.filter(({ type }) => type === 'actions');
    const values = [...JSON.stringify(row).matchAll(/"value":"([^"]+)"/g)].map(([, value]) => value ?? '');
    const { id } = sampleQuestion();
    expect(values.slice(0, 4)).toEqual([`${id}:0`, `${id}:0`, `${id}:0`, `${id}:0`]);
    expect(values.slice(4).map((value) => MenuValue.parse(value).choice)).toEqual([
      'retarget',
      'hand-over',
      'duplicate',
    ]);
  });

  test('stays within what Slack takes, whatever was typed and wherever it stands', () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        fc.nat({ max: 9 }),
        typed(300),
        fc.option(typed(80).map((shown) => ({ ...MEMBER, shown }))),
        fc.array(siblingArbitrary, { maxLength: 5 }),
        linkArbitrary,
        waitArbitrary,
        (question, move, topic, member, siblings, link, wait) => {
          const drawn = card({
            question: { ...question, text: redacted(MARKER + question.text) },
            move,
            topic,
            member,
            siblings,
            answerLink: link,
            sourceLink: link,
            currentCardLink: link,
            originalLink: link,
            ...wait,
            now: new Date(1_760_500_000_000),
          });
          expect(checkMessage({ channel: 'C0CLAIMS', ...drawn })).toEqual([]);
          expect(mentionsIn(drawn)).toEqual([]);
          expect(drawn.text).not.toContain(MARKER);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('The member on a card', () => {
  test('has a button that shows the ID to those who may see it', () => {
    expect(labels(card(facts()))).toContain('Show ID');
    expect(
      labels(card(facts({}, { member: { ...MEMBER, shown: 'R111111', isHidden: false } }))),
    ).not.toContain('Show ID');
    expect(labels(card(facts({}, { member: null })))).not.toContain('Show ID');
  });

  test('is linked to the other questions about the same member', () => {
    const sibling = {
      askedAt: new Date('2026-11-02T14:02:10Z'),
      channel: ChannelId.parse('C0CLAIMS'),
      link: LINK,
    };
    const words = wordsOf(card(facts({}, { siblings: [sibling, sibling] })));
    expect(words).toContain(`Also about this member: <${LINK}|a question> in <#C0CLAIMS>`);
    expect(words).toContain('1 h ago');
    expect(wordsOf(card(facts()))).not.toContain('Also about');
  });
});

describe("The asker's message", () => {
  const about = {
    topic: 'Providers',
    member: null,
    takenOut: [],
    cardLink: LINK,
    answerLink: LINK,
    ...NOTHING_MORE,
    now: new Date('2026-11-02T15:02:10Z'),
  };

  test('says where the question went and why', () => {
    const drawn = askerMessage({ question: sampleQuestion(), ...about });
    expect(drawn.text).toBe('Your question has been sent');
    expect(wordsOf(drawn)).toContain(`It stands in <#C0EXPERTSPROVIDERS> (<${LINK}|open it there>)`);
    expect(wordsOf(drawn)).toContain('Tier 3 · Providers experts, because the topic is Providers');
    expect(labels(drawn)).toEqual(['Resolve']);
  });

  test('asks whether an answer settles it', () => {
    const status = { name: 'answered', claimedBy: rosa, answer: sampleAnswer } as const;
    const drawn = askerMessage({ question: sampleQuestion({ status }), ...about });
    expect(wordsOf(drawn)).toContain(`<@U0LEE> answered: <${LINK}|read the answer>`);
    expect(labels(drawn)).toEqual(['This answers it', 'Not yet']);
  });

  test('says which kinds were taken out, and what to do if one was no PHI', () => {
    const takenOut = [
      { type: 'NAME', count: 2 },
      { type: 'HEALTH_PLAN_ID', count: 1 },
    ] as const;
    const drawn = askerMessage({ question: sampleQuestion(), ...about, takenOut });
    expect(wordsOf(drawn)).toContain('Taken out before it was posted: name (2), member id.');
    expect(wordsOf(drawn)).toContain('write it in the thread of the card');
  });

  test('offers to reopen what is resolved', () => {
    const status = { name: 'resolved', by: rosa, at: new Date(), answer: sampleAnswer } as const;
    expect(labels(askerMessage({ question: sampleQuestion({ status }), ...about }))).toEqual(['Reopen']);
  });

  test('stays within what Slack takes', () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        typed(300),
        linkArbitrary,
        waitArbitrary,
        (question, topic, link, wait) => {
          const now = new Date(1_760_500_000_000);
          const links = { cardLink: link, answerLink: link, originalLink: link };
          const drawn = askerMessage({ ...about, question, topic, ...links, ...wait, now });
          expect(checkMessage({ channel: 'D0MAYA', ...drawn })).toEqual([]);
          expect(mentionsIn(drawn)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What is active in mrkdwn and was not put there by us. */
function mentionsIn({ blocks }: Rendered): string[] {
  const marked = [...JSON.stringify(blocks).matchAll(/\{"type":"mrkdwn","text":("(?:[^"\\]|\\.)*")/g)];
  const ours =
    /^<(@[UW]0[A-Z]+|#C0[A-Z]+|!subteam\^S0[A-Z]+|!date\^\d+\^[^|]*\|[^|>]*|https:\/\/practice\.slack\.com\/[^|>]*\|[^|>]*)>$/;
  return marked
    .map(([, json]) => JSON.parse(json ?? '""') as string)
    .flatMap((text) => text.match(/<[^>]*>?/g) ?? [])
    .filter((active) => !ours.test(active));
}
