import { describe, expect, test } from '@jest/globals';
import { announcementView, publishJob } from '../../src/announcements/jobs.ts';
import { announce, hoursAhead, untilSummaryReads, untilTold } from '../support/announcing.ts';
import { movableClock } from '../support/passing-time.ts';
import { cardIn, untilNoticed, words } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('The audience', () => {
  const desk = useDesk();

  test('grows by whoever joins a team, who is told, and is marked as having come later.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'For whoever joins' });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.admin.setGroup('care-keystone', ['maya', 'jordan', 'theo']);
    await untilTold(slack, 'theo', /You joined after this announcement/);
    await untilSummaryReads(slack, on, /0 of 7\*[\s\S]*Keystone.*0 of 3 · 3 missing · 1 joined later/);
    const told = (await slack.directMessages('theo')).find((each) => /You joined/.test(words(each)));
    await slack.as('theo').click({ channel: told?.channel ?? '', ts: told?.ts ?? '' }, 'I have read this');
    await untilSummaryReads(slack, on, /1 of 7\*/);
  });

  test('loses whoever leaves, is deactivated, or comes back no more.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'For whoever stays' });
    await untilSummaryReads(slack, on, /0 of 7\*/);
    await slack.admin.setGroup('care-keystone', ['maya', 'jordan']);
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.admin.deactivate('priya');
    await untilSummaryReads(slack, on, /0 of 5\*[\s\S]*Lone Star.*0 of 1/);
    await slack.admin.reactivate('priya');
    await untilSummaryReads(slack, on, /0 of 6\*[\s\S]*Lone Star.*0 of 2/);
    await slack.as('sam').leave('care-sunshine');
    await untilSummaryReads(slack, on, /0 of 5\*[\s\S]*Sunshine.*0 of 1/);
    await slack.as('sam').join('care-sunshine');
    await untilSummaryReads(slack, on, /0 of 6\*[\s\S]*Sunshine.*0 of 2 · 2 missing\b/);
  });
});

describe('Receipts', () => {
  const desk = useDesk();

  test('come in through doubled and shuffled events as through one clean line.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Through a bad line' });
    await slack.delivery({ duplicate: 3, reorder: true });
    const maya = slack.as('maya');
    for (let turn = 0; turn < 4; turn += 1) {
      await maya.react(on, 'keystone');
      await maya.unreact(on, 'keystone');
    }
    await maya.react(on, 'keystone');
    await slack.as('jordan').react(on, 'lonestar');
    await slack.as('priya').react(on, 'lonestar');
    await slack.as('priya').unreact(on, 'lonestar');
    await untilSummaryReads(slack, on, /2 of 6\*[\s\S]*Keystone.*2 of 2[\s\S]*Lone Star.*1 of 2/);
    await slack.delivery({});
    await slack.settled();
    await untilSummaryReads(slack, on, /2 of 6\*/);
  });

  test('that no event told of are found when Slack says that it held events back.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'While nobody listened' });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.delivery({ hold: true });
    await slack.as('wei').react(on, 'pacific');
    await slack.admin.emitRateLimited();
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Pacific.*1 of 1[\s\S]*compared with Slack/);
    await slack.delivery({});
    await slack.release();
  });

  test('that came while no instance ran are found at the next start.', async () => {
    const { slack, app, startAnother, endpoint } = desk();
    const on = await announce(slack, { Title: 'While nothing ran' });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await app.stop();
    await slack.requestUrl('http://127.0.0.1:9/nobody');
    await slack.as('sam').react(on, 'sunshine');
    const next = await startAnother();
    await slack.requestUrl(endpoint(next));
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Sunshine.*1 of 2/);
  });

  test('of somebody whom it isn’t for, of a bot and of somebody of another company are none.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Not for everybody' });
    await slack.as('omar').react(on, 'keystone');
    await slack.as('omar').click(on, 'I have read this');
    await untilNoticed(slack, 'omar', /nothing waits for you/);
    await slack.admin.emitEvent(
      {
        type: 'reaction_added',
        user: 'U0PAT',
        reaction: 'keystone',
        item: { type: 'message', channel: on.channel, ts: on.ts },
        event_ts: `${Math.floor(Date.now() / 1000)}.000100`,
      },
      on.channel,
    );
    await slack.as('maya').react(on, 'keystone');
    await untilSummaryReads(slack, on, /1 of 6\*/);
  });

  test('with another team’s emoji count, and whose emoji is theirs is said once.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'With the wrong emoji' });
    await slack.as('maya').react(on, 'sunshine');
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Keystone.*1 of 2/);
    await untilTold(slack, 'maya', /It counts as your receipt all the same. Yours is :keystone:/);
    await slack.as('maya').react(on, 'pacific');
    await slack.as('wei').react(on, 'pacific');
    await untilSummaryReads(slack, on, /2 of 6\*/);
    const told = (await slack.directMessages('maya')).filter((each) => /Yours is/.test(words(each)));
    expect(told).toHaveLength(1);
  });
});

