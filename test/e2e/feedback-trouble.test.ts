import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectWorkspace, type WorkspaceClient } from '../../practice/client.ts';
import { type RunningWorkspace, startWorkspace } from '../../practice/workspace.ts';
import type { SenderId } from '../../src/feedback/feedback.ts';
import { connect, type Database } from '../../src/platform/database.ts';
import {
  type AppProcess,
  applyExampleDirectory,
  type Surroundings,
  startAppProcess,
} from '../support/app-process.ts';
import { type Desk, FEEDBACK, openDesk } from '../support/desk.ts';
import { untilKnown } from '../support/directory.ts';
import { aComment, CHANNEL, sendBatch, sendFeedback } from '../support/feedback.ts';
import { until } from '../support/jobs.ts';
import { untilDelivered } from '../support/kept.ts';
import { type OwnPostgres, ownPostgres } from '../support/own-postgres.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { runToEnd } from '../support/processes.ts';
import { messagesSaying } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const senderIds = async (db: Database): Promise<readonly SenderId[]> =>
  (await db.selectFrom('feedback').select('senderId').execute()).map(({ senderId }) => senderId);

async function untilPosted(db: Database, count: number): Promise<void> {
  await until(
    'every comment is in a message',
    async () => {
      const rows = await db.selectFrom('feedback').select(['postId', 'digestId']).execute();
      return (
        rows.length >= count && rows.every(({ postId, digestId }) => postId !== null || digestId !== null)
      );
    },
    60_000,
  );
  await untilDelivered(db);
}

describe('When the database stops in the middle of a thousand comments', () => {
  let postgres: OwnPostgres;
  let desk: Desk;
  let db: Database;

  beforeAll(async () => {
    postgres = await ownPostgres();
    // At a pace that combines them: it is their number that counts here.
    const limits = { postsPerSecond: 20, updatesPerMinute: 0 };
    desk = await openDesk({ app: { databaseUrl: postgres.url, limits } });
    db = connect(postgres.url);
  });
  afterAll(async () => {
    await db.destroy();
    await desk[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
  });

  test('what was answered 2xx is there once, what was not is not; sent again, all of it is there and posted once.', async () => {
    const { app, slack } = desk;
    const comments = Array.from({ length: 1_000 }, (_, index) => aComment({ comment: `comment ${index}.` }));
    let answered = 0;
    const sending = comments.map(async (comment) => {
      const { status } = await sendFeedback(app, comment);
      answered += 1;
      return { id: comment.id, status };
    });
    await until('some are answered', () => answered >= 150);
    await postgres.stop();
    const answers = await Promise.all(sending);
    await postgres.start();
    await until(
      'the database answers',
      async () =>
        await senderIds(db).then(
          () => true,
          () => false,
        ),
    );

    const taken = answers.filter(({ status }) => status === 202).map(({ id }) => id);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 503]));
    const stored = await senderIds(db);
    expect(stored).toHaveLength(taken.length);
    expect(new Set<string>(stored)).toEqual(new Set(taken));

    await until('all of them are taken', async () => {
      const again = await Promise.all(comments.map(async (comment) => await sendFeedback(app, comment)));
      return again.every(({ status }) => status === 200 || status === 202);
    });
    await untilPosted(db, 1_000);
    expect(await senderIds(db)).toHaveLength(1_000);
    const shown = JSON.stringify(await slack.messages(CHANNEL)).match(/comment \d+\./g) ?? [];
    expect([shown.length, new Set(shown).size]).toEqual([1_000, 1_000]);
  }, 180_000);

  test('stopped between requests, it says so, and how soon to send again.', async () => {
    const { app } = desk;
    await postgres.stop();
    const answer = await sendFeedback(app, aComment());
    await postgres.start();

    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('When the process dies', () => {
  let pg: TestDatabase;
  let workspace: RunningWorkspace;
  let slack: WorkspaceClient;
  let surroundings: Surroundings;
  let app: AppProcess;
  const secrets = FEEDBACK.keys.map(({ key }) => `whsec_${key.toString('base64')}`);
  const environment = { FEEDBACK_WEBHOOK_SECRETS: secrets.join(',') };
  const port = () => ({ port: Number(new URL(app.url).port) });

  beforeAll(async () => {
    pg = await freshDatabase();
    workspace = await startWorkspace({ rateLimits: false, directoryFile: 'practice/directory.yaml' });
    slack = connectWorkspace(workspace.url);
    surroundings = { databaseUrl: pg.url, workspace };
    app = await startAppProcess(surroundings, environment);
    await applyExampleDirectory(surroundings);
  });
  afterAll(async () => {
    await app.end('SIGKILL');
    await workspace.close();
    await pg[Symbol.asyncDispose]();
  });

  test('between storing and posting, again and again: each comment is in the channel once.', async () => {
    const texts: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const comments = Array.from({ length: 25 }, (_, index) =>
        aComment({ comment: `Round ${round}, comment ${index}.` }),
      );
      texts.push(...comments.map(({ comment }) => String(comment)));
      const answer = await sendBatch(port(), comments);
      expect(answer.status).toBe(200);
      // Stored and acknowledged, at some point of queuing and posting.
      await new Promise((resolve) => setTimeout(resolve, round * 40));
      await app.end('SIGKILL');
      app = await startAppProcess(surroundings, environment);
    }
    await untilPosted(pg.db, 100);

    const messages = JSON.stringify(await slack.messages(CHANNEL));
    for (const text of texts) expect(messages.split(`"${text}"`)).toHaveLength(2);
  });

  test('the example client sends a file, and says what became of each comment.', async () => {
    const args = ['practice/feedback.jsonl', '--url', `${app.url}/webhooks/feedback`];

    const said = await runToEnd('src/cli/feedback-send.ts', args, environment);

    expect(said.match(/^202 {2}\S+ {2}stored$/gm)).toHaveLength(5);
    expect(said).toContain('5 taken, 0 refused.');
    await until(
      'they are posted',
      async () => (await messagesSaying(slack, CHANNEL, 'The map never loads on my phone')).length === 1,
    );
  });
});

describe('A channel that cannot be posted to', () => {
  const desk = useDesk();

  test('holds comments back, none are lost, and they are posted in their order once it can be.', async () => {
    const { slack, app, pg } = desk();
    await slack.admin.shareExternally(CHANNEL);
    await untilKnown(desk(), CHANNEL, 'external');
    const comments = Array.from({ length: 5 }, (_, index) => aComment({ comment: `Held back ${index}.` }));
    for (const comment of comments) expect((await sendFeedback(app, comment)).status).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await messagesSaying(slack, CHANNEL, 'Held back')).toEqual([]);

    await slack.admin.unshare(CHANNEL);
    await untilKnown(desk(), CHANNEL, 'ok');
    await untilPosted(pg.db, 5);
    const posted = await messagesSaying(slack, CHANNEL, 'Held back');
    const order = posted.map(({ blocks }) => Number(/Held back (\d)/.exec(JSON.stringify(blocks))?.[1]));
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  test('keeps what Slack refused, shows it to administrators, and posts it when told to.', async () => {
    const { slack, app, pg } = desk();
    // Archived while the app doesn't hear of it.
    await slack.delivery({ hold: true });
    await slack.admin.archive(CHANNEL);
    await sendFeedback(app, aComment({ comment: 'Refused at first.' }));
    await until('it is refused', async () => {
      const rows = await pg.db.selectFrom('outbox').select('id').where('state', '=', 'rejected').execute();
      return rows.length === 1;
    });
    await sendFeedback(app, aComment({ comment: 'Waits behind it.' }));
    await slack.admin.unarchive(CHANNEL);
    await slack.delivery({});
    await slack.release();
    await untilKnown(desk(), CHANNEL, 'ok');
    await slack.as('alex').openHome();
    await until('the Home shows it', async () =>
      JSON.stringify(await slack.as('alex').home()).includes('A member’s comment'),
    );

    const said = await runToEnd(
      'src/cli/feedback.ts',
      ['replay', '--from', new Date(Date.now() - 60_000).toISOString()],
      { DATABASE_URL: pg.url },
    );

    expect(said).toContain('1 messages that Slack had refused are tried again.');
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, CHANNEL, 'Refused at first.')).toHaveLength(1);
    await until(
      'what waited is posted',
      async () => (await messagesSaying(slack, CHANNEL, 'Waits behind it.')).length === 1,
    );
  });
});

