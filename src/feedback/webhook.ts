import { isUtf8 } from 'node:buffer';
import type { DirectoryReader } from '../directory/index.ts';
import { isDatabaseTrouble } from '../platform/errors.ts';
import type { Answer, Request, Route } from '../platform/http-server.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { inTime, TookTooLong } from '../slack/deadline.ts';
import type { Sender } from './feedback.ts';
import { Crowded, createGroup, type Group } from './group.ts';
import { OPENAPI } from './openapi.ts';
import { type PrepareDeps, type Prepared, prepare } from './prepare.ts';
import { PROBLEM_TYPE, problemOf, type Refusal, retryAfter } from './problem.ts';
import { type ReceiveDeps, type Received, receiveFeedback } from './receive.ts';
import { createPolicy, type Policy } from './redaction-policy.ts';
import { createSenderLimit, type LimitDeps, type SenderLimit } from './sender-limit.ts';
import { type SenderKey, signerOf } from './webhook-signature.ts';
import { NO_BATCH, readFeedback, SentBatch } from './wire.ts';

export type WebhookDeps = ReceiveDeps &
  PrepareDeps &
  LimitDeps & {
    readonly log: Log;
    readonly metrics: Metrics;
    readonly directory: DirectoryReader;
    readonly feedback: { readonly keys: readonly SenderKey[] };
  };

export const WEBHOOK_PATH = '/webhooks/feedback';
const MOST_BYTES = 65_536;
const MOST_BATCH_BYTES = 2 * 1_048_576;
/** Senders commonly wait 15 to 30 seconds. */
const STORED_WITHIN_MS = 10_000;
const JSON_TYPE = 'application/json';

type Intake = {
  readonly deps: WebhookDeps;
  readonly limit: SenderLimit;
  readonly policy: Policy;
  readonly group: Group<Prepared, Received>;
};

/** Where senders deliver comments. None without a secret to check them by. */
export function routes(deps: WebhookDeps): readonly Route[] {
  if (deps.feedback.keys.length === 0) return [];
  const group = createGroup<Prepared, Received>(
    async (comments) => await inTime(receiveFeedback(deps, comments), STORED_WITHIN_MS),
    (error) => isUnavailable(error),
  );
  const intake: Intake = { deps, group, limit: createSenderLimit(deps), policy: createPolicy(deps) };
  const post = (path: string, maxBytes: number, take: Take): Route => ({
    method: 'POST',
    path,
    maxBytes,
    answer: async (request) => await answer(intake, request, { maxBytes, take }),
  });
  return [
    post(WEBHOOK_PATH, MOST_BYTES, takeOne),
    post(`${WEBHOOK_PATH}/batch`, MOST_BATCH_BYTES, takeBatch),
    {
      method: 'GET',
      path: `${WEBHOOK_PATH}/openapi.json`,
      answer: async () =>
        await Promise.resolve({ status: 200, type: JSON_TYPE, body: JSON.stringify(OPENAPI) }),
    },
  ];
}

const isUnavailable = (error: unknown): boolean =>
  isDatabaseTrouble(error) || error instanceof TookTooLong || error instanceof Crowded;

type Take = (intake: Intake, sender: Sender, value: unknown) => Promise<Answer>;

async function answer(
  intake: Intake,
  request: Request,
  { maxBytes, take }: { readonly maxBytes: number; readonly take: Take },
): Promise<Answer> {
  const { log } = intake.deps;
  const opened = open(intake, request, maxBytes);
  if ('refusal' in opened) return refuse(intake, opened.refusal);
  try {
    return await take(intake, opened.sender, opened.value);
  } catch (error) {
    // Not known to be stored, so not acknowledged: the sender sends it again.
    if (!isUnavailable(error)) log.failure('feedback.not-stored', error);
    return refuse(intake, { kind: 'unavailable' });
  }
}

type Opened = { readonly sender: Sender; readonly value: unknown } | { readonly refusal: Refusal };

/** What was sent, and by whom; or why it isn't looked at. */
function open({ deps }: Intake, { headers, body }: Request, maxBytes: number): Opened {
  if (body === undefined) return { refusal: { kind: 'tooLarge', most: maxBytes } };
  if (!isJson(headers['content-type']) || isEncoded(headers['content-encoding']))
    return { refusal: { kind: 'otherType' } };
  const sender = signerOf(
    deps.feedback.keys,
    {
      id: headers['webhook-id'],
      timestamp: headers['webhook-timestamp'],
      signature: headers['webhook-signature'],
      body,
    },
    deps.now(),
  );
  if (sender === undefined) return { refusal: { kind: 'forged' } };
  const value = parse(body);
  return value === undefined ? { refusal: { kind: 'malformed' } } : { sender, value };
}

const isJson = (type: string | undefined): boolean =>
  type === JSON_TYPE || /^application\/json\s*(;|$)/i.test(type ?? '');
const isEncoded = (encoding: string | undefined): boolean =>
  encoding !== undefined && encoding.toLowerCase() !== 'identity';

function parse(body: Buffer): unknown {
  if (!isUtf8(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const takeOne: Take = async (intake, sender, value) => {
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

const takeBatch: Take = async (intake, sender, value) => {
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

function refuse(intake: Intake, refusal: Refusal): Answer {
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
