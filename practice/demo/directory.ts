import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const COMMAND = path.join(import.meta.dirname, '../../src/cli/directory.ts');
const EXAMPLE = path.join(import.meta.dirname, '../directory.yaml');

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ALWAYS = `  days: { ${DAYS.map((day) => `${day}: "00:00-24:00"`).join(', ')} }\n  holidays: []\n`;

/**
 * The example directory as the demo needs it: open at whatever hour it is played, and with so little patience in
 * tier 1 that somebody who watches sees it run out.
 */
export async function impatientDirectory(patience: string): Promise<string> {
  const example = await readFile(EXAMPLE, 'utf8');
  return example
    .replace(/^ {2}days:\n[\s\S]*?^ {2}holidays:.*\n/m, ALWAYS)
    .replace(
      /^ {2}tier1:\n {4}claim: .*\n([\s\S]*?) {4}unclaimed: .*\n/m,
      `  tier1:\n    claim: ${patience}\n$1    unclaimed: [ping, escalate]\n`,
    );
}

/** By the command that an administrator would use; it finds the running app by its folder. */
export async function applyDirectory(env: Environment, folder: string, content: string): Promise<void> {
  const file = path.join(folder, 'directory.yaml');
  await writeFile(file, content);
  const command = spawn(process.execPath, [COMMAND, 'apply', file], {
    env: { ...env, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (chunk) => said.push(String(chunk)));
  await once(command, 'close');
  if (command.exitCode !== 0) throw new Error(`The directory was not applied.\n${said.join('')}`);
}