describe('A message of somebody else', () => {
  const desk = useDesk();

  test('is tracked from its menu, with the reactions that it had before.', async () => {
    const { slack } = desk();
    const ts = await slack.as('rosa').say('general', 'The phones are down until noon.');
    const on = { channel: 'C0GENERAL', ts };
    await slack.as('maya').react(on, 'keystone');
    await slack.as('carmen').messageShortcut('track_receipts', on);
    const carmen = slack.as('carmen');
    const form = await carmen.waitForView(({ fields }) => fields.length > 0);
    expect(form.fields.map(({ shows }) => shows)).toContain('The phones are down until noon.');
    await carmen.fill({ 'Until when': hoursAhead(2) });
    expect(await carmen.submit()).toEqual({ kind: 'closed' });
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Keystone.*1 of 2/);
    await slack.as('wei').react(on, 'pacific');
    await untilSummaryReads(slack, on, /2 of 6\*/);

    await slack.as('carmen').messageShortcut('track_receipts', on);
    await carmen.waitForView(({ title }) => title === 'Who has read it');
  });

  test('in a channel that another company reads is not.', async () => {
    const { slack } = desk();
    const ts = await slack.as('rosa').say('partner-acme', 'Hello, partners.');
    await slack.as('carmen').join('partner-acme');
    await slack.as('carmen').messageShortcut('track_receipts', { channel: 'partner-acme', ts });
    const refused = await slack
      .as('carmen')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('shared with another company'));
    expect(refused.submit).toBe('');
  });

  test('is tracked by nobody outside the comms team.', async () => {
    const { slack } = desk();
    const ts = await slack.as('rosa').say('general', 'Something else.');
    await slack.as('maya').messageShortcut('track_receipts', { channel: 'C0GENERAL', ts });
    const refused = await slack
      .as('maya')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('for the comms team'));
    expect(refused.submit).toBe('');
  });
});

describe('Several instances', () => {
  const clock = movableClock();
  const desk = useDesk({ transport: 'socket', app: { now: clock.now } });

  test('post one announcement once, however often its time comes.', async () => {
    const { slack, pg, startAnother } = desk();
    await startAnother();
    const title = 'Once and no more';
    const on = await announce(slack, { Title: title });
    const { db, jobs } = desk().app.rooms;
    const [row] = await pg.db.selectFrom('announcements').select('id').execute();
    if (!row) throw new Error('There is no announcement');
    await db.transaction().execute(async (trx) => {
      for (let turn = 0; turn < 10; turn += 1)
        await jobs.enqueue(trx, publishJob, { announcementId: row.id });
    });
    await slack.as('maya').react(on, 'keystone');
    await untilSummaryReads(slack, on, /1 of 6\*/);
    const posted = await pg.db
      .selectFrom('outbox')
      .select('id')
      .where('view', '=', announcementView.name)
      .where('kind', '=', 'post')
      .execute();
    expect(posted).toHaveLength(1);
    expect((await cardIn(slack, 'ohh-timesroom', title)).ts).toBe(on.ts);
  });
});
