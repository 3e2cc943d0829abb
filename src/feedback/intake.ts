import type { Answer } from '../platform/http-server.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Sender } from './feedback.ts';
import type { Group } from './group.ts';
import { type PrepareDeps, type Prepared, prepare } from './prepare.ts';
import { PROBLEM_TYPE, problemOf, type Refusal, retryAfter } from './problem.ts';
import type { Received } from './receive.ts';
import type { Policy } from './redaction-policy.ts';
import type { SenderLimit } from './sender-limit.ts';
import { NO_BATCH, readFeedback, SentBatch } from './wire.ts';

/** What stands between a genuine request and the database. */
export type Intake = {
  readonly deps: PrepareDeps & { readonly log: Log; readonly metrics: Metrics };
  readonly limit: SenderLimit;
  readonly policy: Policy;
  readonly group: Group<Prepared, Received>;
};

/** Takes in what a sender has sent, once it is JSON. Rejects when it can't be known to be stored. */
export type Take = (intake: Intake, sender: Sender, value: unknown) => Promise<Answer>;

export const JSON_TYPE = 'application/json';

export const takeOne: Take = async (intake, sender, value) => {
  const { deps, group, limit, policy } = intake;
  const read = readFeedback(value, deps.now());
  if (read.kind === 'wrong') return refuse(intake, read);
  const afterSeconds = limit(sender, 1);
  if (afterSeconds !== undefined) return refuse(intake, { kind: 'tooMany', afterSeconds });
  const received = await group.add(prepare(deps, sender, read.sent, await policy()));
  if (received.kind === 'conflict') return refuse(intake, { kind: 'conflict' });
  count(intake, received.kind);
  const status = received.kind === 'stored' ? 202 : 200;
  return { status, type: JSON_TYPE, body: JSON.stringify(receipt(read.sent.id, received)) };
};

export const takeBatch: Take = async (intake, sender, value) => {
  const { deps, limit, policy } = intake;
  const batch = SentBatch.safeParse(value);
  if (!batch.success) return refuse(intake, { kind: 'wrong', problems: [NO_BATCH] });
  const { comments } = batch.data;
  const afterSeconds = limit(sender, comments.length);
  if (afterSeconds !== undefined) return refuse(intake, { kind: 'tooMany', afterSeconds });
  const amendment = await policy();
  const results = await Promise.all(
    comments.map(async (comment) => {
      const read = readFeedback(comment, deps.now());
      if (read.kind === 'wrong') return verdict(intake, read);
      const received = await intake.group.add(prepare(deps, sender, read.sent, amendment));
      const { id } = read.sent;
      if (received.kind === 'conflict') return { id, ...verdict(intake, received) };
      count(intake, received.kind);
      return { ...receipt(id, received), status: received.kind === 'stored' ? 202 : 200 };
    }),
  );
  return { status: 200, type: JSON_TYPE, body: JSON.stringify({ results }) };
};

/** The same whenever it is asked for. */
const receipt = (id: string, { id: feedbackId, receivedAt }: Exclude<Received, { kind: 'conflict' }>) => ({
  id,
  feedbackId,
  receivedAt: receivedAt.toISOString(),
});

function verdict(intake: Intake, refusal: Refusal) {
  count(intake, refusal.kind);
  return problemOf(refusal);
}

export function refuse(intake: Intake, refusal: Refusal): Answer {
  count(intake, refusal.kind);
  const problem = problemOf(refusal);
  return {
    status: problem.status,
    type: PROBLEM_TYPE,
    headers: retryAfter(refusal),
    body: JSON.stringify(problem),
  };
}

function count({ deps: { metrics, log } }: Intake, outcome: Refusal['kind'] | 'stored' | 'repeated'): void {
  metrics.feedback.inc({ outcome });
  if (outcome === 'forged') log.warn('feedback.refused', { outcome: 'forged' });
}
