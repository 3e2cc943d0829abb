import { describe, expect, test } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { aWorkspace, plain, quiet } from './support.ts';

const view = {
  type: 'modal' as const,
  title: plain('Ask'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'question',
      label: plain('Question'),
      element: { type: 'plain_text_input' as const, action_id: 'question' },
    },
  ],
};

type Envelope = {
  readonly type: string;
  readonly body: { readonly type: string; readonly trigger_id: string; readonly event?: unknown };
  readonly retry_num?: number;
  readonly ack: (response?: object) => Promise<void>;
};

async function connected(onEnvelope: (envelope: Envelope) => Promise<void>, options = {}) {
  const workspace = await aWorkspace({ transport: 'socket', ...options });
  const socket = new SocketModeClient({
    appToken: workspace.appToken,
    logger: quiet,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  });
  socket.on('slack_event', (envelope: Envelope) => void onEnvelope(envelope));
  await socket.start();
  return {
    ...workspace,
    socket,
    async [Symbol.asyncDispose]() {
      await socket.disconnect();
      await workspace.close();
    },
  };
}

describe('Socket Mode', () => {
  test('events come through the socket and are done once acknowledged', async () => {
    const heard: unknown[] = [];
    await using workspace = await connected(async ({ body, ack }) => {
      heard.push(body.event);
      await ack();
    });

    await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    expect(heard).toMatchObject([{ type: 'message', text: 'Hello' }]);
    expect(await workspace.client.deliveries()).toMatchObject([
      { type: 'message', attempt: 0, outcome: 'answered' },
    ]);
  });

  test('without an acknowledgement they come again', async () => {
    const attempts: unknown[] = [];
    const options = { acknowledgeWithinMs: 50, retryDelaysMs: [0] };
    await using workspace = await connected(async ({ retry_num, ack }) => {
      attempts.push(retry_num);
      if (attempts.length > 1) await ack();
    }, options);

    await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    expect(attempts).toEqual([0, 1]);
  });

  test('a form is opened, sent and answered with errors', async () => {
    const opening: { open?: (trigger: string) => Promise<void> } = {};
    await using workspace = await connected(async ({ body, ack }) => {
      if (body.type === 'shortcut') {
        await ack();
        await opening.open?.(body.trigger_id);
        return;
      }
      await ack({ response_action: 'errors', errors: { question: 'Say more.' } });
    });
    opening.open = async (trigger) => {
      await workspace.slack.views.open({ trigger_id: trigger, view });
    };
    const maya = workspace.client.as('maya');

    await maya.shortcut('ask');
    await maya.fill({ Question: 'Who?' });

    expect(await maya.submit()).toEqual({ kind: 'errors', errors: { Question: 'Say more.' } });
  });

  test('an app without a socket can’t be reached', async () => {
    await using workspace = await aWorkspace({ transport: 'socket' });

    expect(await workspace.client.as('maya').shortcut('ask')).toMatchObject({ trouble: expect.any(String) });
  });
});
