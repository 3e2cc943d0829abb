import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from './config.ts';
import { applyDirectory } from './directory/index.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { practiceSecrets } from './practice-secrets.ts';
import { type Serving, serveOn } from './serving.ts';

type PracticeConfig = Config & { readonly mode: 'practice' };

const DIRECTORY = path.join(import.meta.dirname, '../practice/directory.yaml');
const LOOPBACK = '127.0.0.1';

/**
 * The app against a Slack workspace on this machine. The workspace is imported only here, when no Slack settings are
 * given, and the app speaks to it as it would to Slack.
 */
export async function startPractice(
  config: PracticeConfig,
  logger: Logger,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ screen: string; stop: () => Promise<void> }> {
  const { startWorkspace } = await import('../practice/workspace.ts');
  const { connectWorkspace } = await import('../practice/client.ts');
  await mkdir(config.DATA_DIR, { recursive: true });
  const release = await takeFolder(config.DATA_DIR);
  const clock = movableClock();
  const workspace = await startWorkspace({
    port: config.practicePort,
    directoryFile: DIRECTORY,
    stateFile: path.join(config.DATA_DIR, 'practice-workspace.json'),
    now: () => clock.now().getTime(),
  });
  const { webhookKey, ...secrets } = await practiceSecrets(config.DATA_DIR);
  const serving = await serveOn(config, logger, {
    host: LOOPBACK,
    now: clock.now,
    secrets,
    webhookSecrets: [{ sender: 'website', key: webhookKey }],
    slack: {
      botToken: workspace.botToken,
      apiUrl: workspace.apiUrl,
      transport: { kind: 'http', signingSecret: workspace.signingSecret },
    },
  });
  await applyExample(serving);
  await connectWorkspace(workspace.url).requestUrl(`http://${LOOPBACK}:${serving.app().port}/slack/events`);
  // Of the settings, where they have one: it is what the app checks by.
  const key = config.FEEDBACK_WEBHOOK_SECRETS?.[0]?.key ?? webhookKey;
  const feedback = { url: () => `http://${LOOPBACK}:${serving.app().port}/webhooks/feedback`, key };
  await workspace.showFace({ host: { ...hostOf(serving, clock, workspace), feedback }, env });
  const note = await leaveNote(config.DATA_DIR, {
    databaseUrl: serving.databaseUrl,
    slackApiUrl: workspace.apiUrl,
    botToken: workspace.botToken,
    workspaceUrl: workspace.url,
    webhook: {
      url: feedback.url(),
      secret: `whsec_${key.toString('base64')}`,
    },
  });

  return {
    screen: screen({
      app: `http://${LOOPBACK}:${serving.app().port}`,
      workspace: workspace.url,
      dataDir: config.DATA_DIR,
    }),
    stop: async () => {
      await serving.stop();
      await workspace.close();
      await rm(note, { force: true });
      await release();
    },
  };
}

/** One process at a time keeps its database and workspace in the folder. A process that was killed doesn't hold it. */
async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'owner.json');
  const owner = z.object({ pid: z.int().positive() }).safeParse(
    await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  );
  if (owner.success && owner.data.pid !== process.pid && isRunning(owner.data.pid)) {
    throw new FolderTaken(
      `Practice mode runs already, as process ${owner.data.pid}, on the folder ${folder}.`,
    );
  }
  await writeFile(file, JSON.stringify({ pid: process.pid }));
  return async () => await rm(file, { force: true });
}

/** Another practice mode is using the folder; the message says which process. */
export class FolderTaken extends Error {}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The first start gets the example directory; what somebody applied since stays. */
async function applyExample({ app }: Serving): Promise<void> {
  const { rooms } = app();
  if ((await rooms.directory.load(rooms.workspace.id)) !== undefined) return;
  await applyDirectory(rooms, await readFile(DIRECTORY, 'utf8'), 'practice mode');
}

/** What somebody at the page of the practice workspace may do to the app and its database. */
function hostOf(serving: Serving, clock: MovableClock, workspace: { readonly reset: () => Promise<void> }) {
  const { own } = serving;
  const moved = async (): Promise<void> => {
    if (own?.isOn() ?? true) await serving.app().runSchedules();
  };
  return {
    ...(own && { database: own }),
    clock: {
      ahead: clock.ahead,
      jump: async (seconds: number) => {
        clock.jump(seconds);
        await moved();
      },
      back: async () => {
        clock.back();
        await moved();
      },
    },
    ...(own && {
      reset: async () => {
        await serving.startAfresh(async () => {
          clock.back();
          await workspace.reset();
        });
        await applyExample(serving);
      },
    }),
  };
}

/** Where commands in another terminal find the running workspace. */
async function leaveNote(folder: string, note: object): Promise<string> {
  const file = path.join(folder, 'practice.json');
  await writeFile(file, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
  return file;
}

function screen({ app, workspace, dataDir }: { app: string; workspace: string; dataDir: string }): string {
  return `
  Concierge Desk is running in practice mode: everything is on this machine, and nothing is real.

    the app                  ${app}   (${app}/readyz, ${app}/metrics)
    the practice workspace   ${workspace}   (it stands in for Slack)
    the database             PostgreSQL, kept in ${dataDir}/postgres

  Open ${workspace} in a browser: its first steps take two minutes.
  (\`npm run practice -- open\` does that, from another terminal.)

  Or try it from another terminal, in this folder:

    npm run practice -- people
    npm run practice -- as maya ask --topic Providers --state Pennsylvania --question "Who is in network for GI in Erie?"
    npm run practice -- read '#experts-providers'
    npm run practice -- as rosa click '#experts-providers' last Claim
    npm run practice -- as rosa say '#experts-providers' last "Dr. Ahn's group takes new patients."
    npm run practice -- as rosa mark '#experts-providers' last
    npm run practice -- as maya dms

  Members' comments come in at ${app}/webhooks/feedback, signed. Send some, and read them:

    npm run feedback:send -- practice/feedback.jsonl
    npm run practice -- read '#web-member-feedback'

  A whole day in half a minute: npm run demo -- --fast
  Ctrl-C stops it. Deleting ${dataDir} starts afresh.
`;
}
