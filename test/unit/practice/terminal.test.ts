import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { anApp, aWorkspace, plain, section } from './support.ts';

const run = promisify(execFile);

/** The command as a person types it, and everything it prints. */
async function terminal(url: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['practice/cli.ts', '--url', url, ...args]);
  return stdout;
}

async function refusalOf(url: string, ...args: string[]): Promise<string> {
  try {
    return await terminal(url, ...args);
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

describe('the practice workspace from a terminal', () => {
  test('shows who is where and what they say', async () => {
    await using workspace = await aWorkspace();
    await workspace.slack.chat.postMessage({
      channel: 'C0CAREKEYSTONE',
      text: 'Card',
      blocks: [section('Question from <@U0MAYA>')],
    });

    const [people, channel] = await Promise.all([
      terminal(workspace.url, 'people'),
      terminal(workspace.url, 'read', '#care-keystone'),
    ]);

    expect(people).toMatch(/maya +Maya Brooks +@care-keystone/);
    expect(channel).toContain('Question from @maya');
  });

  test('a person clicks, and is shown the form that opens', async () => {
    await using workspace = await aWorkspace();
    const { slack } = workspace;
    await using app = await anApp(async ({ payload }) => {
      if (payload.type !== 'block_actions') return {};
      const view = { type: 'modal' as const, title: plain('Escalate'), blocks: [section('To whom?')] };
      await slack.views.open({ trigger_id: payload.trigger_id ?? '', view });
      return {};
    });
    await workspace.client.requestUrl(app.url);
    const button = { type: 'button' as const, action_id: 'escalate', text: plain('Escalate') };
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    await slack.chat.postMessage({ channel: 'C0CAREKEYSTONE', text: 'Card', blocks });

    const shown = await terminal(workspace.url, 'as', 'rosa', 'click', '#care-keystone', 'last', 'Escalate');

    expect(shown).toContain('── Escalate ──\nTo whom?');
  });

  test('mistakes are answered with what to do', async () => {
    await using workspace = await aWorkspace();
    const { url } = workspace;

    expect(await refusalOf(url, 'read', '#nowhere')).toBe('There is no channel #nowhere.\n');
    expect(await refusalOf(url, 'as', 'maya', 'fly')).toContain("maya can't fly.");
    expect(await refusalOf('http://127.0.0.1:9', 'people')).toContain('does not answer');
    expect(await terminal(url, 'help')).toContain('as NAME ask --question');
  });
});

describe('a form that stays open after it was sent', () => {
  test('says how to go on, and its own button can be pressed by its words', async () => {
    await using workspace = await aWorkspace();
    const { slack, url, client } = workspace;
    const question = { type: 'input' as const, block_id: 'q', label: plain('Question') };
    const element = { type: 'plain_text_input' as const, action_id: 'q' };
    const option = { text: plain('▸[name]◂ asks'), value: '0' };
    const ticks = {
      type: 'input' as const,
      block_id: 'ticks',
      label: plain("This isn't PHI"),
      optional: true,
      element: { type: 'checkboxes' as const, action_id: 'ticks', options: [option] },
    };
    const form = (title: string, submit: string, more: readonly (typeof ticks)[]) => ({
      type: 'modal' as const,
      callback_id: 'form',
      title: plain(title),
      submit: plain(submit),
      blocks: [{ ...question, element }, ...more],
    });
    let sent = 0;
    await using app = await anApp(async ({ payload }) => {
      if (payload.type === 'shortcut')
        await slack.views.open({ trigger_id: payload.trigger_id ?? '', view: form('Ask', 'Ask', []) });
      if (payload.type !== 'view_submission') return {};
      sent += 1;
      if (sent > 1) return {};
      return { body: { response_action: 'update', view: form('Check', 'Post redacted', [ticks]) } };
    });
    await client.requestUrl(app.url);
    await client.as('maya').shortcut('ask');
    await client.as('maya').fill({ Question: 'Who knows?' });

    const preview = await terminal(url, 'as', 'maya', 'submit');
    const posted = await terminal(url, 'as', 'maya', 'press', 'Post redacted');

    expect(preview).toContain('as maya submit                 presses "Post redacted"');
    expect(preview).toContain(`as maya fill "This isn't PHI" "▸[name]◂ asks"`);
    expect(posted).toBe('Sent; the form is closed.\n');
  });
});
