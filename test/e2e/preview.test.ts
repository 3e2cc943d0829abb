import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { SeenView } from '../../practice/interactions/seen-view.ts';
import { applyDirectory } from '../../src/directory/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { overruledRules } from '../../src/questions/index.ts';
import { EXAMPLE_DIRECTORY } from '../support/desk.ts';
import { questionAt, untilDelivered } from '../support/kept.ts';
import { everythingKept, found } from '../support/leaks.ts';
import { administer } from '../support/postgres.ts';
import {
  askerMessage,
  cardIn,
  complete,
  completeAndPost,
  filledForm,
  isPreview,
  messagesSaying,
  type OnMessage,
  untilItReads,
  untilThreadReads,
  wordsAt,
} from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

/** Two people, which may be said to be none, and a number, which may not. */
function typed(about: string, ssn = '219-09-9999'): string {
  return `Does Linda Okafor, SSN ${ssn}, need a ${about} form from Maria Lopez?`;
}

async function preview(view: () => Promise<SeenView | undefined>): Promise<SeenView> {
  const open = await view();
  expect(open?.title).toBe('Check before posting');
  if (!open) throw new Error('No view is open');
  return open;
}

function tickable({ fields }: SeenView): readonly string[] {
  return fields.filter(({ label }) => label === "This isn't PHI").flatMap(({ options }) => options);
}

async function choicesAt(db: Database, card: OnMessage) {
  const { id } = await questionAt(db, card);
  return await db
    .selectFrom('redactionChoices')
    .select(['by', 'rule', 'type', 'kept'])
    .where('questionId', '=', id)
    .orderBy('position')
    .execute();
}

async function countsAt(db: Database, card: OnMessage) {
  const { id } = await questionAt(db, card);
  const rows = await db
    .selectFrom('questionRedactions')
    .select(['part', 'type', 'count'])
    .where('questionId', '=', id)
    .execute();
  return Object.fromEntries(rows.map(({ part, type, count }) => [`${part} ${type}`, count]));
}

describe.each(TRANSPORTS)('A question with PHI in it, over %s', (transport) => {
  const desk = useDesk({ transport });

  test('is shown as others will see it before it is posted, and posted so.', async () => {
    const { slack, pg } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    const entries = {
      Question: typed('lantern'),
      Topic: 'Providers',
      State: 'Texas',
      'Member ID': 'R123456',
    };
    expect(isPreview(await complete(slack, 'maya', entries))).toBe(true);
    const shown = await preview(maya.view);
    expect(JSON.stringify(shown.blocks[1])).toContain(
      'Does [name], SSN [ssn], need a lantern form from [name]?',
    );
    const shows = Object.fromEntries(shown.fields.map((field) => [field.label, field.shows]));
    expect(shows).toMatchObject(entries);
    expect(shown.privateMetadata).not.toMatch(/Linda|Okafor|219-09|R123456/);
    expect(await pg.db.selectFrom('questions').select('id').execute()).toEqual([]);

    expect(await maya.submit()).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'lantern form');
    expect(await wordsAt(slack, card)).toContain('Does [name], SSN [ssn], need a lantern form from [name]?');
    const own = await askerMessage(slack, 'maya', 'lantern form');
    expect(await wordsAt(slack, own)).toContain('Taken out before it was posted: name (2), ssn.');
    expect(await countsAt(pg.db, card)).toEqual({ 'question NAME': 2, 'question SSN': 1 });
    expect((await choicesAt(pg.db, card)).map(({ kept }) => kept)).toEqual([false, false]);
  });
});

