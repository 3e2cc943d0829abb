import { beforeAll, describe, expect, test } from '@jest/globals';
import { historyAt } from '../support/kept.ts';
import { keepOpen } from '../support/passing-time.ts';
import {
  addressOf,
  ask,
  askerMessage,
  type OnMessage,
  reply,
  untilItReads,
  untilNoticed,
  untilThreadReads,
} from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const desk = useDesk();

beforeAll(async () => await keepOpen(desk()));

async function claimedBy(who: string, Question: string, Topic = 'Claims'): Promise<OnMessage> {
  const { slack } = desk();
  const lands = `experts-${Topic.toLowerCase()}`;
  const card = await ask(slack, 'maya', { Question, Topic, State: 'Pennsylvania', lands });
  await slack.as(who).click(card, 'Claim');
  await untilItReads(slack, card, /Claimed by/);
  return card;
}

describe('A question is not forgotten', () => {
  test('when whoever has claimed it leaves the channel.', async () => {
    const { slack } = desk();
    const card = await claimedBy('dana', 'When is a claim too old?', 'Billing');

    await slack.as('dana').leave('experts-billing');

    await untilThreadReads(slack, card, /@U0DANA has left this channel, so this is open again/);
    await untilItReads(slack, card, /\[ Claim \]/);
  });

  test('when they go out of office; another status changes nothing.', async () => {
    const { slack, pg } = desk();
    const card = await claimedBy('dana', 'Who signs the appeal?');

    await slack.admin.setStatus('dana', ':spiral_calendar_pad:', 'In a meeting');
    await slack.admin.setStatus('dana', ':palm_tree:', 'Vacationing');

    await untilThreadReads(slack, card, /@U0DANA is out of office/);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'claimed', 'released']);
  });

  test('when they are deactivated.', async () => {
    const { slack } = desk();
    const card = await claimedBy('lee', 'What does code 97 mean?');

    await slack.admin.deactivate('lee');

    await untilThreadReads(slack, card, /@U0LEE (?:does not work here any more|has left this channel)/);
    await untilItReads(slack, card, /\[ Claim \]/);
    await slack.admin.reactivate('lee');
    for (const channel of ['experts-claims', 'experts-eligibility', 'experts-providers']) {
      await slack.as('lee').join(channel);
    }
  });

  test('when their shift ends and they give back all they have.', async () => {
    const { slack } = desk();
    const cards = [
      await claimedBy('rosa', 'Which form is for glasses?'),
      await claimedBy('rosa', 'Is the flu shot free?', 'Pharmacy'),
    ];

    await slack.as('rosa').openHome();
    await slack.as('rosa').clickInHome('Release all mine');

    for (const card of cards) await untilItReads(slack, card, /\[ Claim \]/);
    const home = await slack.waitFor(async () => {
      const shown = JSON.stringify(await slack.as('rosa').home());
      return shown.includes('Release all mine') ? undefined : shown;
    }, 'a Home without anything to release');
    expect(home).toContain('Ask a Question');
  });

  test('when it is given back to the channel, or to somebody, with a note.', async () => {
    const { slack, pg } = desk();
    const card = await claimedBy('rosa', 'Does the plan cover hearing aids?');

    await slack.as('rosa').choose(card, 'Hand over');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('rosa').fill({ Note: 'The benefit table is from last year.' });
    expect(await slack.as('rosa').submit()).toEqual({ kind: 'closed' });
    expect(await untilThreadReads(slack, card, /@U0ROSA has given this back to the channel/)).toContain(
      'The benefit table is from last year.',
    );
    await untilItReads(slack, card, /\[ Claim \]/);

    await slack.as('rosa').choose(card, 'Hand over');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('rosa').fill({ To: 'dana', Note: 'You have the new one.' });
    expect(await slack.as('rosa').submit()).toEqual({ kind: 'closed' });
    expect(await untilThreadReads(slack, card, /@U0DANA, @U0ROSA has handed this over to you/)).toContain(
      'You have the new one.',
    );
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'claimed', 'released', 'handed_over']);
  });
});

describe('Two questions that are one', () => {
  test('are linked, and the answer to one settles both.', async () => {
    const { slack, pg } = desk();
    const original = await ask(slack, 'maya', {
      Question: 'Is telehealth free this year?',
      Topic: 'Eligibility',
      lands: 'experts-eligibility',
    });
    const Question = 'Does a video visit cost anything?';
    const duplicate = await ask(slack, 'priya', {
      Question,
      Topic: 'Eligibility',
      lands: 'experts-eligibility',
    });
    const own = await askerMessage(slack, 'priya', Question);

    await slack.as('lee').choose(duplicate, 'Duplicate of …');
    await slack
      .as('lee')
      .waitForView(({ fields }) => fields.some(({ label }) => label === 'The other question'));
    await slack.as('lee').fill({ 'Or the link of its card': addressOf(original) });
    expect(await slack.as('lee').submit()).toEqual({ kind: 'closed' });

    expect(await untilItReads(slack, duplicate, /Duplicate:/)).toContain(addressOf(original));
    expect(await untilThreadReads(slack, duplicate, /@U0LEE marked this as a duplicate/)).toContain(
      addressOf(original),
    );
    expect(await untilThreadReads(slack, original, /@U0PRIYA asks the same/)).toContain(addressOf(duplicate));
    expect(await untilThreadReads(slack, own, /Somebody has asked the same before you/)).toContain(
      addressOf(original),
    );
    await untilItReads(slack, own, /The answer to that question/);

    const answer = await reply(slack, 'lee', original, 'Yes, until December.');
    await slack.as('lee').messageShortcut('mark_answer', answer);
    const link = addressOf(answer);
    expect(await untilItReads(slack, duplicate, /Answered by\* @U0LEE/)).toContain(link);
    expect(await untilThreadReads(slack, own, /@U0LEE answered your question/)).toContain(link);
    await slack.as('priya').click(own, 'This answers it');
    await untilItReads(slack, duplicate, /Resolved by/);
    expect(await historyAt(pg.db, duplicate)).toEqual(['asked', 'duplicated', 'answered', 'resolved']);
  });

  test('are not joined by somebody who may not act on the card, and can be parted again.', async () => {
    const { slack, pg } = desk();
    const original = await ask(slack, 'maya', {
      Question: 'Is there a fee for paper bills?',
      Topic: 'Pharmacy',
      lands: 'experts-pharmacy',
    });
    const duplicate = await ask(slack, 'priya', {
      Question: 'What do printed statements cost?',
      Topic: 'Pharmacy',
      lands: 'experts-pharmacy',
    });

    await slack.as('omar').choose(duplicate, 'Duplicate of …');
    const view = await slack
      .as('omar')
      .waitForView(({ fields }) => fields.some(({ label }) => label === 'Note'));
    expect(view.title).toBe('Duplicate of …');
    await slack.as('omar').fill({ 'Or the link of its card': addressOf(original) });
    expect(await slack.as('omar').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, duplicate, /Duplicate:/);
    await slack.as('priya').choose(duplicate, 'Not a duplicate');
    await untilNoticed(slack, 'priya', /Members of #C0EXPERTSPHARMACY/);
    await slack.as('omar').choose(duplicate, 'Not a duplicate');

    expect(await untilItReads(slack, duplicate, /\[ Claim \]/)).not.toContain('Duplicate:');
    expect(await historyAt(pg.db, duplicate)).toEqual(['asked', 'duplicated', 'parted']);
  });
});
