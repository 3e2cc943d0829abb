import { describe, expect, test } from '@jest/globals';
import { anApp, aWorkspace, plain, refusal } from './support.ts';

const input = (label: string, name: string, element: Record<string, unknown>, more: object = {}) => ({
  type: 'input' as const,
  block_id: name,
  label: plain(label),
  element: { action_id: name, ...element },
  ...more,
});
const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value });
const modal = (blocks: object[], more: object = {}) =>
  ({
    type: 'modal',
    callback_id: 'ask',
    title: plain('Ask a Question'),
    submit: plain('Send'),
    private_metadata: 'secret-id',
    blocks,
    ...more,
  }) as never;

const QUESTION = input('Question', 'question', {
  type: 'plain_text_input',
  multiline: true,
  max_length: 20,
  min_length: 3,
});
const TOPIC = input('Topic', 'topic', {
  type: 'static_select',
  options: [option('Claims'), option('Billing')],
});
const STATE = input('State', 'state', { type: 'external_select', min_query_length: 1 }, { optional: true });

/** An app that opens a form at any shortcut, and answers a submission as told. */
async function aForm(
  blocks: object[],
  { submission = {} as unknown, more = {} as object, options = {} as unknown } = {},
) {
  const workspace = await aWorkspace();
  const app = await anApp(async ({ payload }) => {
    if (payload.type === 'shortcut' || payload.command) {
      await workspace.slack.views.open({ trigger_id: payload.trigger_id ?? '', view: modal(blocks, more) });
    }
    if (payload.type === 'block_suggestion') return { body: options };
    if (payload.type === 'view_submission' && submission) return { body: submission };
    return {};
  });
  await workspace.client.requestUrl(app.url);
  return {
    ...workspace,
    app,
    maya: workspace.client.as('maya'),
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await app[Symbol.asyncDispose]();
    },
  };
}

