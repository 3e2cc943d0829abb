import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { anApp, aWorkspace } from './support.ts';

const CHANNEL = 'C0CAREKEYSTONE';

describe('events', () => {
  test('arrive signed, in an envelope that says whose they are', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);

    const ts = await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    const [arrived] = app.received;
    const base = `v0:${String(arrived?.headers['x-slack-request-timestamp'])}:${arrived?.raw}`;
    const signature = createHmac('sha256', workspace.signingSecret).update(base).digest('hex');
    expect(arrived?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-slack-signature': `v0=${signature}`,
    });
    expect(arrived?.headers['x-slack-retry-num']).toBeUndefined();
    expect(arrived?.payload).toMatchObject({
      type: 'event_callback',
      team_id: 'T0PRACTICE',
      api_app_id: 'A0CONCIERGE',
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ team_id: 'T0PRACTICE', user_id: 'U0CONCIERGE', is_bot: true }],
      event: {
        type: 'message',
        channel: CHANNEL,
        channel_type: 'channel',
        user: 'U0MAYA',
        text: 'Hello',
        ts,
      },
    });
  });

  test('tell of replies, edits and deletions, of the app’s own messages too', async () => {
    await using workspace = await aWorkspace();
    const { client, slack } = workspace;
    await using app = await anApp();
    await client.requestUrl(app.url);
    const { ts = '' } = await slack.chat.postMessage({ channel: CHANNEL, text: 'Card' });
    const maya = client.as('maya');
    const reply = await maya.say('#care-keystone', 'First', { threadTs: ts });
    await maya.edit({ channel: '#care-keystone', ts: reply }, 'Second');
    await maya.remove({ channel: '#care-keystone', ts: reply });
    await slack.chat.update({ channel: CHANNEL, ts, text: 'Card, changed' });

    await client.settled();

    const messages = [...app.events('message')].sort((a, b) =>
      String(a.event_ts) < String(b.event_ts) ? -1 : 1,
    );
    expect(messages).toMatchObject([
      { text: 'Card', bot_id: 'B0CONCIERGE' },
      { text: 'First', thread_ts: ts, parent_user_id: 'U0CONCIERGE' },
      { subtype: 'message_changed', message: { text: 'Second' }, previous_message: { text: 'First' } },
      { subtype: 'message_deleted', deleted_ts: reply, previous_message: { text: 'Second' } },
      { subtype: 'message_changed', message: { text: 'Card, changed' }, previous_message: { text: 'Card' } },
    ]);
  });

  test('come only from where the bot is, and only those that were subscribed to', async () => {
    await using workspace = await aWorkspace({ events: ['message.channels', 'channel_rename'] });
    const { client } = workspace;
    await using app = await anApp();
    await client.requestUrl(app.url);

    await client.as('maya').say('#random', 'unheard');
    await client.as('maya').say('app', 'in a direct message');
    await client.admin.removeBot('#experts-claims');
    await client.admin.rename('#care-keystone', 'care-cornerstone');
    await client.settled();

    expect(app.events()).toMatchObject([
      { type: 'channel_rename', channel: { id: CHANNEL, name: 'care-cornerstone' } },
    ]);
  });

  test('tell of what administrators do', async () => {
    await using workspace = await aWorkspace();
    const { client } = workspace;
    await using app = await anApp();
    await client.requestUrl(app.url);

    await client.admin.archive('#care-keystone');
    await client.admin.unarchive('#care-keystone');
    await client.admin.shareExternally('#care-keystone');
    await client.admin.changeChannelId('#care-keystone', 'C0NEW');
    await client.admin.setGroup('supervisors', ['rosa', 'lee']);
    await client.admin.deactivate('sam');
    await client.settled();

    const types = app.events().map(({ type }) => type);
    expect(new Set(types)).toEqual(
      new Set(
        ['channel_archive', 'channel_unarchive', 'channel_shared', 'channel_id_changed'].concat([
          'subteam_members_changed',
          'subteam_updated',
          'user_change',
          'member_left_channel',
        ]),
      ),
    );
    expect(app.events('subteam_members_changed')).toMatchObject([
      { added_users: ['U0LEE'], removed_users: [] },
    ]);
    expect(app.events('user_change')).toMatchObject([{ user: { id: 'U0SAM', deleted: true } }]);
  });

  test('app_rate_limited comes without an event inside', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);

    await workspace.client.admin.emitRateLimited();
    await workspace.client.settled();

    expect(app.received[0]?.payload).toMatchObject({ type: 'app_rate_limited', team_id: 'T0PRACTICE' });
    expect(app.received[0]?.payload.event).toBeUndefined();
  });
});

describe('an event that isn’t acknowledged', () => {
  test('comes three more times under the same id, numbered and with the reason', async () => {
    await using workspace = await aWorkspace({ retryDelaysMs: [0, 1, 1] });
    await using app = await anApp(() => ({ status: 500 }));
    await workspace.client.requestUrl(app.url);

    await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    expect(app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
    ]);
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  test('comes again after silence', async () => {
    await using workspace = await aWorkspace({ retryDelaysMs: [0], acknowledgeWithinMs: 50 });
    let calls = 0;
    await using app = await anApp(async () => {
      calls += 1;
      return calls === 1 ? await new Promise<never>(() => {}) : {};
    });
    await workspace.client.requestUrl(app.url);

    await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    expect(app.received.at(-1)?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
  });

  test('isn’t sent again when the app asks for that', async () => {
    await using workspace = await aWorkspace({ retryDelaysMs: [0, 1, 1] });
    await using app = await anApp(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await workspace.client.requestUrl(app.url);

    await workspace.client.as('maya').say('#care-keystone', 'Hello');
    await workspace.client.settled();

    expect(app.received).toHaveLength(1);
  });
});

describe('the habits of delivery', () => {
  test('events can be held back, doubled and mixed', async () => {
    await using workspace = await aWorkspace();
    const { client } = workspace;
    await using app = await anApp();
    await client.requestUrl(app.url);
    await client.delivery({ hold: true, duplicate: 2, reorder: true });
    for (const text of ['1', '2', '3']) await client.as('maya').say('#care-keystone', text);
    const before = app.received.length;

    await client.release();
    await client.settled();

    expect(before).toBe(0);
    const texts = app.events().map(({ text }) => String(text));
    expect(texts.toSorted((a, b) => a.localeCompare(b))).toEqual(['1', '1', '2', '2', '3', '3']);
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(3);
  });
});
