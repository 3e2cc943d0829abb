import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectWorkspace, type WorkspaceClient, waitFor } from '../client.ts';
import { isJson } from '../json.ts';
import { applyDirectory } from './directory.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type DemoDesk = {
  readonly client: WorkspaceClient;
  readonly databaseUrl: string;
  /** Where it keeps what it keeps, its secrets too. */
  readonly folder: string;
  /** What the app has written so far, its log included. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

const APP = path.join(import.meta.dirname, '../../src/main.ts');
const STARTS_WITHIN_MS = 90_000;
/** A setting of somebody's own installation has no place here. */
const OURS =
  /^(SLACK_|DATABASE_URL|ENCRYPTION_KEYS|FINGERPRINT_SECRET|MEMBER_ID_|REVEAL_|DATA_DIR|PORT|PRACTICE_PORT)/;

/** What `npm start` starts, from nothing, as a process of its own, in a folder that is gone afterwards. */
export async function startDesk(
  env: Environment,
  settings: Environment,
  directory: string,
): Promise<DemoDesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-demo-'));
  const theirs = Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name)));
  // PostgreSQL doesn't run as root: the account that it runs as then must be able to look in.
  await chmod(folder, 0o755);
  const app = spawn(process.execPath, [APP], {
    env: {
      ...theirs,
      DATA_DIR: folder,
      PORT: '0',
      PRACTICE_PORT: '0',
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (chunk) => written.push(String(chunk)));
  const output = (): string => written.join('');
  const stop = async (): Promise<void> => {
    await end(app);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { workspaceUrl, databaseUrl } = await noteIn(folder, app, output);
    await applyDirectory(theirs, folder, directory);
    return { client: connectWorkspace(workspaceUrl), databaseUrl, folder, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Practice mode leaves word of where everything is once it runs. */
async function noteIn(folder: string, app: ChildProcess, output: () => string) {
  return await waitFor(
    async () => {
      if (app.exitCode !== null) throw new Error(`The app did not start.\n${output()}`);
      // Not there yet, or only half written.
      const note: unknown = await readFile(path.join(folder, 'practice.json'), 'utf8')
        .then(JSON.parse)
        .catch(() => undefined);
      if (!isJson(note)) return undefined;
      return { workspaceUrl: String(note.workspaceUrl), databaseUrl: String(note.databaseUrl) };
    },
    'the app to start',
    STARTS_WITHIN_MS,
  );
}

async function end(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const gone = once(app, 'exit');
  app.kill('SIGTERM');
  await gone;
}
