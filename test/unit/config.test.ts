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
});
