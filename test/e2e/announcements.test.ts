import { describe, expect, test } from '@jest/globals';
import { announce, fillAndPost, openAnnounce, untilSummaryReads, untilTold } from '../support/announcing.ts';
import { cardIn, messagesSaying, untilItReads, untilNoticed } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('An announcement, over %s', (transport) => {
  const desk = useDesk({ transport });

  test('is shown to its author before it is posted, and to everybody afterwards, with the emoji of each team.', async () => {
    const { slack } = desk();
    await openAnnounce(slack, 'carmen');
    const preview = await fillAndPost(slack, 'carmen', {
      Title: 'New referral rules',
      Text: 'From *Monday* on, see <https://intranet.example/referrals|the rules> & ask.',
      Links: 'The policy https://intranet.example/policy',
    });
    expect(preview.submit).toBe('Post');
    expect(JSON.stringify(preview.blocks)).toContain('This is how others will see it.');

    const on = await cardIn(slack, 'ohh-timesroom', 'New referral rules');
    const shown = await untilItReads(slack, on, /Please acknowledge/);
    expect(shown).toContain('everyone on a care team');
    expect(shown).toContain('the rules');
    await slack.waitFor(async () => {
      const [message] = await messagesSaying(slack, 'ohh-timesroom', 'New referral rules');
      return message?.reactions.length === 4 ? message : undefined;
    }, 'the four teams’ emoji');
    await untilSummaryReads(slack, on, /0 of 6\* people have acknowledged/);
    await untilTold(slack, 'carmen', /New referral rules[\s\S]*Posted/);
  });

  test('takes an emoji, the button, and an emoji taken back.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: `Receipts over ${transport}` });
    await slack.as('maya').react(on, 'keystone');
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Keystone.*1 of 2/);
    await slack.as('wei').click(on, 'I have read this');
    expect(await untilNoticed(slack, 'wei', /your receipt is noted/)).toBeTruthy();
    await untilSummaryReads(slack, on, /2 of 6\*[\s\S]*Pacific.*1 of 1/);
    await slack.as('maya').unreact(on, 'keystone');
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Keystone.*0 of 2/);
  });
});
