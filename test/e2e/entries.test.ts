import { describe, expect, test } from '@jest/globals';
import { untilDelivered } from '../support/kept.ts';
import {
  addressOf,
  cardIn,
  complete,
  filledForm,
  messagesSaying,
  untilItReads,
  wordsAt,
} from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('Asking a question over %s', (transport) => {
  const desk = useDesk({ transport });

  test('The global shortcut opens the form, and the card has everything that was filled in.', async () => {
    const { slack } = desk();
    const sight = await slack.as('maya').shortcut('ask');
    expect(sight.view?.title).toBe('Ask a Question');
    const submitted = await complete(slack, 'maya', {
      Question: 'Which group takes a lantern referral?',
      Topic: 'Providers',
      State: 'Pennsylvania',
      'Member ID': 'R123456',
      'On/Off Exchange': 'On Exchange',
      'IRL Support Needed?': 'No',
    });
    expect(submitted).toEqual({ kind: 'closed' });

    const card = await cardIn(slack, 'experts-providers', 'lantern referral');
    const shown = await untilItReads(slack, card, /Tier 3/);
    expect(shown).toContain('Ask a Question submission from @U0MAYA');
    expect(shown).toMatch(/\*Member\* `M-[2-9A-Z]{6}`/);
    expect(shown).not.toContain('R123456');
    for (const part of [
      '*State* Pennsylvania',
      '*On/Off Exchange* On Exchange',
      '*IRL Support Needed?* No',
      '*Topic* Providers',
      'because the topic is Providers',
      '[ Claim ] [ Escalate ] [ Resolve ] [ Show ID ] [ … Change topic or state | Hand over | Duplicate of … ]',
    ]) {
      expect(shown).toContain(part);
    }
  });

  test('The message shortcut brings the text of the message along, and the card links to it.', async () => {
    const { slack } = desk();
    const ts = await slack.as('maya').say('care-keystone', 'Does the meadow clinic still take walk-ins?');
    const source = { channel: 'C0CAREKEYSTONE', ts };
    await slack.as('maya').messageShortcut('ask_about_message', source);
    const form = await filledForm(slack, 'maya');
    expect(form.fields.find(({ label }) => label === 'Question')?.shows).toBe(
      'Does the meadow clinic still take walk-ins?',
    );
    expect(form.privateMetadata).not.toContain('meadow');
    expect(await complete(slack, 'maya', { Topic: 'Providers' })).toEqual({ kind: 'closed' });

    const card = await cardIn(slack, 'experts-providers', 'meadow clinic');
    expect(await wordsAt(slack, card)).toContain(`this message (${addressOf(source)})`);
  });

  test('The command takes the text behind it into the form.', async () => {
    const { slack } = desk();
    await slack.as('priya').command('/ask', 'Is a harbor visit billed twice?', { channel: 'general' });
    const form = await filledForm(slack, 'priya');
    expect(form.fields.find(({ label }) => label === 'Question')?.shows).toBe(
      'Is a harbor visit billed twice?',
    );
    expect(await complete(slack, 'priya', { Topic: 'Billing' })).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-billing', 'harbor visit');
  });

  test('The command alone opens an empty form, which what is missing keeps open.', async () => {
    const { slack } = desk();
    await slack.as('sam').command('/ask', '', { channel: 'general' });
    await filledForm(slack, 'sam');
    const submitted = await slack.as('sam').submit();
    expect(submitted.kind).toBe('errors');
    expect(submitted).toMatchObject({ errors: { Question: expect.any(String), Topic: expect.any(String) } });
    await slack.as('sam').close();
  });

  test('The button on the App Home opens the form too.', async () => {
    const { slack } = desk();
    await slack.as('wei').openHome();
    await slack.as('wei').clickInHome('Ask a Question');
    await filledForm(slack, 'wei');
    const entries = { Question: 'Where is the short formulary kept?', Topic: 'Pharmacy' };
    expect(await complete(slack, 'wei', entries)).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-pharmacy', 'short formulary');
  });
});

describe('The form', () => {
  const desk = useDesk();

  test('A member ID of another form is explained under its field, and everything typed stays.', async () => {
    const { slack } = desk();
    await slack.as('maya').shortcut('ask');
    const submitted = await complete(slack, 'maya', {
      Question: 'Does the basic plan cover this?',
      Topic: 'Eligibility',
      'Member ID': '12-34',
    });
    expect(submitted).toMatchObject({
      kind: 'errors',
      errors: { 'Member ID': expect.stringContaining('R and six digits') },
    });
    expect((await slack.as('maya').view())?.fields[0]?.shows).toBe('Does the basic plan cover this?');
    await slack.as('maya').fill({ 'Member ID': 'R654321' });
    expect(await slack.as('maya').submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-eligibility', 'basic plan');
  });

  test('Choosing a topic that depends on the state asks for the state, and what was typed stays.', async () => {
    const { slack } = desk();
    await slack.as('sam').shortcut('ask');
    await filledForm(slack, 'sam');
    await slack.as('sam').fill({ Question: 'Who knows the window rule?', Topic: 'State rule or guideline' });
    const form = await slack
      .as('sam')
      .waitForView(({ fields }) => fields.some(({ label, isOptional }) => label === 'State' && !isOptional));
    expect(form.fields.find(({ label }) => label === 'Question')?.shows).toBe('Who knows the window rule?');
    expect(form.fields.find(({ label }) => label === 'State')?.options.slice(0, 3)).toEqual([
      'Alabama',
      'Florida',
      'Georgia',
    ]);
    await slack.as('sam').close();
  });

  test('The last state and topic are there again the next time.', async () => {
    const { slack } = desk();
    await slack.as('priya').shortcut('ask');
    const entries = { Question: 'Is the paper form still used?', Topic: 'Claims', State: 'Oklahoma' };
    expect(await complete(slack, 'priya', entries)).toEqual({ kind: 'closed' });
    await slack.as('priya').shortcut('ask');
    const form = await filledForm(slack, 'priya');
    const shows = Object.fromEntries(form.fields.map(({ label, shows: shown }) => [label, shown]));
    expect(shows).toMatchObject({ Question: '', Topic: 'Claims', State: 'Oklahoma' });
    await slack.as('priya').close();
  });

  test('Submitting one form twice at once makes one question and one card.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    await filledForm(slack, 'maya');
    await slack.as('maya').fill({ Question: 'Is the paper card accepted?', Topic: 'Eligibility' });
    expect(await slack.as('maya').submitTwice()).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
    await cardIn(slack, 'experts-eligibility', 'paper card');
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-eligibility', 'paper card')).toHaveLength(1);
    const stored = await pg.db.selectFrom('questions').select('text').execute();
    expect(stored.filter(({ text }) => text.includes('paper card'))).toHaveLength(1);
  });
});
