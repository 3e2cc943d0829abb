import { describe, expect, test } from '@jest/globals';
import { openHome, readHome, untilHomeShows } from '../support/home-reading.ts';
import { ask, untilItReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('The App Home', () => {
  const desk = useDesk();

  const home = async (who: string): Promise<string> => await openHome(desk().slack, who);
  const untilShown = async (who: string, fits: (shown: string) => boolean): Promise<string> =>
    await untilHomeShows(desk().slack, who, fits);

  test('A person sees their questions, and what they do there shows at once.', async () => {
    const { slack } = desk();
    const asked = 'Which form does the harbour office want?';
    await ask(slack, 'lee', { Question: asked, Topic: 'Providers', lands: 'experts-providers' });
    await slack.waitFor(
      async () => (await home('lee')).includes(asked) || undefined,
      'the question on the Home',
    );
    expect(await home('lee')).toMatch(/Your open questions[^]*Not claimed yet/);

    await slack.as('lee').clickInHome('Resolve');
    await slack.waitFor(async () => {
      return (await readHome(slack, 'lee')).includes('Resolved by') || undefined;
    }, 'the Home to show that it is resolved');
  });

  test('An administrator sees what could not be delivered, and has it tried again.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'wei', {
      Question: 'Does the lantern plan cover this?',
      Topic: 'Pharmacy',
      lands: 'experts-pharmacy',
    });
    await slack.admin.archive('experts-pharmacy');
    await slack.as('wei').openHome();
    await slack.as('wei').clickInHome('Resolve');
    await slack.waitFor(
      async () => /question's card[^]*The channel is archived/.test(await home('alex')) || undefined,
      'the refused update on the Home of an administrator',
    );
    expect(await home('wei')).not.toContain('could not be delivered');

    await slack.admin.unarchive('experts-pharmacy');
    await slack.as('alex').clickInHome('Retry');
    await untilItReads(slack, card, /Resolved by.*U0WEI/);
    await slack.waitFor(
      async () => !(await home('alex')).includes('The channel is archived') || undefined,
      'the Home of an administrator without it',
    );
  });

  test('Who answers has what waits on their Home, claims there, and asks for a part of it.', async () => {
    const { slack } = desk();
    const asked = 'Is the tall ship tour in network?';
    const card = await ask(slack, 'maya', { Question: asked, Topic: 'Billing', lands: 'experts-billing' });

    await untilHomeReads(
      'rosa',
      /Questions to answer[^]*Is the tall ship tour in network\?[^]*\*Unclaimed\*/,
    );
    expect(await home('rosa')).toMatch(/Today[^]*asked/);
    expect(await home('rosa')).not.toContain('For administrators');
    expect(await home('maya')).not.toContain('Questions to answer');
    expect(await home('alex')).toMatch(/For administrators[^]*Health[^]*Events from Slack/);

    await slack.as('rosa').chooseInHome('Tier 1');
    await untilShown('rosa', (shown) => !shown.includes(asked));
    await slack.as('rosa').chooseInHome('Every tier');
    await slack.as('rosa').chooseInHome('1 · Billing');
    await untilShown('rosa', (shown) => shown.includes(asked));
    await slack.as('rosa').clickInHome('Claim');
    await untilItReads(slack, card, /Claimed by\*? @U0ROSA/);
    await untilShown(
      'rosa',
      (shown) => /one question\*? in hand/.test(shown) && shown.includes('Claimed by @U0ROSA'),
    );
    await slack.as('rosa').chooseInHome('Mine');
    await untilShown('rosa', (shown) => shown.includes(asked) && shown.includes('Mine *1*'));
  });

  test('What somebody else does shows on a Home that is open, without anybody opening it again.', async () => {
    const { slack } = desk();
    await slack.as('rosa').chooseInHome('Unclaimed');
    await slack.as('rosa').chooseInHome('Every topic');
    const asked = 'Does the gull colony need a referral?';
    await ask(slack, 'maya', {
      Question: asked,
      Topic: 'Eligibility',
      'The member is on the line': ['Yes'],
      lands: 'experts-eligibility',
    });

    await untilShown(
      'rosa',
      (shown) => shown.includes(`🔴 LIVE`) && shown.includes(asked) && shown.includes("[ I'll take it ]"),
    );
  });

  test('An expert sees the questions of their own channels, and a care guide those of nobody else.', async () => {
    const { slack } = desk();
    const asked = 'Which pharmacy has the lamp oil?';
    await ask(slack, 'jordan', { Question: asked, Topic: 'Pharmacy', lands: 'experts-pharmacy' });

    await untilHomeReads('omar', /Which pharmacy has the lamp oil/);
    await untilHomeReads('lee', /Questions to answer/);
    expect(await home('lee')).not.toContain(asked);
    await untilHomeReads('maya', /Your open questions/);
    expect(await home('maya')).not.toContain(asked);
  });

  test('Where there is more than a page, one leads to the next.', async () => {
    const { slack } = desk();
    for (const index of Array.from({ length: 9 }, (_, each) => each)) {
      await ask(slack, 'priya', {
        Question: `How deep is harbour ${index}?`,
        Topic: 'Providers',
        lands: 'experts-providers',
      });
    }
    await untilHomeReads('priya', /1 to 8 of 9/);
    expect(await home('priya')).not.toContain('harbour 0?');
    await slack.as('priya').clickInHome('Next page');
    await untilShown('priya', (shown) => shown.includes('9 to 9 of 9') && shown.includes('harbour 0?'));
    await slack.as('priya').clickInHome('Previous page');
    await untilShown('priya', (shown) => shown.includes('1 to 8 of 9'));
  });

  async function untilHomeReads(who: string, pattern: RegExp): Promise<void> {
    await desk().slack.waitFor(
      async () => pattern.test(await home(who)) || undefined,
      `${pattern} on the Home of ${who}`,
    );
  }
});
