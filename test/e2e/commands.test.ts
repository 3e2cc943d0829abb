import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/processes.ts';

/** What a person at the terminal gets wrong, and what they are told. */
const MISTAKES: readonly (readonly [command: string, args: readonly string[], told: RegExp])[] = [
  ['live', ['--days', 'many'], /^Use: npm run live/],
  ['outbox', ['nonsense'], /^Use: npm run outbox/],
  ['feedback', ['replay', '--from', 'yesterday'], /^Use: npm run feedback -- replay/],
  ['feedback', ['export'], /^Set DATABASE_URL and the secrets/],
  ['feedback-send', [], /^Use: npm run feedback:send/],
  ['feedback-send', ['--nonsense', '-'], /--nonsense/],
  ['migrate', [], /^Set DATABASE_URL, or start practice mode/],
  ['redact-overruled', [], /^Set DATABASE_URL, or start practice mode/],
  ['audit', ['verify'], /^Set DATABASE_URL and the secrets/],
];

describe('A command', () => {
  test.each(MISTAKES)('%s %j says in a sentence what to do, and no stack', async (command, args, told) => {
    const output = await failing(command, args, {});

    expect(output).toMatch(told);
  });

  test('whose database does not answer says so', async () => {
    const output = await failing('live', [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });

    expect(output).toMatch(/^The database does not answer/);
  });
});

/** In an empty folder of its own, where no practice mode runs. */
async function failing(
  command: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-command-'));
  try {
    await using child = run(`src/cli/${command}.ts`, args, {
      DATA_DIR: folder,
      ...settings,
    });
    expect(await child.ended).toBe(1);
    expect(child.output()).not.toMatch(/^\s+at /m);
    return child.output();
  } finally {
    await rm(folder, { recursive: true });
  }
}
