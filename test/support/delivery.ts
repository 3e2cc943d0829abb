import { setTimeout as sleep } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Database } from '../../src/platform/database.ts';
import { NotYet } from '../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { defineView, type OutboxView } from '../../src/platform/outbox.ts';
import { OutboxId, WorkspaceId } from '../../src/shared/ids.ts';
import { slackLogger } from '../../src/slack/logger.ts';
import { type DeliverDeps, deliverRow } from '../../src/slack/outbox/deliver.ts';
import { find, type OutboxRow } from '../../src/slack/outbox/store.ts';
import { type Renderer, renderer } from '../../src/slack/renderer.ts';
import { BOT_ID } from './fake-slack.ts';

export const workspaceId = WorkspaceId.parse('T0HEALTH');

/** A message that says its number; what a number says can be changed, as a card's state can. */
export const note: OutboxView<{ number: number }> = defineView('test.note', z.object({ number: z.int() }));

type Slack = { readonly url: string };

/** As in production, but a call is given up after a second and a half. */
export function clientOf(
  { url }: Slack,
  options: { readonly timeout?: number; fetch?: typeof fetch } = {},
): WebClient {
  return new WebClient('xoxb-test', {
    slackApiUrl: url,
    logger: slackLogger(createLog(createLogger('silent'))),
    timeout: 1_500,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    ...options,
  });
}

export const noteRenderer = (words: (number: number) => string = (number) => `note ${number}`): Renderer =>
  renderer(note, async ({ number }) => await Promise.resolve({ text: words(number), blocks: [] }));

/** What `deliverRow` needs, with a short quarantine and no limits. */
export function deliverDeps(db: Database, slack: Slack, changes: Partial<DeliverDeps> = {}): DeliverDeps {
  const client = clientOf(slack);
  const drawn = noteRenderer();
  return {
    db,
    log: createLog(createLogger('silent')),
    metrics: createMetrics(),
    slack: { posting: client, reads: client },
    workspace: { botId: BOT_ID },
    renderers: new Map([[drawn.name, drawn]]),
    limits: { postsPerSecond: 0, updatesPerMinute: 0 },
    mayPostIn: async () => await Promise.resolve(true),
    quarantineSeconds: 0.3,
    onRejected: async () => await Promise.resolve('message'),
    ...changes,
  };
}

const SETTLED = new Set(['done', 'rejected', 'dropped']);

/** Plays the job of one row: again and again until it is settled. Returns the row and how often it came back. */
export async function deliverUntilSettled(
  deps: DeliverDeps,
  id: OutboxId,
): Promise<{ readonly row: OutboxRow; readonly runs: number }> {
  for (let runs = 1; runs < 2_000; runs += 1) {
    await deliverRow(deps, id, new AbortController().signal).catch((error: unknown) => {
      if (!(error instanceof NotYet)) throw error;
    });
    const row = await find(deps.db, id);
    if (row && SETTLED.has(row.state)) return { row, runs };
    await sleep(20);
  }
  throw new Error('The row did not settle');
}

/** The rows of the outbox, in the order in which they were queued. */
export async function outboxIds(db: Database): Promise<readonly OutboxId[]> {
  const rows = await db.selectFrom('outbox').select('id').orderBy('id').execute();
  return rows.map(({ id }) => OutboxId.parse(id));
}
