import { describe, expect, test } from '@jest/globals';
import { historyAt, questionAt, untilWorkedOn } from '../support/kept.ts';
import { ask, untilItReads, untilNoticed } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('Who may do what', () => {
  const desk = useDesk();

  test('Somebody outside of the channel is told who could claim, and nothing changes.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the cargo paper?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.as('wei').click(card, 'Claim');
    await untilNoticed(slack, 'wei', /Members of #C0EXPERTSPROVIDERS and supervisors can claim it/);
    expect(await historyAt(pg.db, card)).toEqual(['asked']);
  });

  test('Whoever joins the channel may claim from that moment on.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the harbor paper?',
      Topic: 'Billing',
      lands: 'experts-billing',
    });
    await slack.as('sam').join('experts-billing');
    await slack.as('sam').click(card, 'Claim');
    expect(await untilItReads(slack, card, /Claimed by/)).toContain('@U0SAM');
  });

  test('A form for a move is not even offered to those who may not make it.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the garden paper?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.as('wei').click(card, 'Escalate');
    const view = await slack
      .as('wei')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('can escalate it'));
    expect(view.submit).toBe('');
    await slack.as('wei').close();
  });

  test('The asker may resolve and reopen without being in the channel, but not claim.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the station paper?',
      Topic: 'Pharmacy',
      lands: 'experts-pharmacy',
    });
    await slack.as('maya').click(card, 'Claim');
    await untilNoticed(slack, 'maya', /can claim it/);
    await slack.as('maya').click(card, 'Resolve');
    await untilItReads(slack, card, /Resolved by\* @U0MAYA/);
    await slack.as('maya').choose(card, 'Reopen');
    await untilItReads(slack, card, /\[ Claim \]/);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'resolved', 'reopened']);
  });

  test('A supervisor may act in every channel, also in one they are not in.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the library paper?',
      Topic: 'Prior authorization',
      lands: 'experts-prior-auth',
    });
    await slack.as('rosa').leave('experts-prior-auth');
    await slack.as('rosa').click(card, 'Claim');
    expect(await untilItReads(slack, card, /Claimed by/)).toContain('@U0ROSA');
  });

  test('An external person can do nothing, though they see the card.', async () => {
    const { slack, pg, app } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the airport paper?',
      Topic: 'Eligibility',
      lands: 'experts-eligibility',
    });
    // The channel is shared with another company after the card was posted.
    await slack.admin.shareExternally('experts-eligibility');
    await app.rooms.clients.posting.conversations.invite({ channel: card.channel, users: 'U0PAT' });
    for (const button of ['Claim', 'Resolve']) {
      await slack.as('pat').click(card, button);
      await untilNoticed(slack, 'pat', /This is for colleagues of the company that runs this app/);
    }
    await slack.as('pat').click(card, 'Escalate');
    await slack
      .as('pat')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('This is for colleagues'));
    expect(await historyAt(pg.db, card)).toEqual(['asked']);
  });

  test('A form that was opened by somebody who may, and sent when they no longer may, changes nothing.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the tunnel paper?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    const quinn = slack.as('quinn');
    await quinn.join('experts-providers');
    await slack.settled();
    await untilWorkedOn(pg.db);
    await quinn.click(card, 'Escalate');
    await quinn.waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await quinn.fill({ Topic: 'Billing' });
    await quinn.leave('experts-providers');
    await slack.settled();
    await untilWorkedOn(pg.db);

    const submitted = await quinn.submit();

    expect(JSON.stringify(submitted)).toContain('can escalate it');
    await quinn.close();
    expect(await historyAt(pg.db, card)).toEqual(['asked']);
  });

  test('A member ID is not shown to somebody who has given the question back after the form was opened.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who signs the ferry paper?',
      Topic: 'Providers',
      'Member ID': 'R424242',
      lands: 'experts-providers',
    });
    const lee = slack.as('lee');
    await lee.click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0LEE/);
    await lee.click(card, 'Show ID');
    await lee.waitForView(({ submit }) => submit === 'Show it');
    await lee.fill({ 'Why do you need it?': 'I am helping this member now' });
    await slack.as('rosa').choose(card, 'Release');
    await untilItReads(slack, card, /\[ Claim \]/);

    const submitted = await lee.submit();

    expect(JSON.stringify(submitted)).toContain('can see the ID of its member');
    expect(JSON.stringify(submitted)).not.toContain('R424242');
    const { id } = await questionAt(pg.db, card);
    const looks = await pg.db
      .selectFrom('auditEntries')
      .select(['outcome', 'by'])
      .where('action', '=', 'members.reveal')
      .where('questionId', '=', id)
      .execute();
    expect(looks).toEqual([{ outcome: 'denied', by: 'U0LEE' }]);
    await lee.close();
  });
});