describe('a form', () => {
  test('opens by a shortcut, is filled by its labels, and is sent with everything in it', async () => {
    await using form = await aForm([QUESTION, TOPIC]);
    const { maya, app } = form;

    const { view } = await maya.shortcut('ask');
    await maya.fill({ Question: 'Who pays?', Topic: 'Claims' });
    const outcome = await maya.submit();

    expect(view).toMatchObject({ title: 'Ask a Question', callbackId: 'ask', privateMetadata: 'secret-id' });
    expect(outcome).toEqual({ kind: 'closed' });
    expect(await maya.view()).toBeUndefined();
    const [submission] = app.payloads('view_submission');
    expect(submission).toMatchObject({
      team: { id: 'T0PRACTICE', domain: 'practice' },
      user: { id: 'U0MAYA', name: 'maya', team_id: 'T0PRACTICE' },
      api_app_id: 'A0CONCIERGE',
      is_enterprise_install: false,
      response_urls: [],
      view: {
        id: view?.id,
        callback_id: 'ask',
        private_metadata: 'secret-id',
        hash: view?.hash,
        state: {
          values: {
            question: { question: { type: 'plain_text_input', value: 'Who pays?' } },
            topic: { topic: { type: 'static_select', selected_option: option('Claims') } },
          },
        },
      },
    });
  });

  test('a slash command opens it just as well, and carries its text', async () => {
    await using form = await aForm([QUESTION]);

    const { view } = await form.maya.command('/ask', 'who pays', { channel: '#care-keystone' });

    expect(view?.title).toBe('Ask a Question');
    expect(form.app.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(form.app.received[0]?.payload).toMatchObject({
      command: '/ask',
      text: 'who pays',
      channel_id: 'C0CAREKEYSTONE',
    });
  });

  test('what is required, too short or too long is refused before the app hears of it', async () => {
    await using form = await aForm([QUESTION, TOPIC]);
    const { maya, app } = form;
    await maya.shortcut('ask');

    await maya.fill({ Question: 'Hi' });
    const outcome = await maya.submit();

    expect(outcome).toEqual({
      kind: 'errors',
      errors: {
        Question: 'Please enter at least 3 characters.',
        Topic: 'Please complete this required field.',
      },
    });
    expect(app.payloads('view_submission')).toEqual([]);
    await expect(maya.fill({ Question: 'x'.repeat(21) })).rejects.toThrow('takes 20 characters at most');
  });

  test('an option that isn’t offered can’t be chosen', async () => {
    await using form = await aForm([TOPIC]);
    await form.maya.shortcut('ask');

    await expect(form.maya.fill({ Topic: 'Weather' })).rejects.toThrow(
      '"Topic" doesn\'t offer "Weather". It offers: Claims · Billing.',
    );
  });

  test('a searchable list asks the app for what fits', async () => {
    await using form = await aForm([STATE], { options: { options: [option('Ohio', 'OH')] } });
    await form.maya.shortcut('ask');

    const { view } = await form.maya.fill({ State: 'Ohio' });

    expect(view?.fields[0]?.shows).toBe('Ohio');
    expect(form.app.payloads('block_suggestion')).toMatchObject([
      { value: 'Ohio', action_id: 'state', block_id: 'state', view: { callback_id: 'ask' } },
    ]);
  });

  test('a field that dispatches tells the app at once', async () => {
    await using form = await aForm([
      input('Topic', 'topic', { ...TOPIC.element }, { dispatch_action: true }),
    ]);
    await form.maya.shortcut('ask');

    await form.maya.fill({ Topic: 'Billing' });

    expect(form.app.payloads('block_actions')).toMatchObject([
      {
        container: { type: 'view' },
        view: {
          callback_id: 'ask',
          state: { values: { topic: { topic: { selected_option: option('Billing') } } } },
        },
        actions: [{ type: 'static_select', action_id: 'topic', selected_option: option('Billing') }],
      },
    ]);
  });
});

describe('what the app answers to a submission', () => {
  test('errors are shown beside their fields, and everything typed stays', async () => {
    await using form = await aForm([QUESTION], {
      submission: { response_action: 'errors', errors: { question: 'Say more.' } },
    });
    await form.maya.shortcut('ask');
    await form.maya.fill({ Question: 'Who pays?' });

    expect(await form.maya.submit()).toEqual({ kind: 'errors', errors: { Question: 'Say more.' } });
    expect((await form.maya.view())?.fields[0]).toMatchObject({ shows: 'Who pays?', error: 'Say more.' });
  });

  test('errors for blocks that aren’t inputs leave the person with a shrug', async () => {
    await using form = await aForm([QUESTION], {
      submission: { response_action: 'errors', errors: { nowhere: 'Say more.' } },
    });
    await form.maya.shortcut('ask');
    await form.maya.fill({ Question: 'Who pays?' });

    expect(await form.maya.submit()).toMatchObject({ kind: 'trouble' });
    expect(await form.client.violations()).toMatchObject([{ method: 'view_submission' }]);
  });

  test('a view can take its place, or lie on top of it', async () => {
    const next = modal([TOPIC], { title: plain('Next') });
    await using updated = await aForm([QUESTION], { submission: { response_action: 'update', view: next } });
    await using pushed = await aForm([QUESTION], { submission: { response_action: 'push', view: next } });
    for (const { maya } of [updated, pushed]) {
      await maya.shortcut('ask');
      await maya.fill({ Question: 'Who pays?' });
    }

    expect(await updated.maya.submit()).toMatchObject({ kind: 'updated', view: { title: 'Next' } });
    expect(await pushed.maya.submit()).toMatchObject({ kind: 'pushed', view: { title: 'Next' } });
    await updated.maya.close();
    await pushed.maya.close();
    expect(await updated.maya.view()).toBeUndefined();
    expect((await pushed.maya.view())?.title).toBe('Ask a Question');
  });

  test('an error or silence is trouble, and the form stays as it was', async () => {
    await using workspace = await aWorkspace({ acknowledgeWithinMs: 100 });
    await using app = await anApp(async ({ payload }) => {
      if (payload.type === 'shortcut') {
        await workspace.slack.views.open({ trigger_id: payload.trigger_id ?? '', view: modal([QUESTION]) });
      }
      return payload.type === 'view_submission' ? await new Promise<never>(() => {}) : {};
    });
    await workspace.client.requestUrl(app.url);
    const maya = workspace.client.as('maya');
    await maya.shortcut('ask');
    await maya.fill({ Question: 'Who pays?' });

    expect(await maya.submit()).toEqual({
      kind: 'trouble',
      text: 'We had some trouble connecting. Try again?',
    });
    expect((await maya.view())?.fields[0]?.shows).toBe('Who pays?');
  });
});

describe('views', () => {
  test('an update keeps what was typed where block and action keep their names', async () => {
    await using form = await aForm([QUESTION, TOPIC]);
    const { view } = await form.maya.shortcut('ask');
    await form.maya.fill({ Question: 'Who pays?', Topic: 'Claims' });

    const renamed = { ...TOPIC, block_id: 'topic-2' };
    await form.slack.views.update({ view_id: view?.id ?? '', view: modal([renamed, QUESTION]) });

    expect((await form.maya.view())?.fields.map(({ label, shows }) => [label, shows])).toEqual([
      ['Topic', ''],
      ['Question', 'Who pays?'],
    ]);
  });

  test('a hash that is out of date may not overwrite', async () => {
    await using form = await aForm([QUESTION]);
    const { view } = await form.maya.shortcut('ask');
    const update = { view_id: view?.id ?? '', hash: view?.hash ?? '', view: modal([TOPIC]) };

    await form.slack.views.update(update);

    expect(await refusal(form.slack.views.update(update))).toBe('hash_conflict');
  });

  test('a trigger opens one view, within three seconds', async () => {
    const clock = { now: Date.now() };
    await using workspace = await aWorkspace({ now: () => clock.now });
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);
    const trigger = async () => {
      await workspace.client.as('maya').shortcut('ask', { withinMs: 0 });
      return String(app.payloads('shortcut').at(-1)?.trigger_id);
    };
    const open = async (id: string) =>
      await refusal(workspace.slack.views.open({ trigger_id: id, view: modal([QUESTION]) }));

    const first = await trigger();
    expect(await open(first)).toBe('none');
    expect(await open(first)).toBe('exchanged_trigger_id');
    const second = await trigger();
    clock.now += 3001;
    expect(await open(second)).toBe('expired_trigger_id');
    expect(await open('made-up')).toBe('invalid_trigger_id');
  });

  test('three views at most lie on top of each other', async () => {
    await using form = await aForm([
      {
        type: 'actions',
        block_id: 'more',
        elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
      },
    ]);
    await form.maya.shortcut('ask');
    const push = async () => {
      await form.maya.clickInView('More');
      const { trigger_id = '' } = form.app.payloads('block_actions').at(-1) ?? {};
      return await refusal(form.slack.views.push({ trigger_id, view: modal([QUESTION, form_more]) }));
    };

    expect([await push(), await push(), await push()]).toEqual(['none', 'none', 'push_limit_reached']);
  });

  test('a click waits for the view that is still opening', async () => {
    await using form = await aForm([form_more]);

    const [clicked] = await Promise.all([form.maya.clickInView('More'), form.maya.shortcut('ask')]);

    expect(clicked).toEqual({ kind: 'done' });
    await form.maya.close();
    await expect(form.maya.clickInView('More', { withinMs: 0 })).rejects.toThrow('No view is open there.');
  });

  test('closing is told where the view asks for it', async () => {
    await using form = await aForm([QUESTION], { more: { notify_on_close: true } });
    await form.maya.shortcut('ask');

    await form.maya.close();

    expect(form.app.payloads('view_closed')).toMatchObject([
      { is_cleared: false, view: { callback_id: 'ask' } },
    ]);
  });

  test('the Home tab shows what was last published', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp(async ({ payload }) => {
      if (payload.event?.type === 'app_home_opened') {
        await workspace.slack.views.publish({
          user_id: payload.event.user ?? '',
          view: { type: 'home', blocks: [{ type: 'section', text: plain('Welcome') }] },
        });
      }
      return {};
    });
    await workspace.client.requestUrl(app.url);

    const home = await workspace.client.as('maya').openHome();

    expect(home?.blocks).toMatchObject([{ type: 'section', text: plain('Welcome') }]);
  });
});

