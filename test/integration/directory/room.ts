import { readFile } from 'node:fs/promises';
import bolt from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { connectWorkspace, type WorkspaceClient } from '../../../practice/client.ts';
import { startWorkspace } from '../../../practice/workspace.ts';
import { applyDirectory, listen } from '../../../src/directory/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import type { Job, Jobs } from '../../../src/platform/jobs.ts';
import { ChannelId, SlackUserId, WorkspaceId } from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const EXAMPLE = await readFile('practice/directory.yaml', 'utf8');
export const person = (name: string): SlackUserId => SlackUserId.parse(`U0${name.toUpperCase()}`);
export const channelId = (name: string): ChannelId =>
  ChannelId.parse(`C0${name.replaceAll(/[^a-z0-9]/g, '').toUpperCase()}`);

export type Queued = {
  readonly job: string;
  readonly payload: unknown;
  readonly startAfter?: Date | undefined;
};

/** The directory room alone, between a database and a practice workspace. */
export async function openRoom() {
  const pg = await freshDatabase();
  const workspace = await startWorkspace({
    rateLimits: false,
    directoryFile: 'practice/directory.yaml',
    log: () => {},
  });
  const slack: WorkspaceClient = connectWorkspace(workspace.url);
  const queued: Queued[] = [];
  const jobs: Jobs = {
    enqueue: async <Payload extends object>(
      _: unknown,
      { name }: Job<Payload>,
      payload: Payload,
      { startAfter }: { readonly startAfter?: Date } = {},
    ) => {
      queued.push({ job: name, payload, startAfter });
      return await Promise.resolve();
    },
  };
  const deps = {
    db: pg.db,
    jobs,
    now: () => new Date(),
    chain: createChain(Buffer.alloc(32)),
    workspace: { id: workspaceId, botUserId: SlackUserId.parse('U0CONCIERGE') },
    slack: {
      reads: new WebClient(workspace.botToken, {
        slackApiUrl: workspace.apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      }),
    },
  };
  const tell = await listening(deps);
  return {
    pg,
    slack,
    workspace,
    queued,
    deps,
    tell,
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await pg[Symbol.asyncDispose]();
    },
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;

export async function applyExample(room: Room, change: (file: string) => string = (file) => file) {
  return await applyDirectory(room.deps, change(EXAMPLE), 'a test');
}

/** A Bolt app with the room's listeners; answers with what hands it an event as the inbox does. */
async function listening(deps: Parameters<typeof listen>[1]) {
  const app = new bolt.App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken: 'xoxb-practice', botId: 'B0CONCIERGE', botUserId: 'U0CONCIERGE' }),
    ignoreSelf: false,
    logLevel: bolt.LogLevel.ERROR,
  });
  listen(app, deps);
  const failures: unknown[] = [];
  app.error(async (error) => void failures.push(error));
  return async (event: { type: string; event_ts?: string; [key: string]: unknown }): Promise<void> => {
    const body = { type: 'event_callback', team_id: workspaceId, event_time: 1_800_000_000, event };
    await app.processEvent({ body, ack: async () => {} });
    if (failures.length > 0) throw failures.shift();
  };
}
