import { beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/jobs.ts';
import { historyAt } from '../support/kept.ts';
import { keepOpen, movableClock, passTime } from '../support/passing-time.ts';
import { ask, askerMessage, cardIn, untilItReads, untilThreadReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const clock = movableClock();
/** Over a web socket: a request whose signature is of another time than the app's is refused. */
const desk = useDesk({ transport: 'socket', app: { now: clock.now } });

beforeAll(async () => await keepOpen(desk(), { 'claim: 20m': 'claim: 2s' }));

test('A question says how long it has waited and what comes next, calls those on duty, and goes up a tier.', async () => {
  const { slack, pg } = desk();
  const Question = 'Where does a returned card go?';
  const card = await ask(slack, 'maya', {
    Question,
    Topic: 'General, or not sure',
    State: 'Pennsylvania',
    lands: 'care-keystone',
  });
  const own = await askerMessage(slack, 'maya', Question);
  await untilItReads(slack, card, /Unclaimed for \d+ s, those on duty are called in \d+ min/);
  await untilItReads(slack, own, /Unclaimed for \d+ s, those on duty are called in \d+ min/);

  await passTime(desk(), clock, 303);
  await untilItReads(slack, card, /Unclaimed for 5 min, those on duty are called in 4 min/);
  await passTime(desk(), clock, 300);
  await untilThreadReads(slack, card, /S0SUPERVISORS, nobody has claimed this for 10 min/);
  await untilItReads(slack, card, /Over its time:\* Unclaimed for 10 min, goes to Northeast region in 9 min/);
  await untilItReads(slack, own, /Over its time:\* Unclaimed for 10 min, goes to Northeast region in 9 min/);

  await passTime(desk(), clock, 600);
  const next = await cardIn(slack, 'region-northeast', Question);
  expect(await untilItReads(slack, next, /because nobody claimed it in time and/)).toContain(
    'those on duty are called in',
  );
  await untilThreadReads(slack, card, /This was escalated to .*because nobody claimed it in time/);
  await untilItReads(slack, own, /It stands in #C0REGIONNORTHEAST/);
  expect(await historyAt(pg.db, next)).toEqual(['asked', 'breached', 'pinged', 'escalated']);
});

test('Whoever has claimed a question is reminded of it, and no clock runs once it is answered.', async () => {
  const { slack, pg } = desk();
  const card = await ask(slack, 'maya', {
    Question: 'How long is a referral good for?',
    Topic: 'General, or not sure',
    lands: 'care-keystone',
  });
  await slack.as('jordan').click(card, 'Claim');
  await untilItReads(slack, card, /An answer is due in 1 h 59 min/);

  await passTime(desk(), clock, 7_203);
  await untilThreadReads(slack, card, /@U0JORDAN, this is over its time/);
  await untilItReads(slack, card, /Over its time:\* an answer was due \d+ s ago/);
  const ts = await slack.as('jordan').say(card.channel, 'A year.', { threadTs: card.ts });
  await untilItReads(slack, card, /First reply by/);
  await slack.as('jordan').messageShortcut('mark_answer', { channel: card.channel, ts });
  expect(await untilItReads(slack, card, /Answered by\* @U0JORDAN/)).not.toContain('Over its time');

  await passTime(desk(), clock, 7_200);
  expect(await historyAt(pg.db, card)).toEqual([
    'asked',
    'claimed',
    'breached',
    'reminded',
    'first_response',
    'answered',
  ]);
});

test('A clock that runs out is noticed by a job of its own, and not before its time.', async () => {
  const { slack, pg } = desk();
  const card = await ask(slack, 'maya', {
    Question: 'Which plan has the lower deductible?',
    Topic: 'Billing',
    lands: 'experts-billing',
  });

  await until('it is over its time', async () => (await historyAt(pg.db, card)).includes('pinged'));

  const rows = await pg.db
    .selectFrom('questionClocks')
    .select(['dueAt', 'breachedAt'])
    .where('breachedAt', 'is not', null)
    .where('lane', '=', 'tier3')
    .execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.breachedAt?.getTime()).toBeGreaterThanOrEqual(rows[0]?.dueAt.getTime() ?? Infinity);
});
