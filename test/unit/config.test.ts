import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parseConfig, SETTINGS } from '../../src/config.ts';

const example = parseEnv(readFileSync('.env.example', 'utf8'));

describe('.env.example', () => {
  test('names every setting, and none that does not exist', () => {
    expect(Object.keys(example).toSorted()).toEqual(SETTINGS.toSorted());
  });

  test('would start the app over HTTP as it stands', () => {
    expect(parseConfig(example)).toMatchObject({ mode: 'slack', slack: { transport: { kind: 'http' } } });
  });
});

describe('settings', () => {
  test('with none at all it is practice mode', () => {
    expect(parseConfig({})).toMatchObject({ mode: 'practice', practicePort: 3100, PORT: 3000 });
  });

  test('an app-level token means Socket Mode, which may do without a database of its own', () => {
    const socket = { ...example, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '', DATABASE_URL: '' };

    expect(parseConfig(socket)).toMatchObject({
      slack: { transport: { kind: 'socket', appToken: 'xapp-1' } },
    });
  });

  test('half a set is an error that names what is missing', () => {
    expect(() => parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      /ENCRYPTION_KEYS[\s\S]*FINGERPRINT_SECRET[\s\S]*SLACK_SIGNING_SECRET[\s\S]*DATABASE_URL/,
    );
  });

  test('every problem is reported at once, and no value is repeated', () => {
    const broken = {
      ...example,
      SLACK_BOT_TOKEN: 'xoxp-real-secret',
      DATABASE_URL: 'mysql://real-secret',
      ENCRYPTION_KEYS: 'real-secret',
      PORT: 'real-secret',
    };

    expect(() => parseConfig(broken)).toThrow(
      /DATABASE_URL[\s\S]*SLACK_BOT_TOKEN[\s\S]*ENCRYPTION_KEYS[\s\S]*PORT/,
    );
    expect(() => parseConfig(broken)).not.toThrow(/real-secret/);
  });

  test.each([
    ['two keys of one name', `k:${'A'.repeat(43)}=,k:${'B'.repeat(43)}=`],
    ['a key that is too short', 'k1:AAAA'],
    ['a key without a name', `:${'A'.repeat(43)}=`],
  ])('%s is refused', (_, keys) => {
    expect(() => parseConfig({ ...example, ENCRYPTION_KEYS: keys })).toThrow(/ENCRYPTION_KEYS/);
  });

  test('Slack sees tokens, and a look at an ID needs a reason, unless the settings say otherwise', () => {
    expect(parseConfig({})).toMatchObject({ MEMBER_ID_IN_SLACK: 'token', REVEAL_NEEDS_REASON: 'on' });
    expect(() => parseConfig({ MEMBER_ID_IN_SLACK: 'hidden', REVEAL_NEEDS_REASON: 'maybe' })).toThrow(
      /MEMBER_ID_IN_SLACK must be token, masked or full[\s\S]*REVEAL_NEEDS_REASON must be on or off/,
    );
  });

  test('a pattern of member IDs that is no regular expression is refused', () => {
    expect(() => parseConfig({ MEMBER_ID_PATTERN: 'R(' })).toThrow(/MEMBER_ID_PATTERN/);
  });

  test('the webhook’s secrets are keys of named senders, and it is off without any', () => {
    const [one, two] = ['A'.repeat(32), 'B'.repeat(32)];
    const secrets = (text: string) =>
      parseConfig({ FEEDBACK_WEBHOOK_SECRETS: text }).FEEDBACK_WEBHOOK_SECRETS;

    expect(parseConfig({}).FEEDBACK_WEBHOOK_SECRETS).toBeUndefined();
    expect(secrets(`whsec_${one}, app:whsec_${two}`)).toEqual([
      { sender: 'website', key: Buffer.from(one, 'base64') },
      { sender: 'app', key: Buffer.from(two, 'base64') },
    ]);
    for (const wrong of [one, 'whsec_c2hvcnQ=', `App:whsec_${one}`, `whsec_${one},`]) {
      expect(() => secrets(wrong)).toThrow(/FEEDBACK_WEBHOOK_SECRETS must be one or more/);
    }
  });

  test('hosts that comments may link to are names, and silent ratings are counted unless told otherwise', () => {
    const hosts = (text: string) => parseConfig({ FEEDBACK_LINK_HOSTS: text }).FEEDBACK_LINK_HOSTS;

    expect(hosts('Feedback.example.com, b.example')).toEqual(['feedback.example.com', 'b.example']);
    expect(() => hosts('https://feedback.example.com')).toThrow(/FEEDBACK_LINK_HOSTS must be names/);
    expect(parseConfig({})).toMatchObject({ FEEDBACK_SILENT: 'count', FEEDBACK_PER_SECOND: 1000 });
    expect(() => parseConfig({ FEEDBACK_PER_SECOND: '5' })).toThrow(/FEEDBACK_PER_SECOND/);
  });
});
