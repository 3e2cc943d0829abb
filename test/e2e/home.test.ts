import { describe, expect, test } from '@jest/globals';
import { renderBlocks } from '../../practice/render.ts';
import { ask, untilItReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('The App Home', () => {
  const desk = useDesk();
  const names = { person: (id: string) => id, channel: (id: string) => id };

  async function home(who: string): Promise<string> {
    const view = await desk().slack.as(who).openHome();
    return renderBlocks(view?.blocks ?? [], names).join('\n');
  }

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
      const { blocks } = (await slack.as('lee').home()) ?? { blocks: [] };
      return renderBlocks(blocks, names).join('\n').includes('Resolved by') || undefined;
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
});
