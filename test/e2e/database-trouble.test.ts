import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Database } from '../../src/platform/database.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { until } from '../support/jobs.ts';
import { untilDelivered } from '../support/kept.ts';
import { type OwnPostgres, ownPostgres } from '../support/own-postgres.ts';
import { cardIn, filledForm, messagesSaying } from '../support/story.ts';
import { expectNothingRefused } from '../support/use-desk.ts';

describe('When the database has trouble', () => {
  let postgres: OwnPostgres;
  let desk: Desk;
  let db: Database;

  beforeAll(async () => {
    postgres = await ownPostgres();
    desk = await openDesk({ app: { databaseUrl: postgres.url } });
    db = connect(postgres.url);
  });
  afterEach(async () => await expectNothingRefused(desk));
  afterAll(async () => {
    postgres.release();
    await db.destroy();
    await desk[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
  });

  async function stored(text: string): Promise<number> {
    const rows = await db.selectFrom('questions').select('text').execute();
    return rows.filter((row) => row.text.includes(text)).length;
  }

  /** The app notices by itself, with its next statement. */
  async function untilReady(): Promise<void> {
    const url = `http://127.0.0.1:${desk.app.port}/readyz`;
    await until('the app is ready', async () => (await fetch(url)).status === 200);
  }

  test('Stopped during a submit: the form stays open with its text and says so; once more makes one question.', async () => {
    const { slack } = desk;
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await filledForm(slack, 'maya');
    await maya.fill({ Question: 'Is the archive cold?', Topic: 'Providers', 'Member ID': 'R111111' });
    const stopping = postgres.stop();
    const submitted = await maya.submit();
    await stopping;
    expect(submitted).toMatchObject({
      kind: 'errors',
      errors: { Question: expect.stringMatching(/try again.*\(Reference: [A-Z0-9]{8}\)/i) },
    });
    const shows = (await maya.view())?.fields.map((field) => field.shows);
    expect(shows).toEqual(expect.arrayContaining(['Is the archive cold?', 'Providers', 'R111111']));

    await postgres.start();
    await untilReady();
    expect(await maya.submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-providers', 'archive cold');
    await untilDelivered(db);
    expect(await stored('archive cold')).toBe(1);
    expect(await messagesSaying(slack, 'experts-providers', 'archive cold')).toHaveLength(1);
  });

  test('Too slow for a submit: the form stays open, and submitting again makes one question.', async () => {
    const { slack } = desk;
    const wei = slack.as('wei');
    await wei.shortcut('ask');
    await filledForm(slack, 'wei');
    await wei.fill({ Question: 'Is the cellar dry?', Topic: 'Pharmacy' });
    postgres.stall();
    expect(await wei.submit()).toMatchObject({
      kind: 'errors',
      errors: { Question: expect.stringMatching(/try again/i) },
    });
    postgres.release();
    await untilReady();
    expect(await wei.submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-pharmacy', 'cellar dry');
    await untilDelivered(db);
    expect(await stored('cellar dry')).toBe(1);
    expect(await messagesSaying(slack, 'experts-pharmacy', 'cellar dry')).toHaveLength(1);
  });

  test('Slow while a form opens: it opens within the trigger’s time, and what was typed meanwhile stays.', async () => {
    const { slack } = desk;
    const sam = slack.as('sam');
    postgres.stall();
    const sight = await sam.shortcut('ask');
    expect(sight.view?.fields.map(({ label }) => label)).toEqual(['Question']);
    await sam.fill({ Question: 'Is the attic warm?' });
    postgres.release();
    const form = await filledForm(slack, 'sam');
    expect(form.fields.find(({ label }) => label === 'Question')?.shows).toBe('Is the attic warm?');
    await sam.close();
    await untilReady();
  });

  test('Gone while a form opens: the form says so, keeps what is typed, and fills when tried again.', async () => {
    const { slack } = desk;
    const priya = slack.as('priya');
    await postgres.stop();
    await priya.command('/ask', 'Is the garage locked?', { channel: 'general' });
    const troubled = await priya.waitForView(({ blocks }) => JSON.stringify(blocks).includes('Reference: '));
    expect(troubled.fields.find(({ label }) => label === 'Question')?.shows).toBe('Is the garage locked?');
    await priya.fill({ Question: 'Is the garage locked at night?' });
    await postgres.start();
    await untilReady();
    await priya.clickInView('Try again');
    const form = await filledForm(slack, 'priya');
    expect(form.fields.find(({ label }) => label === 'Question')?.shows).toBe(
      'Is the garage locked at night?',
    );
    await priya.fill({ Topic: 'Billing' });
    expect(await priya.submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-billing', 'garage locked');
  });

  test('Connections broken again and again under load: every form that closed made one question and one card.', async () => {
    const { slack } = desk;
    const askers = ['maya', 'wei', 'sam', 'priya'];
    const floors = ['one', 'two', 'three', 'four'];
    let isBusy = true;
    const breaking = (async () => {
      while (isBusy) {
        await breakConnections();
        await new Promise((resolve) => setTimeout(resolve, 800));
      }
    })();
    const asked = await Promise.all(
      askers.map(async (who, index) => await askPersistently(who, floors[index] ?? '')),
    );
    isBusy = false;
    await breaking;
    await untilReady();
    await untilDelivered(db);
    for (const text of asked.flat()) {
      expect([
        text,
        await stored(text),
        (await messagesSaying(slack, 'experts-claims', text)).length,
      ]).toEqual([text, 1, 1]);
    }
  });

  async function breakConnections(): Promise<void> {
    const statement = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'concierge-desk%' and pid <> pg_backend_pid()`;
    await statement.execute(db).catch(() => undefined);
  }

  /** Tries until the form closes, as people do. */
  async function askPersistently(who: string, floor: string): Promise<string[]> {
    const { slack } = desk;
    const texts: string[] = [];
    for (const room of ['kitchen', 'bathroom', 'balcony']) {
      const text = `Is the ${room} on floor ${floor} clean?`;
      texts.push(text);
      await openUntilFilled(who);
      await slack.as(who).fill({ Question: text, Topic: 'Claims', State: 'Ohio' });
      await until(`${text} is asked`, async () => (await slack.as(who).submit()).kind === 'closed');
    }
    return texts;
  }

  /** Clicks "Try again" once for each time that it is offered. */
  async function openUntilFilled(who: string): Promise<void> {
    const person = desk.slack.as(who);
    await person.shortcut('ask');
    let seen = '';
    for (;;) {
      const view = await person.waitForView(
        ({ hash, fields }) => hash !== seen && fields.some(({ label }) => /^(Topic|Try again)$/.test(label)),
      );
      seen = view.hash;
      if (view.fields.some(({ label }) => label === 'Topic')) return;
      await person.clickInView('Try again');
    }
  }
});
