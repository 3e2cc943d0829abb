import { describe, expect, test } from '@jest/globals';
import { ask, button, messageWith, untilGone, untilShown, visit } from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

describe('The outside world', () => {
  const world = { isOn: true, ahead: 0, resets: 0 };
  const { page: open, desk } = usePage({
    face: {
      pace: 0,
      host: {
        database: {
          isOn: () => world.isOn,
          turn: async (on) => {
            world.isOn = on;
            await Promise.resolve();
          },
        },
        clock: {
          ahead: () => world.ahead,
          jump: async (seconds) => {
            world.ahead += seconds * 1_000;
            await Promise.resolve();
          },
          back: async () => {
            world.ahead = 0;
            await Promise.resolve();
          },
        },
        reset: async () => {
          world.resets += 1;
          await Promise.resolve();
        },
      },
    },
  });
  const openWorld = async () => {
    const page = open();
    await visit(page, desk(), 'maya');
    await button(page, 'Outside world').click();
    return { page, panel: page.getByRole('complementary', { name: 'Outside world' }) };
  };

  test('The database is stopped and started.', async () => {
    const { panel } = await openWorld();
    await button(panel, 'Stop the database').click();
    await untilShown(button(panel, 'Start the database'));
    expect(world.isOn).toBe(false);
    await button(panel, 'Start the database').click();
    await untilShown(button(panel, 'Stop the database'));
    expect(world.isOn).toBe(true);
  });

  test('The clock jumps ahead and comes back.', async () => {
    const { panel } = await openWorld();
    await button(panel, '+ 2 hours').click();
    await untilShown(panel.getByText('ahead of the time here'));
    expect(world.ahead).toBe(7_200_000);
    await button(panel, 'Back to now').click();
    await untilGone(panel.getByText('ahead of the time here'));
  });

  test('A reset is asked about first.', async () => {
    const { page, panel } = await openWorld();
    await button(panel, 'Reset everything').click();
    await button(page.getByRole('dialog'), 'Keep it').click();
    expect(world.resets).toBe(0);
    await button(panel, 'Reset everything').click();
    await button(page.getByRole('dialog'), 'Start afresh').click();
    await untilGone(page.getByRole('dialog'));
    expect(world.resets).toBe(1);
  });

  test('While Slack is broken a question waits; it stands there once afterwards, and the inspector shows why.', async () => {
    const { page, panel } = await openWorld();
    await ask(page, 'Asked in fair weather', 'Pharmacy');
    await button(panel, 'Slack is broken (500)').click();
    await untilShown(panel.getByText(/Slack answers everything with an error/));
    await desk().slack.as('sam').say('general', 'Is anybody there?');
    await button(panel, 'End it now').click();
    await untilShown(button(panel, 'Slack is broken (500)'));

    await button(page, 'Inspector').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const posted = inspector.getByRole('listitem').filter({ hasText: 'chat.postMessage' }).first();
    await untilShown(posted.getByText('within limits'));
    await posted.getByText('chat.postMessage').click();
    await untilShown(posted.getByText('"channel"').first());
    await visit(page, desk(), 'omar', 'C0EXPERTSPHARMACY');
    await untilShown(messageWith(page, 'Asked in fair weather'));
    expect(await desk().slack.messages('experts-pharmacy')).toHaveLength(1);
  });

  test('The day is played, and the page follows whoever acts.', async () => {
    const { page, panel } = await openWorld();
    await button(panel, 'Play the day').click();
    const day = page.getByRole('region', { name: 'The day at the desk' });
    await untilShown(day.getByText('Two people reach for the same question'));
    await untilShown(page.getByRole('button', { name: /You are (Rosa|Lee)/ }));
    await button(day, 'End the day').click();
    await untilGone(day);
  });
});
