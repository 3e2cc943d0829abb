import { describe, expect, test } from '@jest/globals';
import { historyAt, questionAt, untilWorkedOn } from '../support/kept.ts';
import { ask, reply, untilItReads } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('Events over %s', (transport) => {
  const desk = useDesk({ transport });

  test('Events that come three times and in any order leave the same trace as once and in order.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the orchard open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.delivery({ duplicate: 3, reorder: true, hold: true });
    const first = await reply(slack, 'lee', card, 'I will look.');
    const second = await reply(slack, 'rosa', card, 'It is.');
    await slack.as('lee').edit(first, 'I have looked.');
    await slack.as('rosa').remove(second);
    await slack.release();
    expect(await slack.settled()).toBe(true);
    await slack.delivery({});
    await untilWorkedOn(pg.db);

    expect(await questionAt(pg.db, card)).toMatchObject({ firstResponseBy: 'U0LEE', status: 'open' });
    const history = await historyAt(pg.db, card);
    expect(history.filter((kind) => kind === 'first_response').length).toBeGreaterThanOrEqual(1);
    const seen = await pg.db.selectFrom('questionReplies').selectAll().execute();
    expect(seen.map(({ author, deletedAt }) => [author, deletedAt === null])).toEqual(
      expect.arrayContaining([
        ['U0LEE', true],
        ['U0ROSA', false],
      ]),
    );
    expect(seen).toHaveLength(2);
  });
});

describe('After a gap', () => {
  const desk = useDesk();

  test('Replies that were missed are found once Slack says that it held events back.', async () => {
    const { slack, pg, endpoint } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the market open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    // Nobody listens there, so this event is given up after its last delivery.
    await slack.requestUrl('http://127.0.0.1:9/slack/events');
    await reply(slack, 'lee', card, 'Since nine.');
    expect(await slack.settled()).toBe(true);
    await slack.requestUrl(endpoint());
    expect(await questionAt(pg.db, card)).toMatchObject({ firstResponseBy: null });

    await slack.admin.emitRateLimited();
    await untilItReads(slack, card, /First reply by @U0LEE/);
  });

  test('A second instance on the same database goes on where the first one stopped.', async () => {
    const { slack, startAnother, endpoint, pg, app } = desk();
    const other = await startAnother();
    const card = await ask(slack, 'maya', {
      Question: 'Is the theater open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    const turns = [other, app, other, app];
    await slack.requestUrl(endpoint(turns[0]));
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0LEE/);
    await slack.requestUrl(endpoint(turns[1]));
    const answer = await reply(slack, 'lee', card, 'From eight on.');
    await untilItReads(slack, card, /First reply by @U0LEE/);
    await slack.requestUrl(endpoint(turns[2]));
    await slack.as('lee').messageShortcut('mark_answer', answer);
    await untilItReads(slack, card, /Answered by\* @U0LEE/);
    await slack.requestUrl(endpoint(turns[3]));
    await slack.as('maya').click(card, 'Resolve');
    await untilItReads(slack, card, /Resolved by\* @U0MAYA/);
    expect(await historyAt(pg.db, card)).toEqual([
      'asked',
      'claimed',
      'first_response',
      'answered',
      'resolved',
    ]);
  });

  test('One event that reaches both instances at once is worked on once.', async () => {
    const { slack, endpoint, startAnother, pg } = desk();
    const other = await startAnother();
    const card = await ask(slack, 'maya', {
      Question: 'Is the museum open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.delivery({ duplicate: 4, hold: true });
    await reply(slack, 'lee', card, 'Until five.');
    await slack.requestUrl(endpoint(other));
    await slack.release();
    await slack.requestUrl(endpoint());
    await untilItReads(slack, card, /First reply by @U0LEE/);
    await slack.delivery({});
    await untilWorkedOn(pg.db);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'first_response']);
  });
});

describe('After a gap in Socket Mode', () => {
  const desk = useDesk({ transport: 'socket' });

  test('Replies that were missed while no connection was open are found once one is again.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the library open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.delivery({ hold: true });
    await reply(slack, 'lee', card, 'Until six.');

    await slack.admin.recycleSockets();

    await untilItReads(slack, card, /First reply by @U0LEE/);
    await slack.delivery({});
  });
});
