import { describe, expect, test } from '@jest/globals';
import type { SeenView } from '../../practice/interactions/seen-view.ts';
import { verifyChain } from '../../src/audit/index.ts';
import { SlackUserId } from '../../src/shared/ids.ts';
import type { Desk } from '../support/desk.ts';
import { questionAt, untilDelivered } from '../support/kept.ts';
import { everythingKept, foundInAnyForm, requestsToOthers } from '../support/leaks.ts';
import {
  ask,
  askerMessage,
  cardIn,
  completeAndPost,
  type OnMessage,
  untilItReads,
  untilThreadReads,
} from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const REASON = 'Why do you need it?';
const LOOKING_UP = 'I look the member up to answer the question';

const textOf = ({ blocks }: Pick<SeenView, 'blocks'>): string => JSON.stringify(blocks);

/** Who looked, or tried to, at the member of a card's question. */
async function looks({ pg }: Desk, card: OnMessage) {
  const { id } = await questionAt(pg.db, card);
  const rows = await pg.db
    .selectFrom('auditEntries')
    .select(['outcome', 'by', 'facts', 'member'])
    .where('questionId', '=', id)
    .where('action', '=', 'members.reveal')
    .orderBy('seq')
    .execute();
  return rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) }));
}

async function tokenOn({ slack }: Desk, card: OnMessage): Promise<string> {
  const words = await untilItReads(slack, card, /\*Member\* `M-/);
  return words.match(/`(M-[2-9A-Z]{6})`/)?.[1] ?? '';
}

describe('The ID of a member', () => {
  const desk = useDesk();

  async function asked(Question: string, memberId: string): Promise<OnMessage> {
    const entries = { Question, Topic: 'Providers', 'Member ID': memberId, lands: 'experts-providers' };
    return await ask(desk().slack, 'maya', entries);
  }

  /** Clicks, chooses a reason, and answers with what is shown then. */
  async function reveals(who: string, on: OnMessage): Promise<SeenView> {
    const person = desk().slack.as(who);
    await person.click(on, 'Show ID');
    await person.waitForView(({ submit }) => submit === 'Show it');
    await person.fill({ [REASON]: LOOKING_UP });
    const submitted = await person.submit();
    if (submitted.kind !== 'updated') throw new Error(`It was not shown: ${submitted.kind}`);
    return submitted.view;
  }

  async function isRefused(who: string, on: OnMessage, words: string): Promise<void> {
    const person = desk().slack.as(who);
    await person.click(on, 'Show ID');
    const view = await person.waitForView((each) => textOf(each).includes(words));
    expect(view.submit).toBe('');
    await person.close();
  }

  test('is shown to the asker, to whoever has claimed the question and to supervisors, each look on record.', async () => {
    const { slack } = desk();
    const card = await asked('Who covers the evening ward?', 'R111111');
    const token = await tokenOn(desk(), card);
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by/);
    const own = await askerMessage(slack, 'maya', 'evening ward');
    for (const [who, on] of [
      ['maya', own],
      ['lee', card],
      ['rosa', card],
    ] as const) {
      expect(textOf(await reveals(who, on))).toContain('R111111');
      await slack.as(who).close();
    }
    const facts = (as: string) => ({ as, reason: 'looking_up' });
    expect(await looks(desk(), card)).toEqual([
      { outcome: 'done', by: 'U0MAYA', member: token, facts: facts('asker') },
      { outcome: 'done', by: 'U0LEE', member: token, facts: facts('claimer') },
      { outcome: 'done', by: 'U0ROSA', member: token, facts: facts('supervisor') },
    ]);
  });

  test('is shown for a settled question too.', async () => {
    const { slack } = desk();
    const card = await asked('Who covers the weekend ward?', 'R111112');
    await slack.as('maya').click(card, 'Resolve');
    await untilItReads(slack, card, /Resolved by/);
    expect(textOf(await reveals('rosa', card))).toContain('R111112');
    await slack.as('rosa').close();
  });

  test('is not shown to a bystander, who learns who may see it, and the attempt is on record.', async () => {
    const card = await asked('Who covers the copper ward?', 'R111113');
    const token = await tokenOn(desk(), card);
    await isRefused(
      'lee',
      card,
      'Whoever has claimed it, supervisors and the person who asked can see the ID of its member.',
    );
    expect(await looks(desk(), card)).toEqual([
      { outcome: 'denied', by: 'U0LEE', member: token, facts: { why: 'notEntitled' } },
    ]);
  });

  test('is not shown to an external person in a shared channel.', async () => {
    const { slack, app } = desk();
    const entries = { Topic: 'Eligibility', 'Member ID': 'R111114', lands: 'experts-eligibility' };
    const card = await ask(slack, 'maya', { Question: 'Who covers the cobalt ward?', ...entries });
    await slack.admin.shareExternally('experts-eligibility');
    await app.rooms.clients.posting.conversations.invite({ channel: card.channel, users: 'U0PAT' });
    await isRefused('pat', card, 'This is for colleagues of the company that runs this app');
    expect(await looks(desk(), card)).toMatchObject([
      { outcome: 'denied', by: 'U0PAT', facts: { why: 'external' } },
    ]);
  });

  test('is not shown to somebody who was deactivated after the form was opened.', async () => {
    const { slack, pg } = desk();
    const card = await asked('Who covers the ivory ward?', 'R111115');
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by/);
    const lee = slack.as('lee');
    await lee.click(card, 'Show ID');
    await lee.waitForView(({ submit }) => submit === 'Show it');
    await lee.fill({ [REASON]: LOOKING_UP });
    const setDeactivated = async (isDeactivated: boolean): Promise<void> => {
      const by = SlackUserId.parse('U0LEE');
      await pg.db.updateTable('people').set({ isDeactivated }).where('userId', '=', by).execute();
    };
    await setDeactivated(true);
    const submitted = await lee.submit();
    await setDeactivated(false);
    expect(JSON.stringify(submitted)).toContain('This account has been deactivated');
    expect(JSON.stringify(submitted)).not.toContain('R111115');
    expect(await looks(desk(), card)).toMatchObject([
      { outcome: 'denied', by: 'U0LEE', facts: { why: 'deactivated' } },
    ]);
    await lee.close();
  });

  test('has one token, and other questions about the same member are linked by it, each to the other.', async () => {
    const { slack } = desk();
    const first = await asked('Who covers the silver ward?', 'R111116');
    const second = await ask(slack, 'priya', {
      Question: 'Who covers the golden ward?',
      Topic: 'Billing',
      'Member ID': 'r111116',
      lands: 'experts-billing',
    });
    expect(await tokenOn(desk(), second)).toBe(await tokenOn(desk(), first));
    expect(await untilItReads(slack, first, /Also about this member/)).toContain('#C0EXPERTSBILLING');
    expect(await untilItReads(slack, second, /Also about this member/)).toContain('#C0EXPERTSPROVIDERS');
  });

  test('leaves a story on record: who asked, answered, escalated, resolved and reopened, in a chain that is whole.', async () => {
    const { slack, pg, app } = desk();
    const card = await asked('Who covers the pewter ward?', 'R111117');
    const token = await tokenOn(desk(), card);
    const ts = await slack.as('lee').say(card.channel, 'The night shift does.', { threadTs: card.ts });
    await untilItReads(slack, card, /First reply by/);
    await slack.as('lee').messageShortcut('mark_answer', { channel: card.channel, ts });
    await untilItReads(slack, card, /Answered by/);
    await slack.as('maya').click(card, 'Resolve');
    await untilItReads(slack, card, /Resolved by/);
    await slack.as('maya').choose(card, 'Reopen');
    await untilItReads(slack, card, /\[ Claim \]/);
    const { id } = await questionAt(pg.db, card);
    const rows = await pg.db
      .selectFrom('auditEntries')
      .select(['action', 'by', 'member'])
      .where('questionId', '=', id)
      .orderBy('seq')
      .execute();
    expect(rows).toEqual(
      [
        ['asked', 'U0MAYA'],
        ['answered', 'U0LEE'],
        ['resolved', 'U0MAYA'],
        ['reopened', 'U0MAYA'],
      ].map(([move, by]) => ({ action: `questions.${move}`, by, member: token })),
    );
    expect(await verifyChain(app.rooms, app.rooms.workspace.id)).toMatchObject({ kind: 'whole' });
  });
});

describe('The ID of a member, where no reason is asked for', () => {
  const desk = useDesk({ app: { reveal: { needsReason: false, seconds: 1 } }, logLevel: 'debug' });

  async function asked(Question: string, memberId: string): Promise<OnMessage> {
    const entries = { Question, Topic: 'Providers', 'Member ID': memberId, lands: 'experts-providers' };
    return await ask(desk().slack, 'maya', entries);
  }

  test('is shown at once, and goes from the window again.', async () => {
    const { slack } = desk();
    const card = await asked('Who covers the linen ward?', 'R222221');
    await slack.as('rosa').click(card, 'Show ID');
    const sight = await slack.as('rosa').waitForView((view) => textOf(view).includes('R222221'));
    const wiped = await slack.as('rosa').waitForView((view) => textOf(view).includes('has been taken out'));
    expect(wiped.id).toBe(sight.id);
    expect(textOf(wiped)).not.toContain('R222221');
    await slack.as('rosa').close();
    expect(await looks(desk(), card)).toMatchObject([
      { outcome: 'done', by: 'U0ROSA', facts: { as: 'supervisor', reason: null } },
    ]);
  });

  test('is on record as looked at although Slack fails when it is to be shown.', async () => {
    const { slack } = desk();
    const card = await asked('Who covers the cotton ward?', 'R222222');
    await slack.faults.add({ method: 'views.update', kind: '500', times: 1 });
    await slack.as('rosa').click(card, 'Show ID');
    await slack.as('rosa').waitForView((view) => textOf(view).includes('has been taken out'));
    await slack.as('rosa').close();
    expect(await looks(desk(), card)).toMatchObject([{ outcome: 'done', by: 'U0ROSA' }]);
    const shown = (await slack.requests()).filter(({ arguments: sent, verdict }) =>
      JSON.stringify([sent, verdict]).includes('R222222'),
    );
    expect(shown.map(({ verdict }) => verdict)).not.toContain('ok');
  });

  test('stands nowhere else: not in the database, the log or a request to Slack, in whatever form it was typed.', async () => {
    const { slack, pg } = desk();
    const forms = 'also written R918273, r918273, R 918 273, r-918-273 and R9 18-27 3';
    await slack.as('maya').shortcut('ask');
    const entries = {
      Question: `Who covers the velvet ward? It is ${forms}`,
      Topic: 'Providers',
      'Member ID': 'r918273',
    };
    expect(await completeAndPost(slack, 'maya', entries)).toEqual({ kind: 'closed' });
    const card = await cardIn(slack, 'experts-providers', 'velvet ward');
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by/);
    await slack.as('lee').choose(card, 'Hand over');
    await slack.as('lee').waitForView(({ fields }) => fields.some(({ isInput }) => isInput));
    await slack.as('lee').fill({ To: 'rosa', Note: `It is ${forms}` });
    expect(await slack.as('lee').submit()).toEqual({ kind: 'closed' });
    await untilThreadReads(slack, card, /also written/);
    await slack.as('rosa').click(card, 'Show ID');
    await slack.as('rosa').waitForView((view) => textOf(view).includes('R918273'));
    await slack.as('rosa').waitForView((view) => textOf(view).includes('has been taken out'));
    await slack.as('rosa').close();
    await untilDelivered(pg.db);
    const kept = { ...(await everythingKept(desk())), requests: await requestsToOthers(desk()) };
    expect(foundInAnyForm(kept, ['R918273', 'R222221', 'R222222'])).toEqual([]);
  });
});

describe.each([
  ['masked', 'R•••331', true],
  ['full', 'R333331', false],
] as const)('With the setting "%s" a card', (inSlack, reads, hasButton) => {
  const memberId = { pattern: /^R\d{6}$/i, hint: 'R and six digits', inSlack };
  const desk = useDesk({ app: { memberId } });

  test(`reads ${reads}.`, async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Who covers the marble ward?',
      Topic: 'Providers',
      'Member ID': 'R333331',
      lands: 'experts-providers',
    });
    const words = await untilItReads(slack, card, /\*Member\*/);
    expect(words).toContain(`\`${reads}\``);
    expect(words.includes('[ Show ID ]')).toBe(hasButton);
  });
});
