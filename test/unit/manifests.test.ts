import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { STEP } from '../../src/questions/form-step.ts';
import { complaints } from './manifests/complaints.ts';
import { Manifest } from './manifests/manifest-file.ts';
import { EVENTS } from './manifests/permissions.ts';
import { type Source, usesOf } from './manifests/uses.ts';

const FILES = ['manifests/development.json', 'manifests/production.json'];
const load = (file: string) => Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
const production = load('manifests/production.json');
const development = load('manifests/development.json');

function sources(): readonly Source[] {
  return globSync('src/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

describe('the manifests', () => {
  test.each(FILES)('%s keeps the limits of each field', (file) => {
    expect(() => load(file)).not.toThrow();
  });

  test.each(FILES)('%s asks for what the code uses, and nothing else', (file) => {
    expect(complaints(load(file), usesOf(sources()))).toEqual([]);
  });

  test('production is reached over HTTP, at one address, and can be installed for an organisation', () => {
    const { event_subscriptions, interactivity, ...settings } = production.settings;
    const urls = [
      event_subscriptions.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
      ...production.features.slash_commands.map(({ url }) => url),
    ];

    expect(new Set(urls)).toEqual(new Set(['https://concierge.example.com/slack/events']));
    expect(settings).toMatchObject({ socket_mode_enabled: false, org_deploy_enabled: true });
  });

  test('both offer the workflow step, run by ourselves and by an organisation, with the inputs that are read', () => {
    for (const { functions, settings } of [development, production]) {
      expect(settings).toMatchObject({ org_deploy_enabled: true, function_runtime: 'remote' });
      expect(settings.interactivity.is_enabled).toBe(true);
      const { input_parameters: inputs, output_parameters: outputs } = functions['ask_question'] ?? {};
      expect(Object.keys(inputs?.properties ?? {}).toSorted()).toEqual(Object.values(STEP).toSorted());
      expect(inputs?.required).toEqual(['requester', 'question', 'topic']);
      expect(Object.keys(outputs?.properties ?? {})).toEqual(['question_id', 'card_link', 'destination']);
    }
  });

  test('development uses Socket Mode and needs no address', () => {
    expect(development.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(development)).not.toMatch(/https?:/);
  });

  test('apart from that they are the same app', () => {
    expect(sameApp(development)).toEqual(sameApp(production));
  });

  test('tokens do not rotate: a rotated token would have to be shared between instances', () => {
    expect([development, production].map((one) => one.settings.token_rotation_enabled)).toEqual([
      false,
      false,
    ]);
  });

  test('people read in the Messages tab and write in the form', () => {
    expect(production.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
  });
});

function sameApp({ display_information, features, functions, oauth_config, settings }: Manifest) {
  const commands = features.slash_commands.map((command) => ({ ...command, url: undefined }));
  return {
    display_information,
    features: { ...features, slash_commands: commands },
    functions,
    oauth_config,
    events: settings.event_subscriptions.bot_events,
  };
}

describe('the check of the manifests', () => {
  const code = `
    export const ASK = 'ask';
    const CHANGES = ['channel_rename', 'group_rename'] as const;
    app.event('app_home_opened', home);
    for (const change of CHANGES) app.event(change, follow);
    app.shortcut<GlobalShortcut>(ASK, open);
    app.shortcut({ callback_id: 'mark_answer', type: 'message_action' }, mark);
    app.command('/ask', open);
    await client.views.open({ view });
    await posting.apiCall('chat.postMessage', message);
    // await client.reactions.add({ name }) is only a comment, and so is this: app.event('team_join', x)
  `;
  const fitting = (more: Partial<Record<'events' | 'scopes', string[]>> = {}): Manifest => ({
    ...production,
    functions: {},
    features: {
      ...production.features,
      shortcuts: production.features.shortcuts.filter(({ callback_id }) =>
        ['ask', 'mark_answer'].includes(callback_id),
      ),
      slash_commands: production.features.slash_commands.filter(({ command }) => command === '/ask'),
    },
    oauth_config: {
      scopes: { bot: more.scopes ?? ['channels:read', 'groups:read', 'chat:write', 'commands'] },
    },
    settings: {
      ...production.settings,
      event_subscriptions: {
        bot_events: more.events ?? ['app_home_opened', 'channel_rename', 'group_rename'],
      },
    },
  });
  const check = (manifest: Manifest, ...texts: string[]) =>
    complaints(manifest, usesOf(texts.map((text) => ({ file: 'src/planted.ts', text }))));

  test('has nothing to say when manifest and code agree', () => {
    expect(check(fitting(), code)).toEqual([]);
  });

  test('finds a constant that another file declares', () => {
    const [declared, ...rest] = code.split('\n').filter((line) => line.trim() !== '');

    expect(check(fitting(), rest.join('\n'), declared ?? '')).toEqual([]);
  });

  test('notices a scope that nothing uses', () => {
    const scopes = [...fitting().oauth_config.scopes.bot, 'files:read'];

    expect(check(fitting({ scopes }), code)).toEqual(['Scope files:read is not used by any event or call.']);
  });

  test('notices a scope that is missing, and says what needs it', () => {
    expect(check(fitting({ scopes: ['channels:read', 'groups:read', 'commands'] }), code)).toEqual([
      'Scope chat:write is missing: method chat.postMessage needs it.',
    ]);
    expect(check(fitting({ scopes: ['channels:read', 'chat:write', 'commands'] }), code)).toEqual([
      'Scope groups:read is missing: event group_rename needs it.',
    ]);
  });

  test('notices an event that nobody listens to, and one that Slack does not have', () => {
    const events = [...fitting().settings.event_subscriptions.bot_events, 'user_change', 'channel_renamed'];

    expect(check(fitting({ events }), code)).toEqual([
      'Event user_change has no listener in src.',
      'Event channel_renamed has no listener in src.',
      'Event channel_renamed is not in the table of events.',
    ]);
  });

  test('notices a listener without a subscription', () => {
    expect(check(fitting(), code, "app.event('message', follow)")).toEqual([
      'Event message has a listener but no subscription.',
    ]);
  });

  test('takes either kind of message for the listener of messages', () => {
    const manifest = fitting({
      events: ['app_home_opened', 'channel_rename', 'group_rename', 'message.groups'],
      scopes: [...fitting().oauth_config.scopes.bot, 'groups:history'],
    });

    expect(check(manifest, code, "app.event('message', follow)")).toEqual([]);
  });

  test('notices shortcuts and commands on one side only', () => {
    expect(check(production, "app.shortcut('aks', open); app.command('/aks', open);")).toEqual(
      expect.arrayContaining([
        'Shortcut ask has no listener in src.',
        'Shortcut aks is not in the manifest.',
        'Command /ask has no listener in src.',
        'Command /aks is not in the manifest.',
      ]),
    );
  });

  test('notices a step on one side only, and that steps come as events', () => {
    const listening = "app.function('ask_step', { autoAcknowledge: false }, ask)";

    expect(check(fitting(), code, listening)).toEqual([
      'Event function_executed has a listener but no subscription.',
      'Step ask_step is not in the manifest.',
    ]);
    expect(check({ ...fitting(), functions: production.functions }, code)).toEqual([
      'Step ask_question has no listener in src.',
    ]);
  });

  test('notices a method whose scopes it does not know', () => {
    expect(check(fitting(), code, 'await reads.conversations\n  .kick({ channel })')).toEqual([
      'Method conversations.kick is not in the table of methods.',
    ]);
  });

  test('says so when it cannot tell what a listener listens to', () => {
    expect(check(fitting(), code, 'app.event(whatever(), follow)')).toEqual([
      "Can't tell what this listens to: src/planted.ts: app.event(whatever",
    ]);
  });

  test('knows only events that exist', () => {
    const types = globSync('node_modules/@slack/types/dist/events/*.d.ts').map((file) =>
      readFileSync(file, 'utf8'),
    );
    const invented = Object.keys(EVENTS)
      .map((event) => event.replace(/^message\..*/, 'message'))
      .filter((event) => !types.some((text) => text.includes(`type: '${event}'`)));

    expect(invented).toEqual([]);
  });
});
