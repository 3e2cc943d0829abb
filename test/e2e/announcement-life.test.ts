import { describe, expect, test } from '@jest/globals';
import { sweepJob } from '../../src/announcements/jobs.ts';
import {
  announce,
  fillAndPost,
  hoursAhead,
  openAnnounce,
  setComms,
  untilSummaryReads,
  untilTold,
} from '../support/announcing.ts';
import type { Desk } from '../support/desk.ts';
import { movableClock } from '../support/passing-time.ts';
import { cardIn, messagesSaying, untilItReads, untilNoticed, untilThreadReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const clock = movableClock();

/** Puts the clock forward and lets the app look for what is due by then, as it does each minute. */
async function passTime({ app }: Desk, seconds: number): Promise<void> {
  clock.putForward(seconds);
  const { db, jobs } = app.rooms;
  await db.transaction().execute(async (trx) => await jobs.enqueue(trx, sweepJob, {}));
}

async function audited({ pg }: Desk, action: string) {
  const rows = await pg.db
    .selectFrom('auditEntries')
    .select(['by', 'facts'])
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
  return rows.map(({ by }) => by);
}

describe('Whoever announces', () => {
  const desk = useDesk({ transport: 'socket', app: { now: clock.now } });

  test('reaches the channels of some care teams as well, and a receipt counts in either place.', async () => {
    const { slack } = desk();
    await openAnnounce(slack, 'carmen');
    await fillAndPost(slack, 'carmen', {
      Title: 'Only for two teams',
      Text: 'Please read this.',
      'For whom': 'Some care teams',
      'Care teams': ['Keystone', 'Pacific'],
      Where: 'In the announcement channel and in theirs',
    });
    const main = await cardIn(slack, 'ohh-timesroom', 'Only for two teams');
    const own = await cardIn(slack, 'care-keystone', 'Only for two teams');
    await cardIn(slack, 'care-pacific', 'Only for two teams');
    expect(await messagesSaying(slack, 'care-lonestar', 'Only for two teams')).toEqual([]);
    await untilItReads(slack, main, /for Keystone and Pacific/);
    await slack.waitFor(async () => {
      const [message] = await messagesSaying(slack, 'care-keystone', 'Only for two teams');
      const names = message?.reactions.map(({ name }) => name);
      return names?.length === 1 ? names : undefined;
    }, 'the team’s own emoji');

    await slack.as('maya').react(own, 'keystone');
    await slack.as('wei').react(main, 'pacific');
    await untilSummaryReads(slack, main, /2 of 3\*[\s\S]*Keystone.*1 of 2[\s\S]*Pacific.*1 of 1/);
    await slack.waitFor(
      async () => ((await audited(desk(), 'announcements.acknowledged')).length === 2 ? true : undefined),
      'two receipts on record',
    );
  });

  test('can post it only in the channels of those it is for, such as the experts of a topic.', async () => {
    const { slack } = desk();
    const on = await announce(slack, {
      Title: 'For the pharmacists',
      'For whom': 'The experts of some topics',
      Topics: ['Pharmacy'],
      Where: 'Only in their channels',
      lands: 'experts-pharmacy',
    });
    expect(await messagesSaying(slack, 'ohh-timesroom', 'For the pharmacists')).toEqual([]);
    await slack.as('omar').react(on, 'white_check_mark');
    await untilSummaryReads(slack, on, /1 of 2\*[\s\S]*Pharmacy experts.*1 of 2/);
  });

  test('keeps a draft, posts it later, edits it, asks again, and withdraws it.', async () => {
    const { slack } = desk();
    await openAnnounce(slack, 'carmen');
    await fillAndPost(slack, 'carmen', {
      Title: 'A slow one',
      Text: 'First words.',
      'And then': 'Save it as a draft',
    });
    const own = await untilTold(slack, 'carmen', /A slow one[\s\S]*A draft/);
    expect(await messagesSaying(slack, 'ohh-timesroom', 'A slow one')).toEqual([]);
    await slack.as('carmen').click(own, 'Post');
    const on = await cardIn(slack, 'ohh-timesroom', 'A slow one');
    await slack.as('sam').click(on, 'I have read this');
    await untilSummaryReads(slack, on, /1 of 6\*/);

    await slack.as('carmen').click(own, 'Edit');
    await slack.as('carmen').waitForView(({ fields }) => fields.some(({ label }) => label === 'Receipts'));
    await fillAndPost(slack, 'carmen', { Text: 'Better words.', Receipts: true });
    await untilItReads(slack, on, /Better words[\s\S]*changed/);
    await untilThreadReads(slack, on, /earlier receipts don't count any more/);
    await untilSummaryReads(slack, on, /0 of 6\*[\s\S]*receipts count from/);
    await slack.as('sam').click(on, 'I have read this');
    await untilSummaryReads(slack, on, /1 of 6\*/);

    await slack.as('carmen').click(own, 'Withdraw');
    expect(await untilItReads(slack, on, /Withdrawn:\* A slow one/)).not.toContain('Better words');
    await untilItReads(slack, own, /Withdrawn by @U0CARMEN/);
    expect(await audited(desk(), 'announcements.edited')).toEqual(['U0CARMEN']);
    expect(await audited(desk(), 'announcements.withdrawn')).toEqual(['U0CARMEN']);
  });

  test('can have it posted at a time to come.', async () => {
    const { slack } = desk();
    await openAnnounce(slack, 'carmen');
    const preview = await fillAndPost(slack, 'carmen', {
      Title: 'Tomorrow',
      Text: 'Please read this.',
      'Post it at': hoursAhead(24, clock.now()),
    });
    expect(preview.submit).toBe('Schedule');
    await untilTold(slack, 'carmen', /Tomorrow[\s\S]*Will be posted/);
    await passTime(desk(), 3_600);
    expect(await messagesSaying(slack, 'ohh-timesroom', 'Tomorrow')).toEqual([]);
    await passTime(desk(), 23 * 3_600);
    await cardIn(slack, 'ohh-timesroom', 'Tomorrow');
  });

  test('checks that it was understood: wrong answers see what they misread, and the right one is the receipt.', async () => {
    const { slack } = desk();
    const on = await announce(slack, {
      Title: 'With a question',
      'What is asked of people': 'To acknowledge it by answering a question',
      'Check question': 'From when on?',
      Answers: 'December\n* January',
      'If somebody answers wrongly': 'The second line says January.',
    });
    await slack.as('priya').react(on, 'lonestar');
    await untilTold(slack, 'priya', /It asks a question/);

    await slack.as('priya').click(on, 'Answer the question');
    await slack.as('priya').waitForView(({ fields }) => fields.length > 0);
    await slack.as('priya').fill({ 'From when on?': 'December' });
    const wrong = await slack.as('priya').submit();
    expect(JSON.stringify(wrong)).toContain('The second line says January.');
    await untilSummaryReads(slack, on, /0 of 6\*/);
    await slack.as('priya').fill({ 'From when on?': 'January' });
    expect(JSON.stringify(await slack.as('priya').submit())).toContain('Right.');
    await untilSummaryReads(slack, on, /1 of 6\*[\s\S]*Lone Star.*1 of 2/);
    const rows = await desk()
      .pg.db.selectFrom('announcementEvents')
      .select(['option', 'isRight'])
      .where('kind', '=', 'answered')
      .orderBy('position')
      .execute();
    expect(rows).toEqual([
      { option: 0, isRight: false },
      { option: 1, isRight: true },
    ]);
  });
});

describe('A second pair of eyes', () => {
  const desk = useDesk({ app: { announcements: { needApproval: true, ownEmojiOnly: true } } });

  test('is somebody else’s, sees what will be said, and approves nothing that was changed since.', async () => {
    const { slack } = desk();
    await setComms(desk(), ['carmen', 'quinn']);
    await openAnnounce(slack, 'carmen');
    const preview = await fillAndPost(slack, 'carmen', { Title: 'Needs a look', Text: 'Please read this.' });
    expect(preview.submit).toBe('Hand in');
    const own = await untilTold(slack, 'carmen', /Waits until somebody else/);
    const theirs = await untilTold(slack, 'quinn', /has to approve it[\s\S]*Please read this/);
    expect(await messagesSaying(slack, 'ohh-timesroom', 'Needs a look')).toEqual([]);
    expect((await slack.directMessages('carmen')).length).toBe(1);

    await slack.as('carmen').click(own, 'Edit');
    await slack.as('carmen').waitForView(({ fields }) => fields.length > 5);
    await fillAndPost(slack, 'carmen', { Text: 'Other words.' });
    await untilItReads(slack, theirs, /Other words/);
    await slack.as('quinn').click(theirs, 'Approve');
    await cardIn(slack, 'ohh-timesroom', 'Needs a look');
    await untilItReads(slack, theirs, /Approved by @U0QUINN/);
    expect(await audited(desk(), 'announcements.approved')).toEqual(['U0QUINN']);
  });

  test('Where only a team’s own emoji counts, another is no receipt, and that is said once.', async () => {
    const { slack } = desk();
    const on = await cardIn(slack, 'ohh-timesroom', 'Needs a look');
    await slack.as('wei').react(on, 'lonestar');
    await untilTold(slack, 'wei', /doesn't count as your receipt: please add yours, :pacific:/);
    await slack.as('wei').react(on, 'sunshine');
    await slack.as('wei').react(on, 'pacific');
    await untilSummaryReads(slack, on, /1 of 6\*/);
    expect((await slack.directMessages('wei')).length).toBe(1);
  });
});

describe('Whoever doesn’t announce', () => {
  const desk = useDesk();

  test('is told who does, whatever they press.', async () => {
    const { slack } = desk();
    await slack.as('maya').command('/announce', 'Free cake', { channel: 'general' });
    await slack.as('maya').waitForView(({ blocks }) => JSON.stringify(blocks).includes('for the comms team'));
    const on = await announce(slack, { Title: 'Not theirs to change' });
    const own = await untilTold(slack, 'carmen', /Not theirs to change/);
    await setComms(desk(), ['quinn']);
    await slack.as('carmen').click(own, 'Withdraw');
    await untilNoticed(slack, 'carmen', /Announcing is for the comms team/);
    await untilItReads(slack, on, /Please read this/);
  });
});
