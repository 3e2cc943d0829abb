import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { fillAndPost, untilTold } from '../support/announcing.ts';
import { until } from '../support/jobs.ts';
import { untilDelivered, untilWorkedOn } from '../support/kept.ts';
import { everythingKept, found } from '../support/leaks.ts';
import { administer } from '../support/postgres.ts';
import { FORM, formOf, sendSigned } from '../support/signed.ts';
import {
  askerMessage,
  cardIn,
  complete,
  completeAndPost,
  filledForm,
  isPreview,
  type OnMessage,
  reply,
  untilItReads,
  untilThreadReads,
} from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

/** Text that names a member in five ways, none of which any other flow uses. */
function markers(number: number) {
  const digits = String(number).padStart(2, '0');
  return {
    ssn: `219-09-99${digits}`,
    email: `marker.${number}@mail.example`,
    phone: `(215) 555-01${digits}`,
    member: `R9${digits}${digits}7`,
    card: CARDS[number % CARDS.length] ?? '',
  };
}

const CARDS = ['4111 1111 1111 1111', '5555 5555 5555 4444', '4012 8888 8888 1881'];

function phi(number: number): string {
  const { ssn, email, phone, member, card } = markers(number);
  return `her SSN is ${ssn}, mail ${email}, call ${phone}, ID ${member}, card ${card}`;
}