describe('A channel that another company comes into', () => {
  const desk = useDesk({ app: { limits: { postsPerSecond: 1, updatesPerMinute: 0 } } });
  const onItsWay = async () => await messagesSaying(desk().slack, CHANNEL, 'On its way');

  test('is sent nothing more, also of what was queued for it, and gets each comment once when it is ours again.', async () => {
    const { slack, app, pg } = desk();
    for (let number = 0; number < 8; number += 1)
      await sendFeedback(app, aComment({ comment: `On its way ${number}.` }));
    await until('the first is posted', async () => (await onItsWay()).length > 0);

    await slack.admin.shareExternally(CHANNEL);
    await untilKnown(desk(), CHANNEL, 'external');
    await until('what was queued is taken back', async () => {
      const rows = await pg.db.selectFrom('outbox').select(['state', 'errorCode']).execute();
      return (
        rows.some(({ state, errorCode }) => state === 'dropped' && errorCode === 'channel_is_shared') &&
        rows.every(({ state }) => state === 'dropped' || state === 'done')
      );
    });
    const before = await onItsWay();
    expect(before.length).toBeLessThan(8);

    await slack.admin.unshare(CHANNEL);
    await untilKnown(desk(), CHANNEL, 'ok');
    await untilPosted(pg.db, 8);

    const posted = (await onItsWay()).map(
      ({ blocks }) => /On its way (\d)/.exec(JSON.stringify(blocks))?.[1],
    );
    expect(posted).toHaveLength(8);
    expect(new Set(posted)).toEqual(new Set(['0', '1', '2', '3', '4', '5', '6', '7']));
  });
});
