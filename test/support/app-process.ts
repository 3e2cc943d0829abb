import { randomBytes } from 'node:crypto';
import { type Environment, type RunningProcess, run, runToEnd } from './processes.ts';

export type Surroundings = {
  readonly databaseUrl: string;
  readonly workspace: {
    readonly apiUrl: string;
    readonly botToken: string;
    readonly signingSecret: string;
  };
};

export type AppProcess = RunningProcess & { readonly url: string };

/** Of this process, so that what one instance seals another one opens. */
const SECRETS = {
  ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
  FINGERPRINT_SECRET: randomBytes(32).toString('base64'),
};

/** What the app is told of its surroundings. No limits of its own, and quick to look for what it isn't sure of. */
export function environment({ databaseUrl, workspace }: Surroundings): Environment {
  return {
    ...SECRETS,
    DATABASE_URL: databaseUrl,
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_POSTS_PER_SECOND: '0',
    SLACK_UPDATES_PER_MINUTE: '0',
    LOOK_UP_AFTER_SECONDS: '1',
    LOG_LEVEL: 'debug',
    PORT: '0',
  };
}

/** The app as it runs in production: `node src/main.ts`, over HTTP. */
export async function startAppProcess(
  surroundings: Surroundings,
  changes: Environment = {},
): Promise<AppProcess> {
  const app = run('src/main.ts', [], { ...environment(surroundings), ...changes });
  try {
    const line = await app.line(/listens on port (\d+)/);
    return { ...app, url: `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}` };
  } catch (error) {
    await app.end('SIGKILL');
    throw error;
  }
}

/** Puts a directory in force, by the command that an administrator would use. */
export async function applyExampleDirectory(
  surroundings: Surroundings,
  file = 'practice/directory.yaml',
): Promise<void> {
  await runToEnd('src/cli/directory.ts', ['apply', file], environment(surroundings));
}
