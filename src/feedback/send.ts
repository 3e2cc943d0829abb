import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { signWebhook } from './webhook-signature.ts';

/** An example of a sender: signs, sends, and sends again when it is told to or gets no answer. */
export type SendOptions = {
  /** Of the webhook; batches go to `/batch` below it. */
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  readonly tries?: number;
  readonly onWait?: (seconds: number, status: number | undefined) => void;
};

/** What became of one comment: the status that it has, or would have had alone, and words for it. */
export type SendVerdict = { readonly id: string; readonly status: number; readonly words: string };

const Results = z.object({
  results: z.array(
    z.object({
      status: z.int(),
      title: z.string().optional(),
      errors: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
    }),
  ),
});

const TRIES = 8;
const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 60;

/** Sends comments in one request. The same ids are sent again each time, so nothing is stored twice. */
export async function sendComments(
  comments: readonly object[],
  { tries = TRIES, onWait = () => {}, ...options }: SendOptions,
): Promise<readonly SendVerdict[]> {
  const body = JSON.stringify({ comments });
  for (let tried = 1; ; tried += 1) {
    const response = await deliver(body, options).catch(() => undefined);
    const status = response?.status;
    if (response && status !== 429 && status !== 503) return await verdictsOf(response, comments);
    if (tried >= tries)
      throw new Error(`Not sent after ${tries} tries. Nothing is lost: send it again later.`);
    const asked = Number(response?.headers.get('retry-after') ?? Number.NaN);
    const seconds = Number.isFinite(asked) ? asked : FIRST_WAIT_SECONDS * 2 ** (tried - 1);
    onWait(Math.min(seconds, LONGEST_WAIT_SECONDS), status);
    await sleep(Math.min(seconds, LONGEST_WAIT_SECONDS) * 1_000);
  }
}

/** Signed anew for each try: a signature is good for five minutes. */
async function deliver(body: string, { url, secret }: SendOptions): Promise<Response> {
  const id = randomUUID();
  const timestamp = Math.floor(Date.now() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return await fetch(`${url}/batch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signWebhook(key, { id, timestamp, body }),
    },
    body,
  });
}

async function verdictsOf(response: Response, comments: readonly object[]): Promise<readonly SendVerdict[]> {
  const answer: unknown = await response.json().catch(() => undefined);
  const results = Results.safeParse(answer).data?.results;
  if (!response.ok || !results) {
    throw new Error(`The webhook refused the request with ${response.status}: ${titleOf(answer)}`);
  }
  return results.map(({ status, title, errors = [] }, index) => ({
    id: idOf(comments[index]),
    status,
    words:
      errors.length > 0
        ? errors.map(({ field, problem }) => `${field} ${problem}`).join('; ')
        : (title ?? (status === 202 ? 'stored' : 'was stored before')),
  }));
}

const titleOf = (answer: unknown): string =>
  z.object({ title: z.string() }).safeParse(answer).data?.title ?? 'no reason given';

const idOf = (comment: object | undefined): string =>
  z.object({ id: z.string() }).safeParse(comment).data?.id ?? 'without an id';
