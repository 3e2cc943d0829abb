import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';
import {
  type AppProcess,
  applyExampleDirectory,
  type Surroundings,
  startAppProcess,
} from '../test/support/app-process.ts';
import { type Environment, type RunningProcess, run } from '../test/support/processes.ts';

const Started = z.object({
  url: z.string(),
  apiUrl: z.string(),
  botToken: z.string(),
  signingSecret: z.string(),
});

export type Bench = AsyncDisposable &
  Surroundings & { readonly workspace: z.infer<typeof Started>; readonly app: AppProcess };

/** A database, a workspace without rate limits and the app without a pace of its own, each a process of its own. */
export async function openBench(changes: Environment = {}): Promise<Bench> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-bench-'));
  await chmod(folder, 0o755);
  stack.defer(async () => await rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ folder, database: 'concierge' });
  stack.defer(postgres.stop);
  await migrate(postgres.url);

  const workspaceProcess = stack.use(
    run(
      'practice/main.ts',
      ['--port', '0', '--no-rate-limits', '--directory', 'practice/directory.yaml'],
      {},
    ),
  );
  const workspace = Started.parse(JSON.parse(await workspaceProcess.line(/"apiUrl"/)));
  const surroundings = { databaseUrl: postgres.url, workspace };
  const app = stack.use(await startAppProcess(surroundings, { LOG_LEVEL: 'warn', ...changes }));
  await applyExampleDirectory(surroundings);
  const kept = stack.move();
  return { ...surroundings, app, [Symbol.asyncDispose]: async () => await kept.disposeAsync() };
}

/** Bolt alone, with the same secret. */
export async function openBareListener({
  workspace,
}: Surroundings): Promise<RunningProcess & { readonly url: string }> {
  const bare = run('bench/bare-listener.ts', [], { SLACK_SIGNING_SECRET: workspace.signingSecret });
  const line = await bare.line(/listens on port (\d+)/);
  return { ...bare, url: `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}` };
}
