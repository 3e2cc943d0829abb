import type { KyselyPlugin } from 'kysely';
import { connect } from '../../../src/platform/database.ts';
import { OutboxId } from '../../../src/shared/ids.ts';
import { deliverRow } from '../../../src/slack/outbox/deliver.ts';
import { renderer } from '../../../src/slack/renderer.ts';
import { clientOf, deliverDeps, note } from '../delivery.ts';

/**
 * Run as a process of its own: starts on one row of the outbox and is killed at the named point, as if the machine had
 * lost its power there. Arguments: database, Slack, row, point.
 */
export const CRASH_POINTS = [
  'before anything is written',
  'after the attempt is written',
  'before the call',
  'after Slack accepted',
  'before the outcome is written',
  'after the outcome is written',
] as const;
type CrashPoint = (typeof CRASH_POINTS)[number];

const [, , databaseUrl = '', slackUrl = '', outboxId = '', point = ''] = process.argv;
const db = connect(databaseUrl);

/** SIGKILL to itself takes effect before anything else runs. */
const dieAt = (here: CrashPoint): void => {
  if (here === point) process.kill(process.pid, 'SIGKILL');
};

const dying: typeof fetch = async (address, init) => {
  dieAt('before the call');
  const answer = await fetch(address, init);
  dieAt('after Slack accepted');
  return answer;
};

/** Sees the outbox's own statements go by. */
const watching: KyselyPlugin = {
  transformQuery: ({ node }) => {
    const text = node.kind === 'UpdateQueryNode' ? JSON.stringify(node) : '';
    if (text.includes('attempted_at')) dieAt('before anything is written');
    if (text.includes('settled_at')) dieAt('before the outcome is written');
    return node;
  },
  transformResult: async ({ result }) => await Promise.resolve(result),
};

const client = clientOf({ url: slackUrl }, { fetch: dying, timeout: 30_000 });
const drawing = renderer(note, async ({ number }) => {
  dieAt('after the attempt is written');
  return await Promise.resolve({ text: `note ${number}`, blocks: [] });
});
const deps = deliverDeps(
  db.withPlugin(watching),
  { url: slackUrl },
  { slack: { posting: client, reads: client }, renderers: new Map([[drawing.name, drawing]]) },
);

await deliverRow(deps, OutboxId.parse(outboxId), new AbortController().signal);
dieAt('after the outcome is written');
process.exit(3);
