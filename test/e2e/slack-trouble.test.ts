import { describe, expect, test } from '@jest/globals';
import type { FaultKind } from '../../practice/core/faults.ts';
import { untilDelivered } from '../support/kept.ts';
import { ask, filledForm, messagesSaying, untilItReads, untilNoticed } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('When Slack has trouble', () => {
  const desk = useDesk();
  const FAULTS: readonly (readonly [FaultKind, string])[] = [
    ['429', 'first'],
    ['500', 'second'],
    ['drop-before', 'third'],
    ['drop-after', 'fourth'],
    ['500-after', 'fifth'],
    ['cut-body', 'sixth'],
    ['fatal_error-after', 'last'],
  ];

  test.each(FAULTS)('A post that meets "%s" ends in exactly one card.', async (kind, which) => {
    const { slack, pg } = desk();
    await slack.faults.add({ method: 'chat.postMessage', channel: 'experts-providers', kind, retryAfter: 1 });
    const Question = `Where does the ${which} door lead?`;
    await ask(slack, 'maya', { Question, Topic: 'Providers', lands: 'experts-providers' });
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-providers', Question)).toHaveLength(1);
  });

  test('A post that is slowed down waits as long as Slack says, and holds up no other channel.', async () => {
    const { slack } = desk();
    await slack.faults.add({
      method: 'chat.postMessage',
      channel: 'experts-claims',
      kind: '429',
      retryAfter: 2,
    });
    const slowed = ask(slack, 'maya', {
      Question: 'Is the bridge closed?',
      Topic: 'Claims',
      State: 'Ohio',
      lands: 'experts-claims',
    });
    await ask(slack, 'wei', { Question: 'Is the tunnel open?', Topic: 'Billing', lands: 'experts-billing' });
    await slowed;
    const posts = (await slack.requests({ method: 'chat.postMessage' })).filter(
      ({ arguments: { channel } }) => channel === 'C0EXPERTSCLAIMS',
    );
    const [refused, posted, ...more] = posts;
    expect([refused?.verdict, posted?.verdict, more]).toEqual(['fault 429', 'ok', []]);
    expect((posted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  test('An update that fails is made up for, and shows the state of that moment.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the ferry running?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.faults.add({ method: 'chat.update', kind: '500', times: 2 });
    await slack.as('lee').click(card, 'Claim');
    expect(await untilItReads(slack, card, /Claimed by/)).toContain('@U0LEE');
  });

  test('A form that could not be opened is apologised for, and opens the next time.', async () => {
    const { slack } = desk();
    await slack.faults.add({ method: 'views.open', kind: '500' });
    const sight = await slack.as('wei').shortcut('ask');
    expect(sight.view?.title).toBe('That did not work');
    expect(JSON.stringify(sight.view?.blocks)).toMatch(/Reference: [A-Z0-9]{8}/);
    await slack.as('wei').close();
    await slack.as('wei').shortcut('ask');
    await filledForm(slack, 'wei');
    await slack.as('wei').close();
  });

  test('A form that does not open from a message in a channel without the app: the person hears of it there.', async () => {
    const { slack } = desk();
    await slack.admin.createChannel('lunch', { members: ['maya'] });
    const ts = await slack.as('maya').say('lunch', 'Who knows the code of the door?');
    await slack.faults.add({ method: 'views.open', kind: '500' });

    await slack.as('maya').messageShortcut('ask_about_message', { channel: 'lunch', ts });

    await untilNoticed(slack, 'maya', /try it again\. \(Reference: [A-Z0-9]{8}\)/);
  });
});
