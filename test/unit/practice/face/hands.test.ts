import { describe, expect, test } from '@jest/globals';
import { call, WorkspaceRefusal } from '../../../../practice/client/call.ts';
import type { WorkspaceOptions } from '../../../../practice/core/options.ts';
import { anApp, aWorkspace } from '../support.ts';

const button = (value: string, text = 'Press') => ({
  type: 'button',
  action_id: 'press',
  value,
  text: { type: 'plain_text', text },
});
/** A workspace with an app beside it that takes everything. */
async function both(options: WorkspaceOptions = {}) {
  const app = await anApp();
  const workspace = await aWorkspace(options);
  await workspace.client.requestUrl(app.url);
  return {
    ...workspace,
    actions: () => app.payloads('block_actions').at(-1),
    events: app.events,
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await app[Symbol.asyncDispose]();
    },
  };
}

const two = {
  type: 'actions',
  block_id: 'both',
  elements: [button('one'), { ...button('two'), action_id: 'other' }],
};

describe('what is done on the screen', () => {
  test('the very button that was pressed is told, though another reads the same', async () => {
    await using app = await both();
    const { ts } = await app.slack.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Two',
      blocks: [two] as never,
    });
    const where = { channel: 'C0GENERAL', ts: ts ?? '' };

    await call(app.url, 'press', { as: 'maya', where, blockId: 'both', actionId: 'other' });

    expect(app.actions()).toMatchObject({ actions: [{ action_id: 'other', value: 'two' }] });
  });

  test('a button that has been drawn anew under another name is found by its value, and only then', async () => {
    await using app = await both();
    const blocks = [{ type: 'actions', elements: [button('one')] }];
    const { ts } = await app.slack.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'One',
      blocks: blocks as never,
    });
    const pressed = {
      as: 'maya',
      where: { channel: 'C0GENERAL', ts: ts ?? '' },
      blockId: 'gone',
      actionId: 'press',
    };

    await call(app.url, 'press', { ...pressed, value: 'one' });

    expect(app.actions()).toMatchObject({ actions: [{ value: 'one' }] });
    await expect(call(app.url, 'press', { ...pressed, value: 'two' })).rejects.toThrow(WorkspaceRefusal);
  });

  test('a conversation with a colleague is the same from both sides, and the app hears nothing of it', async () => {
    await using app = await both();

    const channel = await call<string>(app.url, 'direct-message', { as: 'maya', with: 'rosa' });
    await app.client.as('maya').say(channel, 'Between us');

    expect(await call(app.url, 'direct-message', { as: 'rosa', with: 'maya' })).toBe(channel);
    expect(await app.client.settled()).toBe(true);
    expect(app.events('message')).toEqual([]);
    await expect(app.client.as('lee').say(channel, 'And me')).rejects.toThrow("can't see");
  });

  test('mentions, channels, links and emoji become elements of their own', async () => {
    await using app = await both();
    await app.client.as('maya').say('general', '<@U0ROSA> see <#C0RANDOM> https://example.com :tada: <b>');

    const [message] = await app.client.messages('general');

    expect(message?.text).toBe('<@U0ROSA> see <#C0RANDOM> https://example.com :tada: &lt;b&gt;');
    expect(message?.blocks).toMatchObject([
      {
        elements: [
          {
            elements: [
              { type: 'user', user_id: 'U0ROSA' },
              { type: 'text', text: ' see ' },
              { type: 'channel', channel_id: 'C0RANDOM' },
              { type: 'text', text: ' ' },
              { type: 'link', url: 'https://example.com' },
              { type: 'text', text: ' ' },
              { type: 'emoji', name: 'tada' },
              { type: 'text', text: ' <b>' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('a spell of bad weather', () => {
  test('every call meets it until it is over, and not one after', async () => {
    let now = 1_000_000;
    await using app = await both({ now: () => now });
    await call(app.url, 'spell', { kind: '500', seconds: 30 });

    await expect(app.slack.auth.test()).rejects.toThrow('500');
    now += 31_000;

    expect(await app.slack.auth.test()).toMatchObject({ ok: true });
  });

  test('it is ended by whoever has cast it', async () => {
    await using app = await both();
    await call(app.url, 'spell', { kind: '429', seconds: 60 });
    await expect(app.slack.auth.test()).rejects.toMatchObject({ retryAfter: 60 });

    await app.client.faults.clear();

    expect(await app.slack.auth.test()).toMatchObject({ ok: true });
  });
});
