import { describe, expect, test } from '@jest/globals';
import { renderBlocks } from '../../practice/render.ts';
import { remindJob } from '../../src/announcements/report-jobs.ts';
import { announce, hoursAhead, untilSummaryReads, untilTold } from '../support/announcing.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { openHome, untilHomeShows } from '../support/home-reading.ts';
import { keepOpen, movableClock } from '../support/passing-time.ts';
import { untilItReads, untilNoticed, words } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const names = { person: (id: string) => id, channel: (id: string) => id };
const HOUR = 3_600;

describe('Reports and reminders of announcements', () => {
  const clock = movableClock();
  /** Slack goes by the same time, or it would take the app for one whose clock is wrong. */
  const desk = useDesk({ app: { now: clock.now }, workspace: { now: () => clock.now().getTime() } });

  test('The report is opened from the summary, says as of when it is exact, and shows teams, states and people.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Referral rules' });
    await slack.as('maya').react(on, 'keystone');
    await untilSummaryReads(slack, on, /1 of 6\*/);

    await slack.as('carmen').click(await summaryOf(on), 'Who has read it');
    expect(await untilReportReads('carmen', /1 of 6\*[\s\S]*have acknowledged/)).toMatch(
      /Exact as of[\s\S]*Reach, as far as an app can see it:\* 1 reaction by 1 person[\s\S]*Keystone/,
    );
    await slack.as('carmen').clickInView('States');
    await untilReportReads('carmen', /Pennsylvania.*1 of 2/);
    await slack.as('carmen').clickInView('People');
    await untilReportReads('carmen', /All teams[\s\S]*• @U0JORDAN \(Keystone, Lone Star\): misses it/);
    await slack.as('carmen').chooseInView('Those who have acknowledged it');
    const acknowledged = await untilReportReads(
      'carmen',
      /All teams\* · Those who have acknowledged it[\s\S]*U0MAYA/,
    );
    expect(acknowledged).not.toContain('U0JORDAN');
  });

  test('The lead of a team sees the own team, from the menu of the announcement; others are told who can.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Copay cards' });
    await untilSummaryReads(slack, on, /0 of 6\*/);

    await slack.as('theo').messageShortcut('track_receipts', on);
    const shown = await untilReportReads('theo', /0 of 2\*/);
    expect(shown).toContain('Keystone');
    expect(shown).not.toContain('Lone Star');
    expect(shown).not.toContain('Post the picture');
    await slack.as('maya').click(await summaryOf(on), 'Who has read it');
    await untilNoticed(slack, 'maya', /lead of each care team/);
  });

  test('The table comes to whoever asks, and the picture stands in the thread for everybody.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Formulary =changes' });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.as('carmen').click(await summaryOf(on), 'Who has read it');
    await untilReportReads('carmen', /Send me the table/);

    await slack.as('carmen').clickInView('Send me the table (CSV)');
    await slack.as('carmen').clickInView('Post the picture in the thread');

    const table = await fileIn(async () => await slack.directMessages('carmen'), '.csv');
    expect(table.toString()).toMatch(/Maya Brooks,U0MAYA,Keystone,missing/);
    const picture = await fileIn(async () => await slack.thread(on.channel, on.ts), '.png');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  });

  test('Whoever misses it is reminded with a button that acknowledges, and the message then says thank you.', async () => {
    const { slack } = desk();
    await keepOpen(desk());
    const on = await announce(slack, {
      Title: 'Prior authorization',
      'Until when': hoursAhead(48, clock.now()),
      'Reminders to those who miss it': 'Once, at half of the time',
    });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.as('wei').react(on, 'pacific');
    await untilSummaryReads(slack, on, /1 of 6\*/);

    await passTo(desk(), 25 * HOUR);
    const reminder = await untilTold(slack, 'maya', /You have not acknowledged Prior authorization/);
    expect((await slack.directMessages('wei')).map(words).join()).not.toContain(
      'have not acknowledged Prior',
    );
    await slack.as('maya').click(reminder, 'I have read this');
    await untilItReads(slack, reminder, /You have acknowledged Prior authorization[\s\S]*Thank you/);
    await untilSummaryReads(slack, on, /2 of 6\*/);

    await passTo(desk(), 14 * HOUR);
    await untilTold(slack, 'theo', /1 person of \*Keystone\* still misses Prior authorization/);
    await passTo(desk(), 10 * HOUR);
    await fileIn(async () => await slack.thread(on.channel, on.ts), '.png');
  });

  test('Somebody away is reminded when they are back, after the deadline, too.', async () => {
    const { slack } = desk();
    await keepOpen(desk());
    await slack.admin.setStatus('sam', ':palm_tree:', 'Vacationing');
    const on = await announce(slack, {
      Title: 'Holiday hours',
      'Until when': hoursAhead(4, clock.now()),
      'Reminders to those who miss it': 'Once, at half of the time',
    });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await passTo(desk(), 3 * HOUR);
    await untilTold(slack, 'priya', /have not acknowledged Holiday hours/);
    await passTo(desk(), 2 * HOUR);
    const before = (await slack.directMessages('sam')).map(words).join();
    expect(before).not.toContain('have not acknowledged Holiday hours');

    await slack.admin.setStatus('sam', '', '');
    expect(await slack.settled()).toBe(true);
    await passTo(desk(), 0);

    await untilTold(slack, 'sam', /have not acknowledged Holiday hours[\s\S]*It was due/);
  });

  test('Comms are told, 72 hours later, what was asked before and after.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Claims forms', 'Topics it is about': ['Claims'] });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.as('priya').react(on, 'lonestar');
    await untilSummaryReads(slack, on, /1 of 6\*/);

    await passTo(desk(), 73 * HOUR);

    await untilTold(
      slack,
      'carmen',
      /In the 72 hours after \*Claims forms\* the 1 person who has acknowledged it asked 0 questions about Claims/,
    );
  });

  test('Comms and leads see announcements on their Home, and open the report there; others see nothing of it.', async () => {
    const { slack } = desk();
    const on = await announce(slack, { Title: 'Network changes' });
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await untilHomeReads('carmen', /Announcements[\s\S]*Announce[\s\S]*Network changes/);
    await untilHomeReads('theo', /Network changes[\s\S]*0 of 2/);
    await untilHomeReads('maya', /Ask a Question/);
    expect(await homeOf('maya')).not.toContain('Announcements');

    await slack.as('maya').react(on, 'keystone');
    await untilShown('theo', /Network changes[\s\S]*1 of 2/);
    await slack.as('theo').clickInHome('Report');
    await untilReportReads('theo', /1 of 2\*/);
    await slack.as('carmen').chooseInHome('Withdrawn');
    await untilShown('carmen', /There is nothing here/);
  });

  async function summaryOf(on: { channel: string; ts: string }) {
    const { slack } = desk();
    const replies = (await slack.thread(on.channel, on.ts)).slice(1);
    const found = replies.find((message) =>
      /have acknowledged this|has acknowledged this/.test(words(message)),
    );
    if (!found) throw new Error('There is no summary');
    return { channel: found.channel, ts: found.ts };
  }

  /** Whatever is open; answers with all that it says. */
  async function untilReportReads(who: string, pattern: RegExp): Promise<string> {
    const view = await desk()
      .slack.as(who)
      .waitForView((open) => pattern.test(renderBlocks(open.blocks, names).join('\n')));
    return renderBlocks(view.blocks, names).join('\n');
  }

  async function fileIn(
    messages: () => Promise<readonly { files?: string[] }[]>,
    ending: string,
  ): Promise<Buffer> {
    const { slack } = desk();
    const found = await slack.waitFor(async () => {
      const shown = (await messages()).flatMap(({ files }) => files ?? []);
      return (await slack.files()).find(({ id, name }) => shown.includes(id) && name.endsWith(ending));
    }, `a file ${ending}`);
    return await slack.download(found);
  }

  async function passTo({ app }: Desk, seconds: number): Promise<void> {
    clock.putForward(seconds);
    const { db, jobs } = app.rooms;
    await db.transaction().execute(async (trx) => await jobs.enqueue(trx, remindJob, {}));
  }

  async function homeOf(who: string): Promise<string> {
    return await openHome(desk().slack, who);
  }

  async function untilHomeReads(who: string, pattern: RegExp): Promise<void> {
    const look = async () => pattern.test(await homeOf(who)) || undefined;
    await desk().slack.waitFor(look, `${pattern} on the Home of ${who}`);
  }

  /** Nobody opens it: it changes while they look. */
  async function untilShown(who: string, pattern: RegExp): Promise<void> {
    await untilHomeShows(desk().slack, who, (shown) => pattern.test(shown));
  }
});

test('With Slack’s own limits on, everybody is reminded and Slack never has to ask for patience.', async () => {
  const clock = movableClock();
  await using desk = await openDesk({
    app: { now: clock.now, limits: { postsPerSecond: 1, updatesPerMinute: 50 } },
    workspace: { now: () => clock.now().getTime(), rateLimits: true },
  });
  const { slack, app } = desk;
  await keepOpen(desk);
  const on = await announce(slack, {
    Title: 'Appeals',
    'Until when': hoursAhead(4, clock.now()),
    'Reminders to those who miss it': 'Once, at half of the time',
  });
  await untilSummaryReads(slack, on, /0 of 6\*/);

  clock.putForward(3 * HOUR);
  await app.rooms.db.transaction().execute(async (trx) => await app.rooms.jobs.enqueue(trx, remindJob, {}));

  for (const who of ['maya', 'jordan', 'priya', 'sam', 'wei'])
    await untilTold(slack, who, /have not acknowledged Appeals/);
  expect((await slack.status()).rateLimited).toBe(0);
});