describe('The preview', () => {
  const desk = useDesk();

  test('lets a person say of what is uncertain that it is no PHI, and of nothing else.', async () => {
    const { slack, pg } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await complete(slack, 'maya', { Question: typed('candle'), Topic: 'Providers' });
    const [first = '', second = '', ...others] = tickable(await preview(maya.view));
    expect(others).toEqual([]);
    expect([first, second]).toEqual([
      expect.stringContaining('Does ▸[name]◂, SSN [ssn]'),
      expect.stringContaining('form from ▸[name]◂'),
    ]);
    await maya.fill({ "This isn't PHI": [second] });
    expect(await maya.submit()).toEqual({ kind: 'closed' });

    const card = await cardIn(slack, 'experts-providers', 'candle form');
    expect(await wordsAt(slack, card)).toContain(
      'Does [name], SSN [ssn], need a candle form from Maria Lopez?',
    );
    expect(await countsAt(pg.db, card)).toEqual({ 'question NAME': 1, 'question SSN': 1 });
    expect(await choicesAt(pg.db, card)).toEqual([
      { by: 'U0MAYA', rule: 'name.pair', type: 'NAME', kept: false },
      { by: 'U0MAYA', rule: 'name.pair', type: 'NAME', kept: true },
    ]);
    expect(await overruledRules(pg.db)).toContainEqual(
      expect.objectContaining({ rule: 'name.pair', shown: 2, overruled: 1 }),
    );
  });

  test('comes again for a text that was changed, without the old ticks; a text without PHI goes straight out.', async () => {
    const { slack } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await complete(slack, 'maya', { Question: typed('basket'), Topic: 'Providers' });
    await maya.fill({ "This isn't PHI": tickable(await preview(maya.view)) });
    await maya.fill({ Question: 'Does Grace Kim, SSN 219-09-1111, need a basket form?' });
    expect(isPreview(await maya.submit())).toBe(true);
    const again = await preview(maya.view);
    expect(JSON.stringify(again.blocks[1])).toContain('Does [name], SSN [ssn], need a basket form?');
    expect(again.fields.find(({ label }) => label === "This isn't PHI")?.shows).toBe('');

    await maya.fill({ Question: 'Does anybody need a basket form?' });
    expect(await maya.submit()).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'basket form');
    expect(await wordsAt(slack, card)).toContain('Does anybody need a basket form?');
  });

  test('lets the whole name of a colleague stand, except behind a member label.', async () => {
    const { slack } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    const question = 'Rosa Delgado says no: does mbr Sam Ortiz need a mirror form, or Nico Reyes, or Rosa?';
    await complete(slack, 'maya', { Question: question, Topic: 'Providers' });
    const shown = await preview(maya.view);
    expect(JSON.stringify(shown.blocks[1])).toContain(
      'Rosa Delgado says no: does mbr [name] need a mirror form, or [name], or Rosa?',
    );
    expect(await maya.submit()).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'mirror form');
    expect(await wordsAt(slack, card)).toContain('Rosa Delgado says no: does mbr [name] need');
  });

  test('stays when the topic is changed in it.', async () => {
    const { slack } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await complete(slack, 'maya', { Question: typed('ladder'), Topic: 'Providers' });
    await maya.fill({ Topic: 'State rule or guideline' });
    const form = await maya.waitForView(({ fields }) =>
      fields.some(({ label, isOptional }) => label === 'State' && !isOptional),
    );
    expect(form.title).toBe('Check before posting');
    await maya.fill({ State: 'Ohio', "This isn't PHI": tickable(form).slice(1) });
    expect(await maya.submit()).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'region-midwest', 'ladder form');
    expect(await wordsAt(slack, card)).toContain('[name], SSN [ssn], need a ladder form from Maria Lopez?');
  });

  test('sent twice at once makes one question, one card, and one record of what was said.', async () => {
    const { slack, pg } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await filledForm(slack, 'maya');
    await maya.fill({ Question: typed('window'), Topic: 'Providers' });
    expect((await maya.submitTwice()).map(isPreview)).toEqual([true, true]);
    await maya.fill({ "This isn't PHI": tickable(await preview(maya.view)).slice(0, 1) });
    expect(await maya.submitTwice()).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
    const card = await cardIn(slack, 'experts-providers', 'window form');
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-providers', 'window form')).toHaveLength(1);
    expect((await choicesAt(pg.db, card)).map(({ kept }) => kept)).toEqual([true, false]);
    expect(await countsAt(pg.db, card)).toEqual({ 'question NAME': 1, 'question SSN': 1 });
  });

  test('is skipped with a member on the line, and the asker is told what was taken out.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    const entries = { Question: typed('garden'), Topic: 'Providers', 'The member is on the line': true };
    expect(await complete(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'garden form');
    expect(await wordsAt(slack, card)).toContain('Does [name], SSN [ssn], need');
    const own = await untilItReads(slack, await askerMessage(slack, 'maya', 'garden form'), /Taken out/);
    expect(own).toContain(
      'name (2), ssn. If something among it is needed and is no PHI, write it in the thread',
    );
    expect(await choicesAt(pg.db, card)).toEqual([]);
  });

  test('keeps what was typed when the database is down, and posts it afterwards, once.', async () => {
    const { slack, pg } = desk();
    const maya = slack.as('maya');
    await maya.shortcut('ask');
    await complete(slack, 'maya', { Question: typed('harbor'), Topic: 'Providers' });
    const ticks = tickable(await preview(maya.view)).slice(0, 1);
    await maya.fill({ "This isn't PHI": ticks });
    await administer(`alter database ${pg.name} with allow_connections false`);
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${pg.name}'`);
    const submitted = await maya.submit();
    await administer(`alter database ${pg.name} with allow_connections true`);
    expect(submitted).toMatchObject({
      kind: 'errors',
      errors: { Question: expect.stringContaining('Reference') },
    });
    const shows = (await preview(maya.view)).fields.map((field) => field.shows);
    expect(shows).toEqual(expect.arrayContaining([typed('harbor'), 'Providers', ...ticks]));

    expect(await maya.submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-providers', 'harbor form');
    await untilDelivered(pg.db);
    expect(await messagesSaying(slack, 'experts-providers', 'harbor form')).toHaveLength(1);
  });

  test('leaves nothing of what was typed in a log, a table, a message or the form’s own notes.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    const Question =
      'Does Wilhelmina Featherstone, SSN 219-09-4321, of zelda@mail.example, need a bridge form?';
    expect(await completeAndPost(slack, 'maya', { Question, Topic: 'Providers' })).toEqual({
      kind: 'closed',
    });
    await cardIn(slack, 'experts-providers', 'bridge form');
    await untilDelivered(pg.db);
    expect(
      found(await everythingKept(desk()), ['Wilhelmina', 'Featherstone', '219-09-4321', 'zelda@']),
    ).toEqual([]);
  });
});

