import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WorkspaceRefusal } from './client/call.ts';
import { connectWorkspace } from './client.ts';
import { isJson } from './json.ts';
import { COMMANDS, USAGE } from './terminal/commands.ts';
import { OPTIONS } from './terminal/said.ts';

const RUNNING = '.data/practice.json';

/** The address that was given, or that of the workspace which `npm start` has left word of. */
function workspaceUrl(given: string | undefined): string {
  if (given) return given.replace(/\/$/, '');
  try {
    const running: unknown = JSON.parse(readFileSync(RUNNING, 'utf8'));
    if (isJson(running) && typeof running.workspaceUrl === 'string') return running.workspaceUrl;
  } catch {
    // Not there: said below, with what to do.
  }
  throw new WorkspaceRefusal(
    'No practice workspace is running here. Start one with `npm start`, or name it: --url URL',
  );
}

async function run(): Promise<readonly string[]> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [name = '', ...rest] = positionals;
  const command = COMMANDS[name];
  if (!command || values.help) return [USAGE];
  return await command(connectWorkspace(workspaceUrl(values.url)), rest, values);
}

function advice(error: unknown): string {
  if (error instanceof WorkspaceRefusal) return error.message;
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return 'The practice workspace does not answer. Is `npm start` still running?';
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}\n\n${USAGE}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : 'Something went wrong.';
}

try {
  console.log((await run()).join('\n'));
} catch (error) {
  console.error(advice(error));
  process.exitCode = 1;
}
