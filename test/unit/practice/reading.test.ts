import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aWorkspace, refusal } from './support.ts';

const CHANNEL = 'C0CAREKEYSTONE';

async function withMessages(count: number) {
  const workspace = await aWorkspace();
  const times: string[] = [];
  for (let each = 0; each < count; each += 1) {
    times.push(await workspace.client.as('maya').say('#care-keystone', `Message ${each}`));
  }
  return { ...workspace, times };
}

describe('a channel’s history', () => {
  test('is newest first, page by page, without replies', async () => {
    await using workspace = await withMessages(5);
    const { slack, times } = workspace;
    await slack.chat.postMessage({ channel: CHANNEL, text: 'reply', thread_ts: times[0] ?? '' });

    const first = await slack.conversations.history({ channel: CHANNEL, limit: 3 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await slack.conversations.history({ channel: CHANNEL, limit: 3, cursor });

    const read = [...(first.messages ?? []), ...(second.messages ?? [])].map(({ ts }) => ts);
    expect(read).toEqual([...times].reverse());
    expect([first.has_more, second.has_more]).toEqual([true, false]);
  });

  test('keeps to any bounds as the plain reading of them says', async () => {
    await using workspace = await withMessages(6);
    const { slack, times } = workspace;
    const bound = fc.option(fc.nat({ max: 5 }), { nil: undefined });

    await fc.assert(
      fc.asyncProperty(bound, bound, fc.boolean(), async (from, to, inclusive) => {
        const oldest = from === undefined ? undefined : times[from];
        const latest = to === undefined ? undefined : times[to];
        const { messages = [] } = await slack.conversations.history({
          channel: CHANNEL,
          inclusive,
          ...(oldest && { oldest }),
          ...(latest && { latest }),
        });

        const expected = times.filter(
          (ts) =>
            (oldest === undefined || ts > oldest || (inclusive && ts === oldest)) &&
            (latest === undefined || ts < latest || (inclusive && ts === latest)),
        );
        expect(messages.map(({ ts }) => ts)).toEqual(expected.reverse());
      }),
      { numRuns: 60 },
    );
  });

  test('shows metadata to those who ask for it', async () => {
    await using workspace = await aWorkspace();
    const { slack } = workspace;
    const metadata = { event_type: 'question', event_payload: { id: '1' } };
    await slack.chat.postMessage({ channel: CHANNEL, text: 'x', metadata });

    const plain = await slack.conversations.history({ channel: CHANNEL });
    const whole = await slack.conversations.history({ channel: CHANNEL, include_all_metadata: true });

    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    expect(whole.messages?.[0]?.metadata).toEqual(metadata);
  });

  test('is closed to a bot that isn’t a member', async () => {
    await using workspace = await aWorkspace();

    expect(await refusal(workspace.slack.conversations.history({ channel: 'C0RANDOM' }))).toBe(
      'not_in_channel',
    );
  });
});

describe('a thread', () => {
  test('begins with its parent, however late one starts to read', async () => {
    await using workspace = await withMessages(1);
    const { slack, client, times } = workspace;
    const [parent = ''] = times;
    const replies = [];
    for (const text of ['a', 'b', 'c']) {
      replies.push(await client.as('maya').say('#care-keystone', text, { threadTs: parent }));
    }

    const { messages } = await slack.conversations.replies({
      channel: CHANNEL,
      ts: parent,
      oldest: replies[1] ?? '',
    });

    expect(messages?.map(({ ts }) => ts)).toEqual([parent, replies[2]]);
    expect(messages?.[0]).toMatchObject({ reply_count: 3, latest_reply: replies[2] });
    const nowhere = slack.conversations.replies({ channel: CHANNEL, ts: '1700000000.000100' });
    expect(await refusal(nowhere)).toBe('thread_not_found');
  });
});

describe('channels and people', () => {
  test('channels are listed page by page, private ones only to members', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const hidden = await client.admin.createChannel('hidden', { isPrivate: true });
    const ours = await client.admin.createChannel('ours', { isPrivate: true });
    await client.admin.addBot(ours);

    const names: string[] = [];
    for await (const page of slack.paginate('conversations.list', {
      types: 'public_channel,private_channel',
      limit: 7,
    })) {
      names.push(...(page as unknown as { channels: { name: string }[] }).channels.map(({ name }) => name));
    }

    expect(names).toEqual(expect.arrayContaining(['care-keystone', 'partner-acme', 'random', 'ours']));
    expect(names).not.toContain('hidden');
    expect(new Set(names).size).toBe(names.length);
    expect(await refusal(slack.conversations.info({ channel: hidden }))).toBe('channel_not_found');
  });

  test('what matters about a channel can be seen', async () => {
    await using workspace = await aWorkspace();
    const { channel } = await workspace.slack.conversations.info({ channel: 'C0PARTNERACME' });
    const { members } = await workspace.slack.conversations.members({ channel: 'C0PARTNERACME' });

    expect(channel).toMatchObject({
      is_ext_shared: true,
      is_member: true,
      is_archived: false,
      is_private: false,
    });
    expect(members).toContain('U0PAT');
  });

  test('people are found by id and by address, those who left only by id', async () => {
    await using workspace = await aWorkspace();
    const { users } = workspace.slack;

    expect((await users.info({ user: 'U0NICO' })).user).toMatchObject({ deleted: true });
    expect((await users.info({ user: 'U0PAT' })).user).toMatchObject({
      is_stranger: true,
      team_id: 'T0ACME',
    });
    expect((await users.lookupByEmail({ email: 'maya@practice.example' })).user).toMatchObject({
      id: 'U0MAYA',
    });
    expect(await refusal(users.lookupByEmail({ email: 'nico@practice.example' }))).toBe('users_not_found');
  });

  test('user groups hold the people of the seed', async () => {
    await using workspace = await aWorkspace();
    const { usergroups } = await workspace.slack.usergroups.list({ include_users: true });

    expect(usergroups).toContainEqual(
      expect.objectContaining({
        id: 'S0CAREKEYSTONE',
        handle: 'care-keystone',
        users: ['U0MAYA', 'U0JORDAN'],
      }),
    );
    const { users } = await workspace.slack.usergroups.users.list({ usergroup: 'S0SUPERVISORS' });
    expect(users).toEqual(['U0ROSA']);
  });

  test('a channel can be made, joined, named and closed', async () => {
    await using workspace = await aWorkspace();
    const { conversations } = workspace.slack;
    const { channel } = await conversations.create({ name: 'region-mountain-2' });
    const id = channel?.id ?? '';

    await conversations.setTopic({ channel: id, topic: 'Mountain states' });
    await conversations.invite({ channel: id, users: 'U0ROSA,U0OMAR' });
    await conversations.archive({ channel: id });

    expect((await conversations.info({ channel: id })).channel).toMatchObject({
      name: 'region-mountain-2',
      is_archived: true,
      num_members: 3,
      topic: { value: 'Mountain states' },
    });
    expect(await refusal(conversations.create({ name: 'region-mountain-2' }))).toBe('name_taken');
    expect((await conversations.join({ channel: 'C0RANDOM' })).channel).toMatchObject({ is_member: true });
  });
});

test('reactions are counted by person, once', async () => {
  await using workspace = await withMessages(1);
  const { slack, client, times } = workspace;
  const on = { channel: CHANNEL, timestamp: times[0] ?? '' };
  await slack.reactions.add({ ...on, name: 'eyes' });
  await client.as('jordan').react({ channel: '#care-keystone', ts: on.timestamp }, ':eyes:');

  expect(await refusal(slack.reactions.add({ ...on, name: 'eyes' }))).toBe('already_reacted');
  const { message } = await slack.reactions.get({ ...on, full: true });
  expect(message?.reactions).toEqual([{ name: 'eyes', users: ['U0CONCIERGE', 'U0JORDAN'], count: 2 }]);
  await slack.reactions.remove({ ...on, name: 'eyes' });
  expect(await refusal(slack.reactions.remove({ ...on, name: 'eyes' }))).toBe('no_reaction');
});
