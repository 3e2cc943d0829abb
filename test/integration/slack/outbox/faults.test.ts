import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { post } from '../../../../src/platform/outbox.ts';
import { ChannelId } from '../../../../src/shared/ids.ts';
import type { OutboxRow } from '../../../../src/slack/outbox/store.ts';
import { deliverDeps, deliverUntilSettled, note, workspaceId } from '../../../support/delivery.ts';
import { type FakeSlack, type Fault, fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs } from '../../../support/jobs.ts';
import { freshDatabase, type TestDatabase } from '../../../support/postgres.ts';

type Case = { readonly name: string; readonly faults: readonly Fault[]; readonly attempts: number };

/** What Slack, or the way to it, does to the first calls; then everything works. */
const CASES: readonly Case[] = [
  { name: 'everything works', faults: [], attempts: 1 },
  { name: 'the connection drops before the message is taken', faults: [{ kind: 'dropped' }], attempts: 2 },
  {
    name: 'the message is taken, then the connection drops',
    faults: [{ kind: 'accepted, dropped' }],
    attempts: 1,
  },
  {
    name: 'the message is taken and no answer comes in time',
    faults: [{ kind: 'accepted, no answer', afterMs: 900 }],
    attempts: 1,
  },
  { name: 'the answer is cut in half', faults: [{ kind: 'accepted, cut body' }], attempts: 1 },
  {
    name: 'the answer is a page of a proxy',
    faults: [{ kind: 'accepted, body that is no JSON', body: '<html>oops</html>' }],
    attempts: 1,
  },
  {
    name: 'the answer is empty',
    faults: [{ kind: 'accepted, body that is no JSON', body: '' }],
    attempts: 1,
  },
  {
    name: 'the message is taken, and the answer is 500',
    faults: [{ kind: 'accepted, status', status: 500 }],
    attempts: 1,
  },
  {
    name: 'the message is not taken, and the answer is 503',
    faults: [{ kind: 'status', status: 503 }],
    attempts: 2,
  },
  ...['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'].flatMap((error): Case[] => [
    {
      name: `the message is taken, and the answer is ${error}`,
      faults: [{ kind: 'accepted, error', error }],
      attempts: 1,
    },
    {
      name: `the message is not taken, and the answer is ${error}`,
      faults: [{ kind: 'error', error }],
      attempts: 2,
    },
  ]),
  { name: 'Slack says to wait a second', faults: [{ kind: 'rate limited', seconds: 1 }], attempts: 1 },
  {
    name: 'Slack says ratelimited in an answer of 200',
    faults: [{ kind: 'error', error: 'ratelimited' }],
    attempts: 2,
  },
  {
    name: 'the token is refused for a moment',
    faults: [{ kind: 'error', error: 'invalid_auth' }],
    attempts: 2,
  },
  {
    name: 'it fails twice, differently, before it works',
    faults: [{ kind: 'dropped' }, { kind: 'accepted, dropped' }],
    attempts: 2,
  },
];

let pg: TestDatabase;
let slack: FakeSlack;
const rows = new Map<string, OutboxRow>();
const channelOf = (index: number): ChannelId => ChannelId.parse(`C0CASE${index}`);

beforeAll(async () => {
  pg = await freshDatabase();
  slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  // All side by side, each in a channel of its own: most of the time goes into waiting.
  await Promise.all(
    CASES.map(async ({ name, faults }, index) => {
      const channel = channelOf(index);
      slack.script('chat.postMessage', faults, channel);
      const id = await pg.db
        .transaction()
        .execute(
          async (trx) =>
            await post(trx, noJobs, { workspaceId, to: { channel }, view: note, payload: { number: index } }),
        );
      const { row } = await deliverUntilSettled(deps, id);
      rows.set(name, row);
    }),
  );
});

afterAll(async () => {
  await slack[Symbol.asyncDispose]();
  await pg[Symbol.asyncDispose]();
});

describe.each(CASES.map((each, index) => ({ ...each, index })))('when $name', ({ name, attempts, index }) => {
  test('the message stands in the channel exactly once', () => {
    expect(slack.messagesIn(channelOf(index)).map(({ texts }) => texts)).toEqual([[`note ${index}`]]);
  });

  test('its row is settled and knows where the message is', () => {
    const [message] = slack.messagesIn(channelOf(index));

    expect(rows.get(name)).toMatchObject({ state: 'done', ts: message?.ts, errorCode: null });
    // A busy machine may add a time-out of its own to those that were scripted.
    expect(rows.get(name)?.attempts).toBeGreaterThanOrEqual(attempts);
  });
});
