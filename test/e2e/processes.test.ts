import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { submission } from '../../bench/submission.ts';
import { connectWorkspace, type WorkspaceClient } from '../../practice/client.ts';
import { type RunningWorkspace, startWorkspace } from '../../practice/workspace.ts';
import {
  type AppProcess,
  applyExampleDirectory,
  type Surroundings,
  startAppProcess,
} from '../support/app-process.ts';
import { until } from '../support/jobs.ts';
import { historyAt, questionCount, untilDelivered } from '../support/kept.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { FORM, sendSigned } from '../support/signed.ts';
import { ask, cardIn, complete, messagesSaying, untilItReads } from '../support/story.ts';

describe('The app as a process', () => {
  let pg: TestDatabase;
  let workspace: RunningWorkspace;
  let slack: WorkspaceClient;
  let surroundings: Surroundings;
  let app: AppProcess;

  beforeAll(async () => {
    pg = await freshDatabase();
    workspace = await startWorkspace({ rateLimits: false, directoryFile: 'practice/directory.yaml' });
    slack = connectWorkspace(workspace.url);
    surroundings = { databaseUrl: pg.url, workspace };
    app = await startAppProcess(surroundings);
    await applyExampleDirectory(surroundings);
  });
  beforeEach(async () => await slack.requestUrl(`${app.url}/slack/events`));
  afterAll(async () => {
    await app.end('SIGKILL');
    await workspace.close();
    await pg[Symbol.asyncDispose]();
  });

  async function startAgain(): Promise<void> {
    app = await startAppProcess(surroundings);
    await slack.requestUrl(`${app.url}/slack/events`);
  }

  test('Killed after Slack took the card and before that was written down: one card, and it still works.', async () => {
    await slack.faults.add({
      method: 'chat.postMessage',
      channel: 'experts-providers',
      kind: 'delay',
      delayMs: 20_000,
    });
    await slack.as('maya').shortcut('ask');
    const entries = { Question: 'Is the workshop open?', Topic: 'Providers' };
    expect(await complete(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'workshop open');
    expect(await app.end('SIGKILL')).toBeNull();
    await slack.faults.clear();

    await startAgain();
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-providers', 'workshop open')).toHaveLength(1);
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by\* @U0LEE/);
  });

  test('Killed before Slack took the card: the next process posts it.', async () => {
    await slack.faults.add({
      method: 'chat.postMessage',
      channel: 'experts-claims',
      kind: '429',
      retryAfter: 3,
    });
    await slack.as('maya').shortcut('ask');
    const entries = { Question: 'Is the warehouse open?', Topic: 'Claims', State: 'Ohio' };
    expect(await complete(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    await app.end('SIGKILL');
    expect(await messagesSaying(slack, 'experts-claims', 'warehouse open')).toEqual([]);
    await startAgain();
    await cardIn(slack, 'experts-claims', 'warehouse open');
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-claims', 'warehouse open')).toHaveLength(1);
  });

  test('Told to stop under load: it ends well, and what it acknowledged is neither lost nor doubled.', async () => {
    const before = await questionCount(pg.db);
    const secret = workspace.signingSecret;
    const send = async (number: number): Promise<boolean> =>
      await sendSigned(`${app.url}/slack/events`, submission(number), { secret, contentType: FORM }).then(
        ({ status, text }) => status === 200 && text === '',
        () => false,
      );
    const answers: boolean[] = [];
    // As many as a busy machine acknowledges in Slack's three seconds; more would be refused, rightly, and show nothing.
    const sending = Array.from({ length: 24 }, async (_, number) => answers.push(await send(number)));
    await until('the first are acknowledged', () => answers.filter(Boolean).length > 5);
    expect(await app.end('SIGTERM')).toBe(0);
    await Promise.all(sending);
    const acknowledged = answers.filter(Boolean).length;
    expect(acknowledged).toBeGreaterThan(5);

    await startAgain();
    await untilDelivered(pg.db);
    expect(await questionCount(pg.db)).toBeGreaterThanOrEqual(before + acknowledged);
    const ids = (await everyMessage()).map(({ metadata }) => JSON.stringify(metadata));
    expect(new Set(ids).size).toBe(ids.length);
    const cards = await pg.db.selectFrom('questionCards').select('outboxId').execute();
    for (const { outboxId } of cards) expect(ids.filter((id) => id.includes(outboxId))).toHaveLength(1);
    expect(await slack.violations()).toEqual([]);
  });

  test('Two that start at once on an empty database both come up.', async () => {
    await using empty = await freshDatabase();
    const [one, other] = await Promise.all([
      startAppProcess({ ...surroundings, databaseUrl: empty.url }),
      startAppProcess({ ...surroundings, databaseUrl: empty.url }),
    ]);
    const ready = await Promise.all(
      [one, other].map(async ({ url }) => (await fetch(`${url}/readyz`)).status),
    );
    expect(ready).toEqual([200, 200]);
    expect(await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])).toEqual([0, 0]);
  });

  test('After all of this a question takes its way as ever.', async () => {
    const card = await ask(slack, 'wei', {
      Question: 'Is the office open?',
      Topic: 'Billing',
      lands: 'experts-billing',
    });
    expect(await historyAt(pg.db, card)).toEqual(['asked']);
  });

  async function everyMessage() {
    const channels = await slack.channels();
    const pages = await Promise.all(channels.map(async ({ id }) => await slack.messages(id)));
    return pages.flat().filter(({ user }) => user === 'U0CONCIERGE');
  }
});
