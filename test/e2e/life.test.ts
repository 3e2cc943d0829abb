import { describe, expect, test } from '@jest/globals';
import { historyAt, questionAt, untilDelivered } from '../support/kept.ts';
import {
  addressOf,
  ask,
  askerMessage,
  type OnMessage,
  reply,
  untilItReads,
  untilNoticed,
  untilThreadReads,
  words,
  wordsAt,
} from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('A question from its asking to its end, over %s', (transport) => {
  const desk = useDesk({ transport });

  test('The asker follows it all in one message, and is told of the answer with a link.', async () => {
    const { slack, pg } = desk();
    const Question = 'Which clinic takes the bridge referral?';
    const card = await ask(slack, 'maya', { Question, Topic: 'Providers', lands: 'experts-providers' });
    const own = await askerMessage(slack, 'maya', Question);
    await untilItReads(slack, own, /Nobody has claimed it yet/);
    expect(await wordsAt(slack, own)).toContain(`open it there (${addressOf(card)})`);

    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0LEE/);
    await untilItReads(slack, own, /@U0LEE has claimed it in #C0EXPERTSPROVIDERS/);

    const answer = await reply(slack, 'lee', card, 'The one by the river does.');
    await untilItReads(slack, card, /First reply by @U0LEE/);
    await slack.as('lee').messageShortcut('mark_answer', answer);
    const link = `${addressOf(answer)}?thread_ts=${card.ts}&cid=${card.channel}`;
    expect(await untilItReads(slack, card, /Answered by\* @U0LEE/)).toContain(link);
    expect(await untilItReads(slack, own, /@U0LEE answered/)).toContain(link);
    expect(await untilThreadReads(slack, own, /@U0LEE answered your question/)).toContain(link);

    await slack.as('maya').click(own, 'This answers it');
    await untilItReads(slack, card, /Resolved by\* @U0MAYA/);
    await untilItReads(slack, own, /Your question is resolved/);
    expect(await historyAt(pg.db, card)).toEqual([
      'asked',
      'claimed',
      'first_response',
      'answered',
      'resolved',
    ]);

    await slack.as('maya').click(own, 'Reopen');
    expect(await untilItReads(slack, card, /\[ Claim \]/)).not.toContain('Resolved');
    await untilThreadReads(slack, card, /@U0MAYA has reopened this/);
    expect(await questionAt(pg.db, card)).toMatchObject({ status: 'open', claimedBy: null });

    await untilDelivered(pg.db);
    const about = (await slack.directMessages('maya')).filter((message) => words(message).includes(Question));
    expect(about).toHaveLength(1);
  });

  test('Of two people who claim at once one has it, and the other is told who.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who reads the monthly statement?',
      Topic: 'Billing',
      lands: 'experts-billing',
    });
    const clicks = [slack.as('rosa').click(card, 'Claim'), slack.as('dana').click(card, 'Claim')];
    expect(await Promise.all(clicks)).toEqual([{ kind: 'done' }, { kind: 'done' }]);

    await untilItReads(slack, card, /Claimed by/);
    const { claimedBy } = await questionAt(pg.db, card);
    const [winner, other] = claimedBy === 'U0ROSA' ? ['U0ROSA', 'dana'] : ['U0DANA', 'rosa'];
    expect(await wordsAt(slack, card)).toContain(`Claimed by* @${winner}`);
    await untilNoticed(slack, other, new RegExp(`@${winner} already has this one`));
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'claimed']);
  });

  test('Escalating goes up the tiers; each card says where it went, and the threads link both ways.', async () => {
    const { slack } = desk();
    const Question = 'Who explains the waiting clause?';
    const first = await ask(slack, 'priya', {
      Question,
      Topic: 'General, or not sure',
      State: 'Texas',
      lands: 'care-lonestar',
    });
    const second = await escalate(first, 'jordan', { To: 'Tier 2: the region of the state' }, 'region-south');
    expect(await untilItReads(slack, second, /Tier 2/)).toContain('Ask a Question submission from @U0PRIYA');
    const third = await escalate(second, 'omar', { Topic: 'Claims' }, 'experts-claims');
    expect(await untilItReads(slack, third, /Tier 3/)).toContain('Topic* Claims');

    for (const [from, to] of [
      [first, second],
      [second, third],
    ] as const) {
      expect(await untilThreadReads(slack, from, /escalated this to/)).toContain(addressOf(to));
      expect(await untilThreadReads(slack, to, /escalated this from/)).toContain(addressOf(from));
    }
    expect(await untilItReads(slack, first, /Moved to\* #C0EXPERTSCLAIMS/)).not.toContain('[ Claim ]');
    const own = await askerMessage(slack, 'priya', Question);
    expect(await untilItReads(slack, own, /#C0EXPERTSCLAIMS/)).toContain(
      `open it there (${addressOf(third)})`,
    );
  });

  async function escalate(
    card: OnMessage,
    who: string,
    entries: Record<string, string>,
    lands: string,
  ): Promise<OnMessage> {
    const { slack } = desk();
    const before = (await slack.messages(lands)).length;
    await slack.as(who).click(card, 'Escalate');
    await slack.as(who).waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as(who).fill({ ...entries, Why: 'It needs somebody who knows.' });
    expect(await slack.as(who).submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, card, /Moved to/);
    const found = await slack.waitFor(
      async () => (await slack.messages(lands)).slice(before).at(-1),
      `a card in #${lands}`,
    );
    return { channel: found.channel, ts: found.ts };
  }
});

describe('The moves of a question', () => {
  const desk = useDesk();

  test('A claimed question can be released, and somebody else can claim it.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'wei', {
      Question: 'Where is the printed manual?',
      Topic: 'Pharmacy',
      lands: 'experts-pharmacy',
    });
    await slack.as('omar').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0OMAR/);
    await slack.as('omar').choose(card, 'Release');
    await untilItReads(slack, card, /\[ Claim \]/);
    await slack.as('rosa').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0ROSA/);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'claimed', 'released', 'claimed']);
  });

  test('Handing over tells the new person in the thread, with the note.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'Can the second claim be refiled?',
      Topic: 'Claims',
      State: 'Florida',
      lands: 'experts-claims-florida',
    });
    await slack.as('dana').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0DANA/);
    await slack.as('dana').choose(card, 'Hand over');
    await slack.as('dana').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('dana').fill({ To: 'rosa', Note: 'The form is filled in already.' });
    expect(await slack.as('dana').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, card, /Claimed by\* @U0ROSA/);
    const told = await untilThreadReads(slack, card, /@U0ROSA, @U0DANA has handed this over to you/);
    expect(told).toContain('The form is filled in already.');
  });

  test('A question can only be handed to somebody who could claim it.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'Can the third claim be refiled?',
      Topic: 'Claims',
      State: 'Florida',
      lands: 'experts-claims-florida',
    });
    await slack.as('dana').choose(card, 'Hand over');
    await slack.as('dana').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('dana').fill({ To: 'wei' });
    const submitted = await slack.as('dana').submit();
    expect(submitted).toMatchObject({ kind: 'updated' });
    expect(JSON.stringify(submitted)).toContain('is neither a member of');
    await slack.as('dana').close();
  });

  test('Changing the topic moves a question to the experts of the new one.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the yearly invoice ours?',
      Topic: 'Eligibility',
      lands: 'experts-eligibility',
    });
    await slack.as('lee').choose(card, 'Change topic or state');
    await slack.as('lee').waitForView(({ fields }) => fields.some(({ label }) => label === 'Topic'));
    await slack.as('lee').fill({ Topic: 'Billing' });
    expect(await slack.as('lee').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, card, /Moved to\* #C0EXPERTSBILLING/);
    await untilThreadReads(slack, card, /because its topic or state was changed/);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'retargeted']);
  });

  test('A form that was opened on a card which the question has left says where it is, and moves nothing.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the written notice final?',
      Topic: 'Eligibility',
      lands: 'experts-eligibility',
    });
    await slack.as('rosa').click(card, 'Escalate');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('lee').choose(card, 'Change topic or state');
    await slack.as('lee').waitForView(({ fields }) => fields.some(({ label }) => label === 'Topic'));
    await slack.as('lee').fill({ Topic: 'Providers' });
    expect(await slack.as('lee').submit()).toEqual({ kind: 'closed' });

    await slack.as('rosa').fill({ Topic: 'Claims' });
    const submitted = await slack.as('rosa').submit();
    expect(JSON.stringify(submitted)).toContain('This question has moved to');
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'retargeted']);
  });

  test('"Not yet" gives an answered question back to whoever had it, and tells them.', async () => {
    const { slack, pg } = desk();
    const Question = 'Does the travel rider apply?';
    const card = await ask(slack, 'maya', { Question, Topic: 'Providers', lands: 'experts-providers' });
    await slack.as('rosa').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by/);
    const answer = await reply(slack, 'rosa', card, 'Yes.');
    await slack.as('rosa').messageShortcut('mark_answer', answer);
    const own = await askerMessage(slack, 'maya', Question);
    await untilItReads(slack, own, /Does it settle your question/);
    await slack.as('maya').click(own, 'Not yet');
    await untilItReads(slack, card, /Claimed by\* @U0ROSA/);
    await untilThreadReads(slack, card, /@U0ROSA, @U0MAYA says that the answer is not enough yet/);
    expect(await questionAt(pg.db, card)).toMatchObject({ status: 'claimed', answerTs: null });
  });

  test('When the answer is edited it stays the answer; when it is deleted the question is open again.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the parking code valid?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    const answer = await reply(slack, 'lee', card, 'No.');
    await slack.as('maya').messageShortcut('mark_answer', answer);
    await untilItReads(slack, card, /Answered by\* @U0LEE/);
    await slack.as('lee').edit(answer, 'Yes, since June.');
    await slack.waitFor(
      async () => ((await historyAt(pg.db, card)).includes('answer_edited') ? true : undefined),
      'the edit in the history',
    );
    expect(await questionAt(pg.db, card)).toMatchObject({ status: 'answered' });

    await slack.as('lee').remove(answer);
    await untilItReads(slack, card, /\[ Claim \]/);
    expect(await questionAt(pg.db, card)).toMatchObject({ status: 'open', answerTs: null });
  });

  test('Marking a message that is no reply to a card is answered with advice.', async () => {
    const { slack } = desk();
    const ts = await slack.as('maya').say('care-keystone', 'Good morning!');
    await slack.as('maya').messageShortcut('mark_answer', { channel: 'C0CAREKEYSTONE', ts });
    const told = await untilNoticed(slack, 'maya', /That message is no answer to a question/);
    expect(told).toContain('Mark as the answer');
  });

  test('The first reply of somebody else is the first response; what the asker adds is none.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the front desk staffed?',
      Topic: 'Claims',
      State: 'Ohio',
      lands: 'experts-claims',
    });
    await slack.as('maya').join('experts-claims');
    await reply(slack, 'maya', card, 'It is about this morning.');
    await reply(slack, 'lee', card, 'It is.');
    await untilItReads(slack, card, /First reply by @U0LEE/);
    expect(await questionAt(pg.db, card)).toMatchObject({ firstResponseBy: 'U0LEE' });
    expect(await wordsAt(slack, card)).not.toContain('First reply by @U0MAYA');
  });
});
