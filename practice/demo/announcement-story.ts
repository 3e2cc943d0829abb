import { renderBlocks } from '../render.ts';
import { nameOf, type OnMessage, type Stage, untilItReads, untilToldDirectly, wordsOf } from './stage.ts';

const CHANNEL = 'ohh-timesroom';
const TITLE = 'Prior authorization for MRI scans';

/** Carmen tells everybody, and the teams acknowledge: one tap, the button, and another team's emoji. */
export async function anAnnouncement(stage: Stage, deadlineSeconds: number): Promise<OnMessage> {
  const { client, narrator, book } = stage;
  const carmen = client.as('carmen');
  await narrator.tells('Carmen, of the comms team, opens "Announce" and fills it:');
  await carmen.shortcut('announce');
  await carmen.waitForView(({ fields }) => fields.some(({ label }) => label === 'For whom'));
  const entries = {
    Title: TITLE,
    Text: 'From January 1 on, *outpatient MRI scans* need prior authorization.\n• Inpatient: nothing changes.\n• Questions go to Claims.',
    'Until when': `${Math.floor(Date.now() / 1_000) + deadlineSeconds}`,
    'Reminders to those who miss it': 'Once, at half of the time',
    'Topics it is about': ['Prior authorization'],
  };
  await carmen.fill(entries);
  const { 'Until when': _, ...shown } = entries;
  await narrator.shows(Object.entries(shown).map(([label, entry]) => `${label}: ${entry.toString()}`));
  const preview = await carmen.submit();
  if (preview.kind !== 'updated') throw new Error(`No preview was shown: ${JSON.stringify(preview)}`);
  await narrator.tells('She sees it as others will, and posts it:');
  const fields = preview.view.blocks.findIndex(({ type }) => type === 'input');
  await narrator.shows(renderBlocks(preview.view.blocks.slice(0, fields), book).slice(0, 8));
  const posted = await carmen.submit();
  if (posted.kind !== 'closed') throw new Error(`It was not posted: ${JSON.stringify(posted)}`);
  const on = await lands(stage);
  await narrator.tells(`In #${CHANNEL} it has an emoji for each care team. Maya taps hers, Wei the button:`);
  await client.as('maya').react(on, 'keystone');
  await client.as('wei').click(on, 'I have read this');
  await narrator.shows(await summaryReads(stage, on, /2 of 6/));
  await narrator.tells('Priya takes the emoji of another team. It counts, and she is told once:');
  await client.as('priya').react(on, 'pacific');
  await narrator.shows(await untilToldDirectly(stage, 'priya', 'with the emoji of another team'));
  await narrator.tells('Theo joins Keystone today, after it was posted:');
  await client.admin.setGroup('care-keystone', ['maya', 'jordan', 'theo']);
  await narrator.shows(await untilToldDirectly(stage, 'theo', 'You joined after this announcement'));
  return on;
}

/** Half of the time is over: whoever misses it is reminded, and comms sees how far it has come. */
export async function theReceipts(stage: Stage, on: OnMessage): Promise<void> {
  const { client, narrator, book } = stage;
  await narrator.tells('Half of the time is over. Sam, who has not acknowledged it, is reminded:');
  const reminder = await reminderTo(stage, 'sam');
  await narrator.shows(await untilItReads(stage, reminder, /./));
  await narrator.tells('One click there is the receipt:');
  await client.as('sam').click(reminder, 'I have read this');
  await narrator.shows(await summaryReads(stage, on, /4 of 7/));
  await narrator.tells(`${nameOf('carmen')} opens the report, and has its picture posted in the thread:`);
  const carmen = client.as('carmen');
  const summary = await summaryOf(stage, on, /of 7/);
  await carmen.click(summary, 'Who has read it');
  const report = await carmen.waitForView(({ blocks }) => JSON.stringify(blocks).includes('picture'));
  await narrator.shows(renderBlocks(report.blocks, book).slice(0, 4));
  await carmen.clickInView('Post the picture in the thread');
  await client.waitFor(async () => {
    const thread = await client.thread(on.channel, on.ts);
    return thread.find(({ files }) => files !== undefined && files.length > 0);
  }, 'the picture in the thread');
  const [picture] = (await client.files()).filter(({ name }) => name.endsWith('.png'));
  await narrator.shows([`${picture?.name ?? ''} stands in the thread.`]);
  await carmen.close();
}

async function lands({ client }: Stage): Promise<OnMessage> {
  const { channel, ts } = await client.waitFor(
    async () =>
      (await client.messages(CHANNEL)).find(({ blocks }) => JSON.stringify(blocks ?? []).includes(TITLE)),
    `the announcement in #${CHANNEL}`,
  );
  return { channel, ts };
}

async function summaryOf(stage: Stage, on: OnMessage, pattern: RegExp): Promise<OnMessage> {
  const { channel, ts } = await stage.client.waitFor(async () => {
    const [, ...replies] = await stage.client.thread(on.channel, on.ts);
    return replies.find((reply) => wordsOf(stage, reply).some((line) => pattern.test(line)));
  }, `the summary to read ${pattern}`);
  return { channel, ts };
}

async function summaryReads(stage: Stage, on: OnMessage, pattern: RegExp): Promise<string[]> {
  const summary = await summaryOf(stage, on, pattern);
  const found = (await stage.client.thread(on.channel, on.ts)).find(({ ts }) => ts === summary.ts);
  return found ? wordsOf(stage, found) : [];
}

async function reminderTo({ client, ...stage }: Stage, who: string): Promise<OnMessage> {
  const { channel, ts } = await client.waitFor(
    async () =>
      (await client.directMessages(who)).find((message) =>
        wordsOf(stage, message).some((line) => line.includes(TITLE)),
      ),
    `a reminder to ${who}`,
    180_000,
  );
  return { channel, ts };
}
