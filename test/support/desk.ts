import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connectWorkspace, type WorkspaceClient } from '../../practice/client.ts';
import type { WorkspaceOptions } from '../../practice/core/options.ts';
import { type RunningWorkspace, startWorkspace } from '../../practice/workspace.ts';
import { type AppOptions, type RunningApp, startApp } from '../../src/app.ts';
import type { SecretsConfig } from '../../src/config.ts';
import { applyDirectory } from '../../src/directory/index.ts';
import { createLogger, type LogLevel } from '../../src/platform/log.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

/** The whole of it for one test: a workspace, a database, and one or more instances of the app between them. */
export type Desk = AsyncDisposable & {
  readonly workspace: RunningWorkspace;
  readonly slack: WorkspaceClient;
  readonly pg: TestDatabase;
  readonly app: RunningApp;
  readonly secrets: SecretsConfig;
  /** Everything that the app logged, a line a string. */
  readonly logged: readonly string[];
  /** A further instance on the same database. The workspace goes on sending to the first. */
  readonly startAnother: (changes?: Partial<AppOptions>) => Promise<RunningApp>;
  readonly endpoint: (app?: RunningApp) => string;
};

export type DeskOptions = {
  readonly transport?: 'http' | 'socket';
  readonly workspace?: Partial<WorkspaceOptions>;
  readonly app?: Partial<AppOptions>;
  readonly logLevel?: LogLevel;
};

export const EXAMPLE_DIRECTORY = 'practice/directory.yaml';

export async function openDesk({ transport = 'http', ...options }: DeskOptions = {}): Promise<Desk> {
  const pg = await freshDatabase();
  const workspace = await startWorkspace({
    transport,
    rateLimits: false,
    directoryFile: EXAMPLE_DIRECTORY,
    retryDelaysMs: [50, 200, 500],
    ...options.workspace,
  });
  const slack = connectWorkspace(workspace.url);
  const logged: string[] = [];
  const logger = createLogger(options.logLevel ?? 'debug', { write: (line) => void logged.push(line) });
  const started: RunningApp[] = [];
  const startAnother = async (changes: Partial<AppOptions> = {}): Promise<RunningApp> => {
    const app = await startApp({
      ...appOptions(pg, workspace, transport),
      logger,
      ...options.app,
      ...changes,
    });
    started.push(app);
    return app;
  };

  const app = await startAnother();
  const endpoint = (which: RunningApp = app): string => `http://127.0.0.1:${which.port}/slack/events`;
  await applyDirectory(app.rooms, await readFile(EXAMPLE_DIRECTORY, 'utf8'), 'a test');
  if (transport === 'http') await slack.requestUrl(endpoint());

  return {
    workspace,
    slack,
    pg,
    app,
    secrets,
    logged,
    startAnother,
    endpoint,
    async [Symbol.asyncDispose]() {
      for (const each of started) await each.stop();
      await workspace.close();
      await pg[Symbol.asyncDispose]();
    },
  };
}

/** Keys of this process alone, so that instances of one test can read each other's sealed values. */
const secrets = {
  encryptionKeys: [{ id: 'test', key: randomBytes(32) }] as const,
  fingerprintSecret: randomBytes(32),
};

/** One sender with one key, who may link to one host. */
export const FEEDBACK = {
  keys: [{ sender: 'website', key: randomBytes(32) }],
  linkHosts: ['feedback.example.com'],
  countsSilent: true,
  perSecond: 2_000,
};

function appOptions(
  pg: TestDatabase,
  workspace: RunningWorkspace,
  transport: 'http' | 'socket',
): Omit<AppOptions, 'logger'> {
  return {
    databaseUrl: pg.url,
    slack: {
      botToken: workspace.botToken,
      apiUrl: workspace.apiUrl,
      transport:
        transport === 'http'
          ? { kind: 'http', signingSecret: workspace.signingSecret }
          : { kind: 'socket', appToken: workspace.appToken },
    },
    secrets,
    port: 0,
    host: '127.0.0.1',
    memberId: { pattern: /^R\d{6}$/i, hint: 'R and six digits, such as R123456', inSlack: 'token' },
    reveal: { needsReason: true, seconds: 60 },
    redactionPreview: true,
    announcements: { needApproval: false, ownEmojiOnly: false },
    feedback: FEEDBACK,
    limits: { postsPerSecond: 0, updatesPerMinute: 0 },
    lookUpAfterSeconds: 1,
  };
}
