import { isUtf8 } from 'node:buffer';
import type { DirectoryReader } from '../directory/index.ts';
import { isDatabaseTrouble } from '../platform/errors.ts';
import type { Answer, Request, Route } from '../platform/http-server.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { inTime, TookTooLong } from '../slack/deadline.ts';
import type { Sender } from './feedback.ts';
import { Crowded, createGroup } from './group.ts';
import { type Intake, JSON_TYPE, refuse, type Take, takeBatch, takeOne } from './intake.ts';
import { OPENAPI } from './openapi.ts';
import type { PrepareDeps, Prepared } from './prepare.ts';
import type { Refusal } from './problem.ts';
import { type ReceiveDeps, type Received, receiveFeedback } from './receive.ts';
import { createPolicy } from './redaction-policy.ts';
import { createSenderLimit, type LimitDeps } from './sender-limit.ts';
import { createTurns } from './turn.ts';
import { type SenderKey, signerOf } from './webhook-signature.ts';

export type WebhookDeps = ReceiveDeps &
  PrepareDeps &
  LimitDeps & {
    readonly log: Log;
    readonly metrics: Metrics;
    readonly directory: DirectoryReader;
    readonly feedback: { readonly keys: readonly SenderKey[]; readonly sendersNow: () => Date };
  };

export const WEBHOOK_PATH = '/webhooks/feedback';
const MOST_BYTES = 65_536;
const MOST_BATCH_BYTES = 2 * 1_048_576;
/** Senders commonly wait 15 to 30 seconds. */
const STORED_WITHIN_MS = 10_000;

/** Where senders deliver comments. None without a secret to check them by. */
export function routes(deps: WebhookDeps): readonly Route[] {
  if (deps.feedback.keys.length === 0) return [];
  const group = createGroup<Prepared, Received>(
    async (comments) => await inTime(receiveFeedback(deps, comments), STORED_WITHIN_MS),
    (error) => isUnavailable(error),
  );
  const intake: Intake = { deps, group, limit: createSenderLimit(deps), policy: createPolicy(deps) };
  const arrived = createTurns();
  const post = (path: string, maxBytes: number, take: Take): Route => ({
    method: 'POST',
    path,
    maxBytes,
    answer: async (request) => {
      await arrived();
      return await answer(deps, intake, request, { maxBytes, take });
    },
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

async function answer(
  deps: WebhookDeps,
  intake: Intake,
  request: Request,
  { maxBytes, take }: { readonly maxBytes: number; readonly take: Take },
): Promise<Answer> {
  const opened = open(deps, request, maxBytes);
  if ('refusal' in opened) return refuse(intake, opened.refusal);
  try {
    return await take(intake, opened.sender, opened.value);
  } catch (error) {
    // Not known to be stored, so not acknowledged: the sender sends it again.
    if (!isUnavailable(error)) deps.log.failure('feedback.not-stored', error);
    return refuse(intake, { kind: 'unavailable' });
  }
}

type Opened = { readonly sender: Sender; readonly value: unknown } | { readonly refusal: Refusal };

/** What was sent, and by whom; or why it isn't looked at. */
function open(deps: WebhookDeps, { headers, body }: Request, maxBytes: number): Opened {
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
    deps.feedback.sendersNow(),
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
