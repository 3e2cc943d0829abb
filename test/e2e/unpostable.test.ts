import { describe, expect, test } from '@jest/globals';
import { holdBack } from '../../src/slack/outbox/pace.ts';
import { untilKnown } from '../support/directory.ts';
import { historyAt, untilDelivered } from '../support/kept.ts';
import { ask, cardIn, complete, completeAndPost, messagesSaying, words, wordsAt } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('A channel that cannot be posted to', () => {
  const desk = useDesk();

  async function toldAdministrator(about: string): Promise<string[]> {
    const { slack, pg } = desk();
    await untilDelivered(pg.db);
    return (await slack.directMessages('alex')).map(words).filter((each) => each.includes(about));
  }

  test('An archived channel gives way to the next one; the card says so, and administrators hear once.', async () => {
    const { slack } = desk();
    await slack.admin.archive('experts-billing');
    await untilKnown(desk(), 'experts-billing', 'archived');
    for (const Question of ['Who prints the parcel bill?', 'Who prints the second parcel bill?']) {
      const card = await ask(slack, 'wei', {
        Question,
        Topic: 'Billing',
        State: 'California',
        lands: 'region-west',
      });
      expect(await wordsAt(slack, card)).toContain('#experts-billing is archived');
    }
    const [told, ...more] = await toldAdministrator('#experts-billing');
    expect(told).toContain('cannot be posted to');
    expect(told).toContain('unarchive it');
    expect(more).toEqual([]);
  });

  test('Once it can be posted to again, questions go there again, and the next trouble is news.', async () => {
    const { slack } = desk();
    await slack.admin.archive('experts-claims');
    await untilKnown(desk(), 'experts-claims', 'archived');
    const entries = { Topic: 'Claims', State: 'Texas' };
    await ask(slack, 'priya', { ...entries, Question: 'Is the ladder claim late?', lands: 'region-south' });
    await slack.admin.unarchive('experts-claims');
    await untilKnown(desk(), 'experts-claims', 'ok');
    await ask(slack, 'priya', { ...entries, Question: 'Is the bucket claim late?', lands: 'experts-claims' });
    await slack.admin.archive('experts-claims');
    await untilKnown(desk(), 'experts-claims', 'archived');
    await ask(slack, 'priya', { ...entries, Question: 'Is the carpet claim late?', lands: 'region-south' });
    expect(await toldAdministrator('#experts-claims ')).toHaveLength(2);
  });

  test('A channel that the app was removed from gives way too.', async () => {
    const { slack } = desk();
    await slack.admin.removeBot('care-sunshine');
    await untilKnown(desk(), 'care-sunshine', 'not_member');
    const card = await ask(slack, 'sam', {
      Question: 'Where is the folder with the table?',
      Topic: 'General, or not sure',
      State: 'Georgia',
      lands: 'region-southeast',
    });
    expect(await wordsAt(slack, card)).toContain('the app cannot post in #care-sunshine');
    expect(await toldAdministrator('#care-sunshine')).toHaveLength(1);
  });

  test('Nothing is ever posted into a channel that is shared with another company.', async () => {
    const { slack } = desk();
    await slack.admin.shareExternally('experts-eligibility');
    await untilKnown(desk(), 'experts-eligibility', 'external');
    const card = await ask(slack, 'maya', {
      Question: 'Is the engine plan active?',
      Topic: 'Eligibility',
      State: 'Pennsylvania',
      lands: 'region-northeast',
    });
    expect(await wordsAt(slack, card)).toContain('#experts-eligibility is shared with another company');
    expect(await slack.messages('experts-eligibility')).toEqual([]);
  });

  test('A channel archived after the question was routed: its card goes to the next one by itself.', async () => {
    const { slack, pg } = desk();
    // No event tells the app.
    await slack.delivery({ hold: true });
    await slack.admin.archive('experts-pharmacy');
    const card = await ask(slack, 'wei', {
      Question: 'Who fills the bottle order?',
      Topic: 'Pharmacy',
      State: 'Oregon',
      lands: 'region-west',
    });
    await slack.delivery({});
    expect(await wordsAt(slack, card)).toContain('#experts-pharmacy is archived');
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'rerouted']);
    expect(await toldAdministrator('#experts-pharmacy')).toHaveLength(1);
    expect(await messagesSaying(slack, 'experts-pharmacy', 'bottle order')).toEqual([]);
  });

  test('A channel that is shared with another company while a card waits for it never gets the card.', async () => {
    const { slack, pg } = desk();
    const { workspace } = desk().app.rooms;
    const scope = 'post C0CAREKEYSTONE';
    // Slack has asked the app to wait before it posts there again.
    await holdBack(pg.db, workspace.id, scope, 600);
    await slack.as('maya').shortcut('ask');
    const Question = 'Who keeps the wooden ruler?';
    await completeAndPost(slack, 'maya', {
      Question,
      Topic: 'General, or not sure',
      State: 'Pennsylvania',
    });
    await slack.admin.shareExternally('care-keystone');
    await untilKnown(desk(), 'care-keystone', 'external');
    await pg.db.deleteFrom('slackPace').where('scope', '=', scope).execute();

    const card = await cardIn(slack, 'region-northeast', Question);
    expect(await wordsAt(slack, card)).toContain('#care-keystone is shared with another company');
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'rerouted']);
    expect(await messagesSaying(slack, 'care-keystone', Question)).toEqual([]);
  });

  test('With nowhere left to go the form stays open and says what is wrong.', async () => {
    const { slack } = desk();
    await slack.admin.archive('region-midwest');
    await untilKnown(desk(), 'region-midwest', 'archived');
    await slack.as('theo').shortcut('ask');
    const submitted = await complete(slack, 'theo', {
      Question: 'What does the railway rule say?',
      Topic: 'State rule or guideline',
      State: 'Ohio',
    });
    expect(submitted.kind).toBe('errors');
    expect(JSON.stringify(submitted)).toContain('#region-midwest is archived');
    await slack.as('theo').close();
  });
});
