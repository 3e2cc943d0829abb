import { describe, expect, test } from '@jest/globals';
import { call } from '../../../../practice/client/call.ts';
import type { Part, Parts } from '../../../../practice/face/scene.ts';
import { aWorkspace } from '../support.ts';

type Seen = Partial<Parts>;

/** What the page is told at first. */
async function lookAs(url: string, as: string, more: Record<string, string> = {}): Promise<Seen> {
  const leaving = new AbortController();
  const query = new URLSearchParams({ as, place: 'C0GENERAL', ...more });
  const response = await fetch(`${url}/face/live?${query.toString()}`, { signal: leaving.signal });
  const seen: Seen = {};
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    for (const line of text.split('\n\n').slice(0, -1)) {
      const { part, value } = JSON.parse(line.replace(/^data: /, '')) as Part;
      Object.assign(seen, { [part]: value });
    }
    text = text.slice(text.lastIndexOf('\n\n') + 2);
    if (seen.traffic !== undefined) break;
  }
  leaving.abort();
  return seen;
}

async function aFace() {
  const workspace = await aWorkspace();
  await workspace.showFace({ env: {}, page: 'no page is looked at' });
  return workspace;
}

describe('what stands on the screen', () => {
  test('each person has unread marks of their own, and reading takes them away for that person only', async () => {
    await using workspace = await aFace();
    const ts = await workspace.client.as('wei').say('general', 'Hello <@U0MAYA>');
    const marks = async (as: string) => {
      const { rooms } = await lookAs(workspace.url, as);
      const { unread, mentions } = rooms?.find(({ name }) => name === 'general') ?? {};
      return { unread, mentions };
    };
    expect(await marks('U0MAYA')).toEqual({ unread: 1, mentions: 1 });
    expect(await marks('U0ROSA')).toEqual({ unread: 1, mentions: 0 });
    expect(await marks('U0WEI')).toEqual({ unread: 0, mentions: 0 });

    await call(workspace.url, 'read', { as: 'maya', channel: 'C0GENERAL', ts });

    expect(await marks('U0MAYA')).toEqual({ unread: 0, mentions: 0 });
    expect(await marks('U0ROSA')).toEqual({ unread: 1, mentions: 0 });
  });

  test('what is shown to one person only is on no other screen', async () => {
    await using workspace = await aFace();
    await workspace.slack.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0MAYA', text: 'For you' });
    const texts = async (as: string) =>
      (await lookAs(workspace.url, as)).place?.messages.map(({ text, isNotice }) => ({ text, isNotice }));

    expect(await texts('U0MAYA')).toEqual([{ text: 'For you', isNotice: true }]);
    expect(await texts('U0ROSA')).toEqual([]);
  });

  test('somebody of another company sees the shared channels they are in, and nothing else', async () => {
    await using workspace = await aFace();
    const { rooms, place } = await lookAs(workspace.url, 'U0PAT');

    expect(rooms?.filter(({ kind }) => kind === 'channel').map(({ name }) => name)).toEqual(['partner-acme']);
    expect(place).toBeNull();
  });

  test('a private channel is seen by its members', async () => {
    await using workspace = await aFace();
    const id = await workspace.client.admin.createChannel('quiet', { isPrivate: true, members: ['maya'] });
    const seenBy = async (as: string) => (await lookAs(workspace.url, as, { place: id })).place?.channel;

    expect(await seenBy('U0MAYA')).toBe(id);
    expect(await seenBy('U0ROSA')).toBeUndefined();
  });

  test('everybody is introduced by what they do', async () => {
    await using workspace = await aFace();
    const { people } = await lookAs(workspace.url, 'U0MAYA');
    const roles = Object.fromEntries(people?.map(({ name, role }) => [name, role]) ?? []);

    expect(roles).toMatchObject({
      maya: 'Care guide',
      lee: 'Expert',
      rosa: 'Supervisor',
      quinn: 'Product manager',
      carmen: 'Comms',
      ingrid: 'Compliance',
      alex: 'Administrator',
      pat: 'Of another company',
    });
  });

  test('the inspector has every request with its time and the verdict of the limit checker', async () => {
    await using workspace = await aFace();
    await workspace.slack.chat.postMessage({ channel: 'C0GENERAL', text: 'Fine' });
    await workspace.slack.chat
      .postMessage({ channel: 'C0GENERAL', text: 'Not', blocks: [{ type: 'header' }] as never })
      .catch(() => {});

    const { traffic } = await lookAs(workspace.url, 'U0MAYA', { inspect: 'yes' });

    expect(traffic).toMatchObject([
      { from: 'app', name: 'chat.postMessage', outcome: '200 invalid_blocks' },
      { from: 'app', name: 'chat.postMessage', outcome: '200 ok', limits: [] },
    ]);
    expect(traffic?.[0]?.limits?.join()).toContain('/blocks/0');
    expect(traffic?.every(({ ms }) => ms > 0)).toBe(true);
    expect((await lookAs(workspace.url, 'U0MAYA')).traffic).toEqual([]);
  });

  test('the steps of the first question are read off what stands in the workspace', async () => {
    await using workspace = await aFace();
    const done = async () =>
      (await lookAs(workspace.url, 'U0MAYA')).lesson?.steps.flatMap(({ key, isDone }) =>
        isDone ? [key] : [],
      );
    const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
    const asked = section('*Ask a Question submission from <@U0MAYA>*');
    expect(await done()).toEqual([]);

    const { ts = '' } = await workspace.slack.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Card',
      blocks: [asked] as never,
    });
    expect(await done()).toEqual(['ask']);
    const draw = async (words: string) =>
      await workspace.slack.chat.update({
        channel: 'C0GENERAL',
        ts,
        text: 'Card',
        blocks: [asked, section(words)] as never,
      });
    await draw('*Claimed by* <@U0ROSA>');
    expect(await done()).toEqual(['ask', 'claim']);
    await workspace.client.as('rosa').say('general', 'It is.', { threadTs: ts });
    expect(await done()).toEqual(['ask', 'claim', 'reply']);
    await draw('*Answered by* <@U0ROSA>');
    expect(await done()).toEqual(['ask', 'claim', 'reply', 'mark']);
  });

  test('what the surroundings do not allow is said, not offered', async () => {
    await using workspace = await aFace();
    const { outside } = await lookAs(workspace.url, 'U0MAYA');
    expect(outside).toMatchObject({ database: 'fixed', ahead: null, canReset: false, busy: '' });

    const answer = await fetch(`${workspace.url}/face/reset`, { method: 'POST', body: '{}' });

    expect(await answer.json()).toEqual({ problem: 'That is not possible here.' });
  });

  test('a page that looks on sees a reset, and what comes after it', async () => {
    await using workspace = await aFace();
    const response = await fetch(`${workspace.url}/face/live?as=U0MAYA&place=C0GENERAL`);
    const stream = response.body?.getReader();
    const untilTold = async (words: string): Promise<void> => {
      for (let text = ''; !text.includes(words); ) {
        const { value, done } = (await stream?.read()) ?? { done: true };
        if (done) throw new Error(`Never told: ${words}`);
        text += Buffer.from(value ?? []).toString();
      }
    };
    await workspace.client.reset();
    await workspace.client.as('wei').say('general', 'After the reset');

    await untilTold('After the reset');
    await stream?.cancel();
  });
});