const form_more = {
  type: 'actions',
  block_id: 'more',
  elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
};

describe('buttons and menus on a message', () => {
  const card = [
    {
      type: 'actions' as const,
      block_id: 'card',
      elements: [
        { type: 'button' as const, action_id: 'claim', text: plain('Claim'), value: 'q1' },
        {
          type: 'overflow' as const,
          action_id: 'menu',
          options: [option('Hand over…', 'hand_over'), option('Release')],
        },
      ],
    },
  ];

  test('a click carries the message, a trigger and a way to answer', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    await using app = await anApp();
    await client.requestUrl(app.url);
    const { ts = '' } = await slack.chat.postMessage({
      channel: 'C0CAREKEYSTONE',
      text: 'Card',
      blocks: card,
    });

    expect(await client.as('rosa').click({ channel: '#care-keystone', ts }, 'Claim')).toEqual({
      kind: 'done',
    });

    const [click] = app.payloads('block_actions');
    expect(click).toMatchObject({
      user: { id: 'U0ROSA' },
      channel: { id: 'C0CAREKEYSTONE', name: 'care-keystone' },
      container: { type: 'message', message_ts: ts, channel_id: 'C0CAREKEYSTONE', is_ephemeral: false },
      message: { ts, bot_id: 'B0CONCIERGE' },
      actions: [{ type: 'button', action_id: 'claim', block_id: 'card', value: 'q1' }],
    });
    await fetch(String(click?.response_url), {
      method: 'POST',
      body: JSON.stringify({ text: 'Yours now.' }),
    });
    expect(await client.notices('rosa')).toMatchObject([{ text: 'Yours now.' }]);
  });

  test('a menu sends the option that was chosen', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);
    const { ts = '' } = await workspace.slack.chat.postMessage({
      channel: 'C0CAREKEYSTONE',
      text: 'Card',
      blocks: card,
    });

    await workspace.client.as('rosa').choose({ channel: '#care-keystone', ts }, 'Hand over…');

    expect(app.payloads('block_actions')[0]?.actions).toMatchObject([
      { type: 'overflow', action_id: 'menu', selected_option: { value: 'hand_over' } },
    ]);
  });

  test('a button that isn’t there can’t be clicked, nor can one in a channel one can’t see', async () => {
    await using workspace = await aWorkspace();
    const { client, slack } = workspace;
    const { ts = '' } = await slack.chat.postMessage({
      channel: 'C0CAREKEYSTONE',
      text: 'Card',
      blocks: card,
    });
    const on = { channel: '#care-keystone', ts };

    await expect(client.as('rosa').click(on, 'Resolve', { withinMs: 0 })).rejects.toThrow(
      'There is no "Resolve" here.',
    );
    await expect(client.as('pat').click(on, 'Claim')).rejects.toThrow("Pat Stone can't see #care-keystone.");
  });

  test('a response address works five times', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);
    const { ts = '' } = await workspace.slack.chat.postMessage({
      channel: 'C0CAREKEYSTONE',
      text: 'Card',
      blocks: card,
    });
    await workspace.client.as('rosa').click({ channel: '#care-keystone', ts }, 'Claim');
    const url = String(app.payloads('block_actions')[0]?.response_url);
    const send = async () =>
      (await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Done', replace_original: true }) }))
        .status;

    const statuses = [await send(), await send(), await send(), await send(), await send(), await send()];

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(await workspace.client.messages('#care-keystone')).toMatchObject([{ ts, text: 'Done' }]);
  });

  test('a message shortcut brings the message along', async () => {
    await using workspace = await aWorkspace();
    await using app = await anApp();
    await workspace.client.requestUrl(app.url);
    const ts = await workspace.client.as('maya').say('#care-keystone', 'Tom & <@U0ROSA> <!here>');

    await workspace.client
      .as('rosa')
      .messageShortcut('mark_answer', { channel: '#care-keystone', ts }, { withinMs: 0 });

    expect(app.payloads('message_action')).toMatchObject([
      {
        callback_id: 'mark_answer',
        message_ts: ts,
        message: { user: 'U0MAYA', text: 'Tom &amp; <@U0ROSA> &lt;!here&gt;' },
      },
    ]);
  });
});