describe.each(TRANSPORTS)('What identifies a member, over %s', (transport) => {
  const desk = useDesk({ transport, logLevel: 'debug' });

  test('stands nowhere in clear after it went through every flow, at the level of debug.', async () => {
    const { slack, pg } = desk();
    const maya = slack.as('maya');
    const lee = slack.as('lee');

    await maya.shortcut('ask');
    const entries = {
      Question: `flow of the form, ${phi(10)}`,
      Topic: 'Providers',
      'Member ID': markers(10).member,
    };
    expect(await completeAndPost(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'flow of the form');
    expect(await untilItReads(slack, card, /flow of the form/)).toMatch(/\[ssn\].*\[email\].*\[phone\]/);

    await maya.command('/ask', `flow of the command, ${phi(11)}`, { channel: 'general' });
    expect(await completeAndPost(slack, 'maya', { Topic: 'Billing' })).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-billing', 'flow of the command');

    const ts = await maya.say('care-keystone', `flow of the message, ${phi(12)}`);
    await maya.messageShortcut('ask_about_message', { channel: 'C0CAREKEYSTONE', ts });
    expect(await completeAndPost(slack, 'maya', { Topic: 'Eligibility' })).toEqual({ kind: 'closed' });
    await cardIn(slack, 'experts-eligibility', 'flow of the message');

    // Typed where it doesn't belong, and refused.
    await maya.shortcut('ask');
    const refused = {
      Question: phi(13),
      Topic: 'Claims',
      State: 'Ohio',
      'Member ID': `${markers(13).member}99`,
    };
    expect((await complete(slack, 'maya', refused)).kind).toBe('errors');
    await maya.close();

    const answer = await reply(slack, 'lee', card, `reply, ${phi(14)}`);
    await untilItReads(slack, card, /First reply by/);
    await lee.edit(answer, `edited reply, ${phi(15)}`);
    await lee.messageShortcut('mark_answer', answer);
    await untilItReads(slack, card, /Answered by/);
    const own = await askerMessage(slack, 'maya', 'flow of the form');
    await maya.click(own, 'Not yet');
    await untilItReads(slack, card, /\[ Claim \]/);
    await lee.remove(answer);

    await move(card, 'Hand over', { To: 'rosa', Note: `flow of handing over, ${phi(16)}` });
    await untilThreadReads(slack, card, /flow of handing over/);
    await move(card, 'Change topic or state', {
      Topic: 'Claims',
      State: 'Ohio',
      Why: `flow of change, ${phi(17)}`,
    });
    const moved = await cardIn(slack, 'experts-claims', 'flow of the form');
    await slack.as('rosa').click(moved, 'Escalate');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
    await slack.as('rosa').fill({ Topic: 'Billing', Why: `flow of escalation, ${phi(18)}` });
    expect(await slack.as('rosa').submit()).toEqual({ kind: 'closed' });
    await untilThreadReads(slack, moved, /flow of escalation/);
    await maya.openHome();
    await slack.as('alex').openHome();
    await maya.say('app', `to the app itself, ${phi(19)}`);
    expect(await slack.settled()).toBe(true);
    await untilWorkedOn(pg.db);
    await untilDelivered(pg.db);

    const all = Array.from({ length: 10 }, (_, index) => Object.values(markers(10 + index))).flat();
    expect(found(await everythingKept(desk()), all)).toEqual([]);
  });

  async function move(card: OnMessage, choice: string, entries: Record<string, string>): Promise<void> {
    const { slack } = desk();
    await slack.as('lee').choose(card, choice);
    await slack.as('lee').waitForView(({ fields }) => fields.some(({ isInput }) => isInput));
    await slack.as('lee').fill(entries);
    expect(await slack.as('lee').submit()).toEqual({ kind: 'closed' });
  }
});

describe('What identifies a member and is announced', () => {
  const desk = useDesk({ logLevel: 'debug' });

  test('stands nowhere in clear: not of an announcement, its check question, its edit, or a message that is tracked.', async () => {
    const { slack, pg } = desk();
    const carmen = slack.as('carmen');
    await carmen.command('/announce', `flow of the announcement, ${phi(40)}`, { channel: 'general' });
    await carmen.waitForView(({ fields }) => fields.some(({ label }) => label === 'For whom'));
    await carmen.fill({
      Text: 'Not yet.',
      Links: `The file https://crm.example/members?id=${markers(42).member}`,
    });
    expect(await carmen.submit()).toMatchObject({
      kind: 'errors',
      errors: { Links: expect.stringContaining('looks like PHI') },
    });
    await fillAndPost(slack, 'carmen', {
      Text: `flow of the announcement, ${phi(41)}`,
      Links: `The file of ${markers(42).email} https://intranet.example/file`,
      'What is asked of people': 'To acknowledge it by answering a question',
      'Check question': `Whose is ${markers(43).ssn}?`,
      Answers: `* ${markers(43).member}\n${markers(43).phone}`,
      'If somebody answers wrongly': phi(44),
    });
    const on = await cardIn(slack, 'ohh-timesroom', 'flow of the announcement');
    await slack.as('maya').click(on, 'Answer the question');
    await slack.as('maya').waitForView(({ fields }) => fields.length > 0);
    const own = await untilTold(slack, 'carmen', /flow of the announcement/);
    await carmen.click(own, 'Edit');
    await carmen.waitForView(({ fields }) => fields.some(({ label }) => label === 'Receipts'));
    await fillAndPost(slack, 'carmen', { Text: `flow of the edit, ${phi(45)}` });
    await untilItReads(slack, on, /flow of the edit/);
    const ts = await slack.as('rosa').say('general', `flow of tracking, ${phi(46)}`);
    await carmen.messageShortcut('track_receipts', { channel: 'C0GENERAL', ts });
    await carmen.waitForView(({ fields }) => fields.length > 0);
    expect(await carmen.submit()).toEqual({ kind: 'closed' });
    await untilTold(slack, 'carmen', /flow of tracking/);
    expect(await slack.settled()).toBe(true);
    await untilWorkedOn(pg.db);
    await untilDelivered(pg.db);

    const all = Array.from({ length: 7 }, (_, index) => Object.values(markers(40 + index))).flat();
    expect(found(await everythingKept(desk()), all)).toEqual([]);
  });
});

describe('What identifies a member and meets an error', () => {
  const desk = useDesk({ logLevel: 'debug' });

  test('stands in no log, table or answer when the database fails under it.', async () => {
    const { slack, pg } = desk();
    await slack.as('maya').shortcut('ask');
    await filledForm(slack, 'maya');
    await slack
      .as('maya')
      .fill({ Question: `failing, ${phi(20)}`, Topic: 'Providers', 'Member ID': markers(20).member });
    await administer(`alter database ${pg.name} with allow_connections false`);
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${pg.name}'`);
    const submitted = await slack.as('maya').submit();
    await administer(`alter database ${pg.name} with allow_connections true`);
    expect(submitted.kind).toBe('errors');
    expect(JSON.stringify(submitted)).not.toContain(markers(20).ssn);

    await pg.db.schema.alterTable('questions').addColumn('needed', 'text').execute();
    await pg.db.schema
      .alterTable('questions')
      .addCheckConstraint('is_impossible', sql`needed is not null`)
      .execute();
    expect(isPreview(await slack.as('maya').submit())).toBe(true);
    expect((await slack.as('maya').submit()).kind).toBe('errors');
    await pg.db.schema.alterTable('questions').dropConstraint('is_impossible').execute();
    await pg.db.schema.alterTable('questions').dropColumn('needed').execute();
    expect(await slack.as('maya').submit()).toEqual({ kind: 'closed' });
    await untilDelivered(pg.db);
    expect(found(await everythingKept(desk()), Object.values(markers(20)))).toEqual([]);
  });

  test('stands in no log, table or answer when what it came in was forged, malformed or unknown.', async () => {
    const { endpoint, workspace, pg } = desk();
    const secret = workspace.signingSecret;
    const bodies: readonly (readonly [string, string])[] = [
      [`{"type":"event_callback","text":"${phi(21)}`, 'application/json'],
      [JSON.stringify({ type: phi(22), text: phi(22) }), 'application/json'],
      [JSON.stringify({ type: 'event_callback', event_id: phi(23), event: {} }), 'application/json'],
      [formOf({ type: 'view_submission', view: { callback_id: phi(24), state: phi(24) } }), FORM],
      [formOf({ type: 'block_actions', actions: [{ action_id: 'questions.claim', value: phi(25) }] }), FORM],
      [`payload=${encodeURIComponent(`{${phi(26)}`)}`, FORM],
      [`command=${encodeURIComponent('/other')}&text=${encodeURIComponent(phi(27))}`, FORM],
      [
        JSON.stringify({
          type: 'event_callback',
          event_id: 'Ev0ODD',
          event: { type: 'message', channel: 7, text: phi(28) },
        }),
        'application/json',
      ],
    ];
    const answers: string[] = [];
    for (const [body, contentType] of bodies) {
      answers.push((await sendSigned(endpoint(), body, { secret, contentType })).text);
      answers.push((await sendSigned(endpoint(), body, { secret: 'not the secret', contentType })).text);
    }
    // The odd event fails each time, and stays in the inbox, sealed, until it is given up.
    await until('the odd event has been tried', async () => {
      const waiting = await pg.db.selectFrom('inbox').select('attempts').execute();
      return waiting.length === 1 && waiting.every(({ attempts }) => attempts > 0);
    });
    const all = Array.from({ length: 8 }, (_, index) => Object.values(markers(21 + index))).flat();
    expect(found({ ...(await everythingKept(desk())), answers: answers.join('\n') }, all)).toEqual([]);
  });
});
