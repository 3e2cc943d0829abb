import { describe, expect, test } from '@jest/globals';
import { aWorkspace, refusal, section } from './support.ts';

const TEAM_CHANNEL = 'C0CAREKEYSTONE';

describe('posting a message', () => {
  test('it stands in the channel with its blocks, thread and metadata', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const metadata = { event_type: 'question', event_payload: { id: '1' } };

    const parent = await slack.chat.postMessage({
      channel: TEAM_CHANNEL,
      text: 'Question',
      blocks: [section('Question')],
      metadata,
    });
    const reply = await slack.chat.postMessage({
      channel: TEAM_CHANNEL,
      text: 'Reply',
      thread_ts: parent.ts ?? '',
    });

    expect(await client.messages('#care-keystone')).toMatchObject([
      { ts: parent.ts, text: 'Question', metadata },
    ]);
    expect(await client.thread('#care-keystone', parent.ts ?? '')).toMatchObject([
      { ts: parent.ts },
      { ts: reply.ts, threadTs: parent.ts },
    ]);
  });

  test('a channel without the bot, an archived one and a private one refuse it, each in its own words', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    await client.admin.archive('#care-keystone');
    const hidden = await client.admin.createChannel('hidden', { isPrivate: true });

    const outcomes = await Promise.all(
      ['C0RANDOM', TEAM_CHANNEL, hidden, 'C0NOWHERE'].map((channel) =>
        refusal(slack.chat.postMessage({ channel, text: 'x' })),
      ),
    );

    expect(outcomes).toEqual(['not_in_channel', 'is_archived', 'channel_not_found', 'channel_not_found']);
  });

  test('a person can be written to by their id', async () => {
    await using workspace = await aWorkspace();

    const { channel } = await workspace.slack.chat.postMessage({ channel: 'U0MAYA', text: 'Hello' });

    expect(channel).toBe('D0MAYA');
    expect(await workspace.client.directMessages('maya')).toMatchObject([{ text: 'Hello' }]);
  });

  test('blocks that Slack would refuse are refused, and kept for the author to read', async () => {
    await using workspace = await aWorkspace();
    const blocks = [section('x'.repeat(3001))];

    const outcome = await refusal(
      workspace.slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'x', blocks }),
    );

    expect(outcome).toBe('invalid_blocks');
    expect(await workspace.client.violations()).toMatchObject([
      { method: 'chat.postMessage', path: '/blocks/0/text/text' },
    ]);
    expect(await workspace.client.messages('#care-keystone')).toEqual([]);
  });

  test('an empty message is refused', async () => {
    await using workspace = await aWorkspace();

    expect(await refusal(workspace.slack.chat.postMessage({ channel: TEAM_CHANNEL, text: '' }))).toBe(
      'no_text',
    );
  });
});

describe('updating a message', () => {
  test('text without blocks takes the blocks away, and the metadata stays', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const metadata = { event_type: 'question', event_payload: { id: '1' } };
    const posted = { channel: TEAM_CHANNEL, text: 'Before', blocks: [section('Before')], metadata };
    const { ts = '' } = await slack.chat.postMessage(posted);

    await slack.chat.update({ channel: TEAM_CHANNEL, ts, text: 'After' });

    const [message] = await client.messages('#care-keystone');
    expect(message).toMatchObject({ text: 'After', metadata });
    expect(message?.blocks).toBeUndefined();
  });

  test('only the own messages can be changed, and only with 4,000 characters', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const theirs = await client.as('maya').say('#care-keystone', 'mine');
    const { ts = '' } = await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'ours' });
    const update = async (which: string, text: string) =>
      await refusal(slack.chat.update({ channel: TEAM_CHANNEL, ts: which, text }));

    expect(await update(theirs, 'x')).toBe('cant_update_message');
    expect(await update('1700000000.000100', 'x')).toBe('message_not_found');
    expect(await update(ts, 'x'.repeat(4001))).toBe('msg_too_long');
    expect(await update(ts, 'x'.repeat(4000))).toBe('none');
  });
});

describe('deleting a message', () => {
  test('one with replies leaves a tombstone for its thread to hang from', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const { ts = '' } = await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'parent' });
    await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'reply', thread_ts: ts });

    await slack.chat.delete({ channel: TEAM_CHANNEL, ts });

    expect(await client.messages('#care-keystone')).toMatchObject([
      { ts, subtype: 'tombstone', user: 'USLACKBOT' },
    ]);
    expect(await refusal(slack.chat.delete({ channel: TEAM_CHANNEL, ts }))).toBe('message_not_found');
  });

  test('one without replies is gone, and nobody else’s can be deleted', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const theirs = await client.as('maya').say('#care-keystone', 'mine');
    const { ts = '' } = await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'ours' });

    await slack.chat.delete({ channel: TEAM_CHANNEL, ts });

    expect(await refusal(slack.chat.delete({ channel: TEAM_CHANNEL, ts: theirs }))).toBe(
      'cant_delete_message',
    );
    expect(await client.messages('#care-keystone')).toMatchObject([{ ts: theirs }]);
  });
});

describe('a message for one person only', () => {
  test('reaches members of the channel and is in no history', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;

    await slack.chat.postEphemeral({ channel: TEAM_CHANNEL, user: 'U0MAYA', text: 'psst' });

    expect(await client.notices('maya')).toMatchObject([{ channel: TEAM_CHANNEL, text: 'psst' }]);
    expect((await slack.conversations.history({ channel: TEAM_CHANNEL })).messages).toEqual([]);
    const outsider = slack.chat.postEphemeral({ channel: TEAM_CHANNEL, user: 'U0WEI', text: 'psst' });
    expect(await refusal(outsider)).toBe('user_not_in_channel');
  });
});

test('a permalink names the message, and the thread of a reply', async () => {
  await using workspace = await aWorkspace();
  const { slack } = workspace;
  const { ts = '' } = await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'parent' });
  const reply = await slack.chat.postMessage({ channel: TEAM_CHANNEL, text: 'reply', thread_ts: ts });

  const { permalink } = await slack.chat.getPermalink({ channel: TEAM_CHANNEL, message_ts: reply.ts ?? '' });

  const name = (reply.ts ?? '').replace('.', '');
  expect(permalink).toBe(
    `https://practice.slack.com/archives/${TEAM_CHANNEL}/p${name}?thread_ts=${ts}&cid=${TEAM_CHANNEL}`,
  );
});
