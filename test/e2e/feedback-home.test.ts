import { describe, expect, test } from '@jest/globals';
import { aComment, CHANNEL, sendBatch, sendFeedback } from '../support/feedback.ts';
import { untilHomeShows } from '../support/home-reading.ts';
import { run } from '../support/processes.ts';
import { cardIn, untilItReads, untilThreadReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('The App Home of a product manager', () => {
  const desk = useDesk();

  const untilShown = async (who: string, fits: (shown: string) => boolean): Promise<string> =>
    await untilHomeShows(desk().slack, who, fits);

  async function fillFilter(entries: Record<string, string>): Promise<void> {
    const { slack } = desk();
    await slack.as('quinn').clickInHome('Filter');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Show');
    await slack.as('quinn').fill(entries);
    expect(await slack.as('quinn').submit()).toEqual({ kind: 'closed' });
  }

  test('shows what members say, page by page, with trends; others do not see it.', async () => {
    const { slack, app } = desk();
    const sent = await sendBatch(
      app,
      Array.from({ length: 10 }, (_, index) =>
        aComment({
          comment: `Sail number ${index} flaps`,
          page: index % 2 === 0 ? 'sails' : 'anchors',
          rating: index < 3 ? 'bad' : 'good',
          state: index === 0 ? 'TX' : 'FL',
        }),
      ),
    );
    expect(sent.status).toBe(200);
    await slack.as('quinn').openHome();
    const shown = await untilShown('quinn', (text) => text.includes('1 to 8 of 10'));
    expect(shown).toMatch(/The last 8 weeks[^]*bad: \*3\* this week[^]*sails: \*5\* this week/);
    expect(shown).not.toContain('Sail number 0');
    await slack.as('quinn').clickInHome('Next page');
    await untilShown('quinn', (text) => text.includes('9 to 10 of 10') && text.includes('Sail number 0'));

    await slack.as('quinn').clickInHome('Show questions');
    await untilShown(
      'quinn',
      (text) => !text.includes('Member feedback\n') && text.includes('Show member feedback'),
    );
    await slack.as('quinn').clickInHome('Show member feedback');
    await untilShown('quinn', (text) => text.includes('1 to 8 of 10') || text.includes('9 to 10 of 10'));
    await slack.as('rosa').openHome();
    expect(await untilShown('rosa', (text) => text.includes('Ask a Question'))).not.toContain(
      'Member feedback',
    );
  });

  test('filters by what is filled in, keeps a filter under a name, and forgets it.', async () => {
    const { slack } = desk();
    await fillFilter({
      'Words in the comment': 'sails flap',
      Page: 'sails',
      Rating: 'bad',
      'Save it as': 'Bad sails',
    });
    const shown = await untilShown('quinn', (text) => text.includes('*2* in all'));
    expect(shown).toMatch(/Words\* sails flap · \*Page\* sails · \*Rating\* bad/);

    await slack.as('quinn').clickInHome('Show all');
    await untilShown('quinn', (text) => text.includes('*10* in all'));
    await slack.as('quinn').chooseInHome('Bad sails');
    await untilShown('quinn', (text) => text.includes('*2* in all'));
    await slack.as('quinn').clickInHome('Forget this filter');
    await untilShown('quinn', (text) => !text.includes('Forget this filter'));
    await slack.as('quinn').clickInHome('Show all');
  });

  test('lets somebody decide and discuss there, and an open Home follows what others decide.', async () => {
    const { slack, app } = desk();
    await sendFeedback(app, aComment({ comment: 'The rudder squeaks', page: 'rudders' }));
    const on = await cardIn(slack, CHANNEL, 'The rudder squeaks');
    await fillFilter({ Page: 'rudders' });
    await untilShown('quinn', (text) => text.includes('The rudder squeaks'));
    await slack.as('quinn').clickInHome('Discuss');
    await untilThreadReads(slack, on, /Similar comments/);
    await slack.as('quinn').clickInHome('Status');
    await slack.as('quinn').waitForView(({ submit }) => submit === 'Save');
    await slack.as('quinn').fill({ Status: 'Planned', 'New themes': 'rudders' });
    expect(await slack.as('quinn').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, on, /Status\* Planned/);
    await untilShown('quinn', (text) => /\*Planned\*[^]*rudders/.test(text));
  });

  test('what is on it can be exported, and that is on record.', async () => {
    const { pg, secrets } = desk();
    const command = async (...args: readonly string[]) => {
      const started = run('src/cli/feedback.ts', args, {
        DATABASE_URL: pg.url,
        ENCRYPTION_KEYS: secrets.encryptionKeys
          .map(({ id, key }) => `${id}:${key.toString('base64')}`)
          .join(','),
        FINGERPRINT_SECRET: secrets.fingerprintSecret.toString('base64'),
      });
      return { code: await started.ended, said: started.output() };
    };
    const { code, said } = await command('export', '--page', 'sails', '--rating', 'bad');
    expect(code).toBe(0);
    expect(said.split('\n').filter((line) => line.includes('Sail number'))).toHaveLength(2);
    expect((await command('export', '--theme', 'rudders')).said).toContain('The rudder squeaks');
    expect(await command('export', '--theme', 'nowhere')).toMatchObject({ code: 1 });
    expect(await command('export', '--rating', 'awful')).toMatchObject({ code: 1 });
    expect(await command('export', '--from', 'yesterday')).toMatchObject({ code: 1 });
    const audited = await pg.db
      .selectFrom('auditEntries')
      .select('facts')
      .where('action', '=', 'feedback.exported')
      .execute();
    expect(audited.map(({ facts }) => facts)).toEqual(['{"comments":2}', '{"comments":1}']);
  });
});
