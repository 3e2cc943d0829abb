import { describe, expect, test } from '@jest/globals';
import { FEEDBACK } from '../support/desk.ts';
import { become, button, messageWith, thread, untilShown, visit } from './support/deeds.ts';
import { usePage } from './support/use-page.ts';

describe('What a member says, in the browser', () => {
  const { page: open, desk } = usePage({
    face: {
      host: {
        feedback: {
          url: () => `http://127.0.0.1:${desk().app.port}/webhooks/feedback`,
          key: FEEDBACK.keys[0]?.key ?? Buffer.alloc(0),
        },
      },
    },
  });

  test('A comment comes from the website, a product manager discusses it, and others see who owns it.', async () => {
    const page = open();
    await visit(page, desk(), 'quinn', 'C0WEBMEMBERFEEDBACK');
    await button(page, 'Outside world').click();
    const panel = page.getByRole('complementary', { name: 'Outside world' });
    await panel.getByLabel('What they write').fill('The billing page counts my premium twice.');
    await button(panel, 'Send it').click();
    const comment = messageWith(page, 'counts my premium twice');
    await untilShown(comment);

    await button(comment, 'I own it').click();
    await untilShown(comment.getByText('@quinn'));
    await button(comment, 'Discuss').click();
    await comment.getByRole('button', { name: /1 reply/ }).click();
    await untilShown(thread(page).getByText('30 days'));

    await become(page, 'Alex Kim');
    expect(await messageWith(page, 'counts my premium twice').getByText('@quinn').count()).toBe(1);
  });
});
