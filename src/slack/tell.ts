import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { modal, section } from './blocks.ts';
import type { ViewClient } from './fill-view.ts';

const Where = z.object({ response_url: z.string().optional(), trigger_id: z.string() });

export type Clicked = {
  readonly body: unknown;
  readonly client: Pick<ViewClient, 'views'>;
  readonly respond: (answer: {
    text: string;
    blocks: KnownBlock[];
    response_type: 'ephemeral';
    replace_original: boolean;
  }) => Promise<unknown>;
};

/** Answers a click for the one who clicked: beneath the message, or in a small window where there is no message. */
export async function tell({ body, client, respond }: Clicked, words: string): Promise<void> {
  const { response_url: address, trigger_id: trigger } = Where.parse(body);
  const blocks = [section(words)];
  if (address !== undefined) {
    await respond({ text: words, blocks, response_type: 'ephemeral', replace_original: false });
    return;
  }
  await client.views.open({
    trigger_id: trigger,
    view: modal({ callback: 'slack.told', title: 'That did not work', blocks }),
  });
}
