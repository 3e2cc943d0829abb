import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EXAMPLE, openRoom, type Room } from './room.ts';

type Ended = { readonly code: number; readonly out: string; readonly err: string };

async function directory(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return await new Promise((resolve) => {
    const options = { env: { DATA_DIR: '/nowhere', ...env } };
    execFile(process.execPath, ['src/cli/directory.ts', ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const settings = ({ pg, workspace }: Room) => ({
  DATABASE_URL: pg.url,
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32).toString('base64')}`,
  FINGERPRINT_SECRET: Buffer.alloc(32).toString('base64'),
  SLACK_API_URL: workspace.apiUrl,
  SLACK_BOT_TOKEN: workspace.botToken,
});

async function aFile(text: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-directory-'));
  const file = path.join(folder, 'directory.yaml');
  await writeFile(file, text);
  return {
    file,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true });
    },
  };
}

describe('npm run directory', () => {
  test('check needs neither database nor Slack', async () => {
    expect(await directory(['check', 'practice/directory.yaml'])).toEqual({
      code: 0,
      out: 'practice/directory.yaml is right: 4 care teams, 5 regions, 6 topics.\n',
      err: '',
    });
  });

  test('check tells every mistake with its line and ends with 1', async () => {
    await using wrong = await aFile(
      EXAMPLE.replace('name: Keystone', 'nam: Keystone').replace('[PA, ', '[Pennsylvania, '),
    );

    const { code, err } = await directory(['check', wrong.file]);

    const lines = EXAMPLE.split('\n');
    const nameLine = lines.findIndex((line) => line.includes('name: Keystone')) + 1;
    const stateLine = lines.findIndex((line) => line.includes('[PA, ')) + 1;
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      `${wrong.file}:${nameLine - 1}: Care team keystone: name is missing.`,
      `${wrong.file}:${nameLine}: Care team keystone: nam is not a known key. Did you mean name?`,
      `${wrong.file}:${stateLine}: Care team keystone: item 1 of states is "Pennsylvania", not the code of a state; write PA.`,
      '',
    ]);
  });

  test('diff, apply, diff and export: from the first directory to the next', async () => {
    await using room = await openRoom();
    await using next = await aFile(EXAMPLE.replace('name: Billing', 'name: Bills'));
    const env = settings(room);

    const first = await directory(['diff', 'practice/directory.yaml'], env);
    const applied = await directory(['apply', 'practice/directory.yaml', '--by', 'Alex'], env);
    const second = await directory(['diff', next.file], env);
    const again = await directory(['diff', 'practice/directory.yaml'], env);
    const exported = await directory(['export'], env);
    const fresh = await directory(['export', '--fresh'], env);

    expect(first.out).toContain('This is the first directory.');
    expect(applied).toMatchObject({ code: 0, err: '' });
    expect(applied.out).toContain('Version 1 is in force.');
    expect(second.out).toBe('Topic Billing is renamed Bills.\n');
    expect(again.out).toBe('Nothing would change.\n');
    expect(exported.out).toBe(await readFile('practice/directory.yaml', 'utf8'));
    await using rewritten = await aFile(fresh.out);
    expect((await directory(['diff', rewritten.file], env)).out).toBe('Nothing would change.\n');
  });

  test('provision tells what it did, and what is left to do by hand', async () => {
    await using room = await openRoom();
    const env = settings(room);
    await directory(['apply', 'practice/directory.yaml'], env);
    await room.slack.admin.archive('#experts-billing');

    const { code, out } = await directory(['provision'], env);

    expect(code).toBe(0);
    expect(out).toContain('Set the topic of #care-keystone: Tier 1, questions of the care team Keystone.');
    expect(out).toContain('by hand: #experts-billing is archived');
  });

  test('without settings it says what to set, and without a command how it is used', async () => {
    expect(await directory(['export'])).toMatchObject({
      code: 1,
      err: 'Set DATABASE_URL, or start practice mode in this folder first: npm start\n',
    });
    expect((await directory([])).err).toContain('Use: npm run directory -- COMMAND');
  });
});
