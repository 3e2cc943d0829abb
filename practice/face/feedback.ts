import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problem } from '../interactions/problem.ts';
import type { Host } from './host.ts';

type Website = NonNullable<Host['feedback']>;

export const Comment = z.object({
  rating: z.enum(['good', 'neutral', 'bad']),
  comment: z.string().trim().min(1).max(2_000),
  /** More than one is a burst: the same trouble, as several members tell of it. */
  times: z.number().int().min(1).max(50).default(1),
});
type Comment = z.infer<typeof Comment>;

const STATES = ['PA', 'TX', 'FL', 'CA', 'NJ'];
const PAGES = ['claims', 'find-a-doctor', 'id-card', 'pay-my-bill'];

/** Sends what members write on the website, signed as its server would. */
export async function sendFeedback(website: Website, { times, ...said }: Comment, now: () => number) {
  const outcomes = await Promise.all(
    Array.from({ length: times }, async (_, index) => await deliver(website, commentOf(said, index, now))),
  );
  const refused = outcomes.find((status) => status >= 300);
  if (refused !== undefined) problem(`The app answered a comment with ${refused}.`);
}

function commentOf({ rating, comment }: Omit<Comment, 'times'>, index: number, now: () => number) {
  const id = `practice-${randomBytes(8).toString('hex')}`;
  return {
    id,
    memberRef: `R${String(100_000 + (randomBytes(3).readUIntBE(0, 3) % 900_000))}`,
    state: STATES[index % STATES.length],
    responseId: String(40_000_000 + randomBytes(3).readUIntBE(0, 3)),
    rating,
    page: PAGES[index % PAGES.length],
    comment,
    submittedAt: new Date(now()).toISOString(),
  };
}

/** As the Standard Webhooks specification says, by the time of the machine: senders know no other. Answers with the status. */
async function deliver({ url, key }: Website, comment: { readonly id: string }) {
  const body = JSON.stringify(comment);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${comment.id}.${timestamp}.${body}`).digest('base64');
  const response = await fetch(url(), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': comment.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  }).catch(() => problem('The app does not answer.'));
  await response.arrayBuffer();
  return response.status;
}
