import { describe, expect, test } from '@jest/globals';
import { ask, cardIn, complete, filledForm, wordsAt } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const GENERAL = 'General, or not sure';

describe('Where a question goes', () => {
  const desk = useDesk();

  test('A general question goes to the care team of the asker, tier 1.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'How do we order cardboard folders?',
      Topic: GENERAL,
      lands: 'care-sunshine',
    });
    expect(await wordsAt(slack, card)).toMatch(/Tier 1 · Sunshine care team, because/);
  });

  test('A rule of a state goes to the region that holds the state, tier 2.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'What does the public notice say?',
      Topic: 'State rule or guideline',
      State: 'Ohio',
      lands: 'region-midwest',
    });
    expect(await wordsAt(slack, card)).toMatch(/Tier 2 · Midwest region, because .*Ohio/);
  });

  test('A topic goes to its experts, tier 3.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'wei', {
      Question: 'Who approves the short drug list?',
      Topic: 'Prior authorization',
      lands: 'experts-prior-auth',
    });
    expect(await wordsAt(slack, card)).toMatch(/Tier 3 · Prior authorization experts, because the topic is/);
  });

  test('A topic with experts of its own for a state goes to those.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'Is the autumn deadline extended?',
      Topic: 'Claims',
      State: 'Florida',
      lands: 'experts-claims-florida',
    });
    expect(await wordsAt(slack, card)).toMatch(/because .*Claims.*Florida/);
  });

  test('The same topic in another state goes to the experts for all.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'Is the filing deadline extended?',
      Topic: 'Claims',
      State: 'Georgia',
      lands: 'experts-claims',
    });
    expect(await wordsAt(slack, card)).not.toContain('Florida');
  });

  test('A person on several care teams chooses among them.', async () => {
    const { slack } = desk();
    await slack.as('jordan').shortcut('ask');
    const form = await filledForm(slack, 'jordan');
    const team = form.fields.find(({ label }) => label === 'Care team');
    expect(team?.options).toEqual(['Keystone', 'Lone Star']);
    const entries = { Question: 'Who has the leather binder?', Topic: GENERAL, 'Care team': 'Lone Star' };
    expect(await complete(slack, 'jordan', entries)).toEqual({ kind: 'closed' });
    await cardIn(slack, 'care-lonestar', 'leather binder');
  });

  test('A person on no care team chooses among all, and must for a general question.', async () => {
    const { slack } = desk();
    await slack.as('theo').shortcut('ask');
    const form = await filledForm(slack, 'theo');
    const team = form.fields.find(({ label }) => label === 'Care team');
    expect(team?.options).toEqual(['Keystone', 'Lone Star', 'Sunshine', 'Pacific']);
    const entries = { Question: 'Who has the plastic binder?', Topic: GENERAL };
    expect(await complete(slack, 'theo', entries)).toMatchObject({
      kind: 'errors',
      errors: { 'Care team': expect.any(String) },
    });
    await slack.as('theo').fill({ 'Care team': 'Pacific' });
    expect(await slack.as('theo').submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'care-pacific', 'plastic binder');
  });

  test('A live question says so before anything else.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Can the winter plan be reinstated?',
      Topic: 'Eligibility',
      'The member is on the line': true,
      lands: 'experts-eligibility',
    });
    expect((await wordsAt(slack, card)).split('\n')[0]).toContain('LIVE: the member is on the line');
  });
});
