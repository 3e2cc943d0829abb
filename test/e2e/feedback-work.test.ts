import { describe, expect, test } from '@jest/globals';
import { historyOf } from '../../src/feedback/work-store.ts';
import { MessageTs, WorkspaceId } from '../../src/shared/ids.ts';
import { aComment, CHANNEL, sendFeedback } from '../support/feedback.ts';
import {
  cardIn,
  type OnMessage,
  reply,
  untilItReads,
  untilNoticed,
  untilThreadReads,
  words,
} from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('What product managers do with a comment, with Slack over %s', (transport) => {
  const desk = useDesk({ transport });

  async function posted(comment: string, changes: Parameters<typeof aComment>[0] = {}): Promise<OnMessage> {
    const sent = await sendFeedback(desk().app, aComment({ comment, ...changes }));
    expect(sent.status).toBe(202);
    return await cardIn(desk().slack, CHANNEL, comment);
  }

  test('Discuss opens the thread with a brief, once, however often it is clicked at a time.', async () => {
    const { slack } = desk();
    await posted('The lantern page loses my lantern invoice', {
      page: 'lanterns',
      rating: 'bad',
      state: 'TX',
    });
    const on = await posted('My lantern invoice is lost on this page', { page: 'lanterns', rating: 'bad' });
    await Promise.all([1, 2, 3].map(async () => await slack.as('quinn').click(on, 'Discuss')));

    const brief = await untilThreadReads(slack, on, /Similar comments/);
    expect(brief).toMatch(/lanterns, the last 30 days: 2/);
    expect(brief).toMatch(/bad \*2\* · FL 1, TX 1/);
    expect(brief).toContain('loses my lantern invoice');
    await untilNoticed(slack, 'quinn', /The thread is open already/);
    const thread = await slack.thread(on.channel, on.ts);
    expect(
      thread
        .slice(1)
        .map(words)
        .filter((each) => each.includes('Similar comments')),
    ).toHaveLength(1);
  });

  test('Who takes a comment is shown, and it is not offered any more.', async () => {
    const { slack } = desk();
    const on = await posted('The harbour map is upside down');
    await slack.as('quinn').click(on, 'I own it');
    expect(await untilItReads(slack, on, /Owner\* @U0QUINN/)).not.toContain('I own it');
  });

  test('Status, ticket and themes are shown, are history, and suggest themes for the next one.', async () => {
    const { slack, pg } = desk();
    const on = await posted('Please a darker dark mode');
    await slack.as('quinn').click(on, 'Status');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
    await slack.as('quinn').fill({
      Status: 'Planned',
      Owner: 'quinn',
      Ticket: 'https://tickets.example.com/browse/WEB-77',
      'New themes': 'Dark  Mode, reading-comfort',
    });
    expect(await slack.as('quinn').submit()).toEqual({ kind: 'closed' });
    const shown = await untilItReads(slack, on, /Status\* Planned/);
    expect(shown).toMatch(/Owner\* @U0QUINN/);
    expect(shown).toContain('WEB-77');
    expect(shown).toContain('dark mode, reading comfort');

    const other = await posted('Night colours hurt my eyes');
    await slack.as('quinn').click(other, 'Status');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
    await slack.as('quinn').fill({ Status: 'Looking into it', Themes: ['dark mode'] });
    expect(await slack.as('quinn').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, other, /Themes\* dark mode/);

    const { feedbackId } = await pg.db
      .selectFrom('feedback')
      .innerJoin('outbox', 'outbox.id', 'feedback.postId')
      .select('feedback.id as feedbackId')
      .where('outbox.ts', '=', MessageTs.parse(on.ts))
      .executeTakeFirstOrThrow();
    const kinds = (await historyOf(pg.db, WorkspaceId.parse('T0PRACTICE'), feedbackId)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['owned', 'ticket', 'themes', 'status']);
    const audited = await pg.db
      .selectFrom('auditEntries')
      .select(['action', 'by'])
      .where('action', '=', 'feedback.status_changed')
      .execute();
    expect(audited).toHaveLength(2);
  });

  test('What is entered wrongly is said under its field, and nothing is saved.', async () => {
    const { slack } = desk();
    const on = await posted('The compass spins');
    await slack.as('quinn').click(on, 'Status');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
    await slack.as('quinn').fill({ Ticket: 'javascript:alert(1)' });
    expect(await slack.as('quinn').submit()).toMatchObject({ kind: 'errors' });
    await slack.as('quinn').fill({ Ticket: null, 'New themes': 'Maria Gonzalez' });
    expect(JSON.stringify(await slack.as('quinn').submit())).toContain('seems to identify a member');
    await slack.as('quinn').close();
    expect(await untilItReads(slack, on, /compass spins/)).not.toContain('Themes');
  });

  test('When something ships, the threads of the comments with its ticket hear of it, once.', async () => {
    const { slack } = desk();
    const ticket = 'https://tickets.example.com/browse/WEB-500';
    const first = await posted('The bell does not ring');
    const second = await posted('No ring from the bell');
    const third = await posted('I cannot hear bells');
    for (const on of [first, second]) await slack.as('quinn').click(on, 'Discuss');
    for (const on of [first, second]) await untilThreadReads(slack, on, /Similar comments/);
    for (const on of [first, second, third]) {
      await slack.as('quinn').click(on, 'Status');
      await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
      await slack.as('quinn').fill({ Status: 'Planned', Ticket: ticket });
      expect(await slack.as('quinn').submit()).toEqual({ kind: 'closed' });
      await untilItReads(slack, on, /Status\* Planned/);
    }
    await slack.as('quinn').click(first, 'Status');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
    await slack.as('quinn').fill({ Status: 'Shipped' });
    await slack.as('quinn').submit();

    expect(await untilThreadReads(slack, first, /Shipped/)).toContain('This comment was marked');
    expect(await untilThreadReads(slack, second, /Shipped/)).toContain('A linked comment');
    expect(await slack.thread(third.channel, third.ts)).toHaveLength(1);
  });

  test('Supervisors and strangers are refused, and told who could; a guide in the channel may talk.', async () => {
    const { slack } = desk();
    const on = await posted('The gull shouts');
    await slack.as('rosa').click(on, 'I own it');
    await untilNoticed(slack, 'rosa', /People with the product role and members of #\S+ can take this/);
    await slack.as('rosa').click(on, 'Status');
    const refused = await slack
      .as('rosa')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('People with the product role can'));
    expect(refused.submit).toBe('');
    await slack.as('rosa').close();

    await slack.as('maya').join(CHANNEL);
    await slack.as('maya').click(on, 'Discuss');
    await untilThreadReads(slack, on, /Similar comments/);
    await slack.as('maya').click(on, 'Status');
    await slack
      .as('maya')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('People with the product role can'));
    await slack.as('maya').close();
    await slack.as('maya').leave(CHANNEL);
  });

  test('People of another company can do nothing, though they see the comment.', async () => {
    const { slack, app, pg } = desk();
    const on = await posted('The pier is long');
    await slack.admin.shareExternally(CHANNEL);
    await app.rooms.clients.posting.conversations.invite({ channel: on.channel, users: 'U0PAT' });
    for (const button of ['Discuss', 'I own it']) {
      await slack.as('pat').click(on, button);
      await untilNoticed(slack, 'pat', /Only people of this company/);
    }
    await slack.as('pat').click(on, 'Status');
    await slack
      .as('pat')
      .waitForView(({ blocks }) => JSON.stringify(blocks).includes('Only people of this company'));
    await slack.as('pat').close();
    const row = await pg.db
      .selectFrom('feedback')
      .select(['owner', 'status'])
      .where('comment', '=', 'The pier is long' as never)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ owner: null, status: 'new' });
    await slack.admin.unshare(CHANNEL);
  });

  test('A reply in the thread is counted as long as it stands.', async () => {
    const { slack, pg } = desk();
    const on = await posted('The tide is late');
    const said = await reply(slack, 'quinn', on, 'Looking at the tide table');
    const counted = async () =>
      await pg.db
        .selectFrom('feedbackReplies')
        .select('deletedAt')
        .where('threadTs', '=', MessageTs.parse(on.ts))
        .execute();
    await slack.waitFor(async () => (await counted())[0], 'the reply');
    expect(await counted()).toEqual([{ deletedAt: null }]);
    await slack.as('quinn').remove(said);
    await slack.waitFor(
      async () => (await counted())[0]?.deletedAt ?? undefined,
      'the deletion of the reply',
    );
    expect(await counted()).toHaveLength(1);
  });
});
