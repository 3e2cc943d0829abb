import { describe, expect, test } from '@jest/globals';
import { questionAt, questionCount, untilWorkedOn } from '../support/kept.ts';
import { addressOf, askerMessage, cardIn, wordsAt } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

const COMPLETED = 'functions.completeSuccess';
const FAILED = 'functions.completeError';

describe.each(TRANSPORTS)('A workflow that asks a question over %s', (transport) => {
  const desk = useDesk({ transport });

  /** What the app answered to these runs of the step, by the method that it used. */
  async function endings(method: string, run: string): Promise<Record<string, unknown>[]> {
    const requests = await desk().slack.requests({ method });
    return requests
      .map((request) => request.arguments as Record<string, unknown>)
      .filter((each) => each['function_execution_id'] === run);
  }

  async function ending(method: string, run: string): Promise<Record<string, unknown>> {
    return await desk().slack.waitFor(
      async () => (await endings(method, run)).at(0),
      `${method} of the step`,
    );
  }

  function outputsOf({ outputs }: Record<string, unknown>): unknown {
    return typeof outputs === 'string' ? JSON.parse(outputs) : outputs;
  }

  test('goes on with the question, the link to its card and where it went.', async () => {
    const { slack, pg } = desk();
    const run = await slack.admin.runStep('ask_question', {
      requester: 'U0MAYA',
      question: 'Which form does a juniper referral need? Linda Okafor, SSN 123-45-6789, asks.',
      topic: 'Providers',
      state: 'pennsylvania',
      member_id: 'R123456',
      exchange: 'On Exchange',
      irl: false,
      live: 'no',
    });

    const completed = await ending(COMPLETED, run);
    const card = await cardIn(slack, 'experts-providers', 'juniper referral');
    const { id, askedBy, state } = await questionAt(pg.db, card);
    expect([askedBy, state]).toEqual(['U0MAYA', 'PA']);
    expect(outputsOf(completed)).toEqual({
      question_id: id,
      card_link: addressOf(card),
      destination: 'Tier 3 · Providers experts',
    });
    const shown = await wordsAt(slack, card);
    expect(shown).toContain('Ask a Question submission from @U0MAYA');
    expect(shown).toContain('[ssn]');
    expect(shown).not.toMatch(/123-45-6789|Okafor|R123456/);
    await askerMessage(slack, 'maya', 'juniper referral');
    expect(await endings(FAILED, run)).toEqual([]);
  });

  test('makes one question and is completed once, however often its event comes.', async () => {
    const { slack, pg } = desk();
    const inputs = { requester: 'U0PRIYA', question: 'Does a saffron visit need a code?', topic: 'billing' };
    const run = await slack.admin.runStep('ask_question', inputs);
    const again = {
      type: 'function_executed',
      function: { id: 'Fn0', callback_id: 'ask_question', title: 'x', type: 'app', app_id: 'A0' },
      function_execution_id: run,
      workflow_execution_id: 'Wx0',
      bot_access_token: 'xwfp-again',
      inputs,
    };
    await Promise.all([slack.admin.emitEvent(again), slack.admin.emitEvent(again)]);
    await ending(COMPLETED, run);
    const before = await questionCount(pg.db);
    await slack.admin.emitEvent({ ...again, inputs: { ...inputs, topic: 'astrology' } });
    await slack.settled();
    await untilWorkedOn(pg.db);

    expect(await questionCount(pg.db)).toBe(before);
    const messages = await slack.messages('experts-billing');
    expect(messages.filter(({ blocks }) => JSON.stringify(blocks).includes('saffron visit'))).toHaveLength(1);
    expect(await endings(COMPLETED, run)).toHaveLength(1);
    expect(await endings(FAILED, run)).toEqual([]);
  });

  test.each([
    ['without a question', { question: ' ' }, /^Question: Write your question/],
    ['with an unknown topic', { topic: 'astrology' }, /^Topic: None is called that\. There are: General, /],
    ['with an unknown state', { state: 'Atlantis' }, /^State: No state is called that/],
    ['without the state that it needs', { topic: 'state_rule' }, /^State: Choose a state/],
    ['with something that is no member ID', { member_id: 'R12' }, /^Member ID: A member ID is R and six/],
    ['with an unknown exchange', { exchange: 'perhaps' }, /^On\/Off Exchange: Give/],
    ['with neither yes nor no', { irl: 'perhaps' }, /^IRL Support Needed\?: Give yes or no/],
    ['with an unknown care team', { care_team: 'nobody' }, /^Care team: None is called that/],
    ['without a requester', { requester: '' }, /^Requester: This has to be a person/],
    ['for somebody unknown', { requester: 'U0NOBODY' }, /^Requester: This has to be a person/],
    ['for somebody of another company', { requester: 'U0PAT' }, /^Requester: This has to be a person/],
    ['for somebody who has left', { requester: 'U0NICO' }, /^Requester: This has to be a person/],
    ['for the app itself', { requester: 'U0CONCIERGE' }, /^Requester: This has to be a person/],
  ])('fails with a sentence %s.', async (_, inputs, sentence) => {
    const { slack, pg } = desk();
    const before = await questionCount(pg.db);
    const good = { requester: 'U0MAYA', question: 'Is a copper visit covered?', topic: 'claims' };
    const run = await slack.admin.runStep('ask_question', {
      ...good,
      state: 'PA',
      ...inputs,
      ...withoutState(inputs),
    });

    expect((await ending(FAILED, run))['error']).toMatch(sentence);
    expect(await questionCount(pg.db)).toBe(before);
    expect(await endings(COMPLETED, run)).toEqual([]);
  });

  test('never has its token used or written down.', async () => {
    const { slack, logged } = desk();
    const run = await slack.admin.runStep('ask_question', {
      requester: 'U0SAM',
      question: '',
      topic: 'claims',
    });
    await ending(FAILED, run);
    expect(logged.filter((line) => line.includes('xwfp-'))).toEqual([]);
    const requests = await slack.requests();
    expect(requests.filter((each) => JSON.stringify(each).includes('xwfp-'))).toEqual([]);
  });
});

/** Takes the state out again where the step must do without. */
function withoutState(inputs: object): object {
  return 'topic' in inputs && inputs.topic === 'state_rule' ? { state: undefined } : {};
}
