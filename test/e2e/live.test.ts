import { beforeAll, describe, expect, test } from '@jest/globals';
import { liveWaits } from '../../src/questions/index.ts';
import { historyAt, questionAt } from '../support/kept.ts';
import { keepOpen, movableClock, passTime } from '../support/passing-time.ts';
import {
  ask,
  askerMessage,
  cardIn,
  reply,
  untilItReads,
  untilNoticed,
  untilThreadReads,
  wordsAt,
} from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const clock = movableClock();
const desk = useDesk({ transport: 'socket', app: { now: clock.now } });
const ON_THE_LINE = { 'The member is on the line': true };

beforeAll(async () => await keepOpen(desk()));

describe('A live question', () => {
  test('is shown first thing to those on duty; when they decline it goes to ever more people, until one takes it.', async () => {
    const { slack, pg } = desk();
    const Question = 'The card is refused at the counter: what do I tell them?';
    const card = await ask(slack, 'maya', {
      Question,
      Topic: 'General, or not sure',
      State: 'Pennsylvania',
      ...ON_THE_LINE,
      lands: 'care-keystone',
    });
    const own = await askerMessage(slack, 'maya', Question);
    const lines = (await wordsAt(slack, card)).split('\n');
    expect(lines[0]).toContain('LIVE: the member is on the line');
    expect(lines[1]).toContain('S0SUPERVISORS, who can take it at once?');
    expect(lines.join('\n')).toContain("[ I'll take it ] [ Not me ]");
    await untilItReads(slack, own, /Asked: @S0SUPERVISORS \(on duty\) \d+ s ago/);

    await slack.as('rosa').click(card, 'Not me');
    const call = await cardIn(slack, 'care-keystone', 'nobody of Keystone care team');
    await untilItReads(
      slack,
      call,
      /@channel, nobody of Keystone care team \(#C0CAREKEYSTONE\) has taken @U0MAYA/,
    );
    await untilItReads(slack, own, /Keystone care team in #C0CAREKEYSTONE \d+ s ago[\s\S]*Not: @U0ROSA/);
    await untilItReads(slack, card, /Asked too: Keystone care team\nNot: @U0ROSA/);

    await slack.as('omar').click(card, "I'll take it");
    await untilNoticed(slack, 'omar', /Members of #C0CAREKEYSTONE, supervisors and whoever was asked/);
    await passTime(desk(), clock, 183);
    const wider = await cardIn(slack, 'region-northeast', 'nobody of Keystone care team');
    await untilItReads(slack, own, /Northeast region in #C0REGIONNORTHEAST/);
    await slack.as('omar').click(wider, "I'll take it");

    await untilItReads(slack, wider, /@U0OMAR has taken it/);
    await untilItReads(slack, call, /@U0OMAR has taken it/);
    await untilItReads(slack, card, /Claimed by\* @U0OMAR/);
    await untilItReads(slack, own, /@U0OMAR has claimed it[\s\S]*taken 3 min after you asked/);
    await untilThreadReads(slack, own, /@U0OMAR has taken it, 3 min after you asked/);
    await reply(slack, 'omar', wider, 'Ask them to read the number on the back.');
    await untilItReads(slack, card, /First reply by @U0OMAR/);
    expect(await historyAt(pg.db, card)).toEqual([
      'asked',
      'declined',
      'called',
      'breached',
      'called',
      'claimed',
      'first_response',
    ]);
  });

  test('is no longer live once the member has hung up.', async () => {
    const { slack, pg } = desk();
    const Question = 'Is the clinic on the corner in network?';
    const card = await ask(slack, 'maya', {
      Question,
      Topic: 'Providers',
      ...ON_THE_LINE,
      lands: 'experts-providers',
    });
    const own = await askerMessage(slack, 'maya', Question);

    await slack.as('maya').click(own, 'The member has hung up');

    expect(await untilItReads(slack, card, /The member has hung up/)).not.toContain('LIVE');
    await untilItReads(slack, card, /\[ Claim \]/);
    await untilThreadReads(slack, card, /@U0MAYA: nobody waits on the line any more/);
    expect(await untilItReads(slack, own, /\[ Resolve \](?! \[)/)).toContain('Unclaimed for');
    expect((await questionAt(pg.db, card)).hungUpAt).not.toBeNull();
    await passTime(desk(), clock, 200);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'hung_up']);
  });

  test('counts how long each team let the first human be waited for.', async () => {
    const { app } = desk();
    const span = { since: new Date(0), until: new Date(clock.now().getTime() + 1_000) };

    const waits = await liveWaits(app.rooms.db, app.rooms.workspace.id, span);

    expect(waits.map(({ team, asked, unseen }) => ({ team, asked, unseen }))).toEqual([
      { team: 'Providers experts', asked: 1, unseen: 1 },
      { team: 'Keystone care team', asked: 1, unseen: 0 },
    ]);
    expect(waits[1]?.p50).toEqual(expect.any(Number));
  });
});