describe('What the directory says of redaction', () => {
  const desk = useDesk();

  test('counts from the moment it is applied.', async () => {
    const { slack, app } = desk();
    const ask = async () => {
      await slack.as('maya').shortcut('ask');
      return await complete(slack, 'maya', { Question: 'Is Bellamara open to Q4411?', Topic: 'Providers' });
    };
    expect(await ask()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-providers', 'Is Bellamara open to Q4411?');
    const example = await readFile(EXAMPLE_DIRECTORY, 'utf8');
    const amended = example.replace(/^ {2}memberIds: .*$/m, "  memberIds: ['Q\\d{4}']");
    await applyDirectory(app.rooms, amended, 'a test');
    expect(isPreview(await ask())).toBe(true);
    expect(await slack.as('maya').submit()).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-providers', 'Is Bellamara open to [member id]?');
  });
});

describe('Where people are not shown a preview', () => {
  const desk = useDesk({ app: { redactionPreview: false } });

  test('a question is redacted all the same, and the asker is told.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    expect(await complete(slack, 'maya', { Question: typed('paper'), Topic: 'Providers' })).toEqual({
      kind: 'closed',
    });
    const card = await cardIn(slack, 'experts-providers', 'paper form');
    expect(await wordsAt(slack, card)).toContain('Does [name], SSN [ssn], need');
    expect(await choicesAt(pg.db, card)).toEqual([]);
  });
});

describe('A note to a question', () => {
  const desk = useDesk();

  test('is redacted with what is known of the question, and counted with it.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    const entries = { Question: 'Who knows the marble rule?', Topic: 'Providers', 'Member ID': 'R123456' };
    expect(await complete(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'marble rule');
    await slack.as('rosa').choose(card, 'Hand over');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ isInput }) => isInput));
    await slack.as('rosa').fill({ To: 'lee', Note: 'marble, r 123456 called, SSN 219-09-9999' });
    expect(await slack.as('rosa').submit()).toEqual({ kind: 'closed' });
    expect(await untilThreadReads(slack, card, /marble/)).toContain('marble, [member id] called, SSN [ssn]');
    expect(await countsAt(pg.db, card)).toEqual({ 'note HEALTH_PLAN_ID': 1, 'note SSN': 1 });
  });
});
