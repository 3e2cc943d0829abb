import { parseArgs } from 'node:util';
import { verifiedRecord } from './demo/audit.ts';
import { whatIsOff } from './demo/check.ts';
import { playDay } from './demo/day.ts';
import { type DemoDesk, startDesk } from './demo/desk.ts';
import { impatientDirectory } from './demo/directory.ts';
import { openNarrator } from './demo/narrator.ts';
import { openStage } from './demo/stage.ts';

const { fast } = parseArgs({ options: { fast: { type: 'boolean', default: false } } }).values;
const narrator = openNarrator((line) => console.log(line), { fast });

/** Slack lets an app change 50 messages a minute. Nobody wants to wait for that in a demo in a hurry. */
const HURRIED = { SLACK_UPDATES_PER_MINUTE: '0' };

async function day(desk: DemoDesk): Promise<void> {
  const expected = await playDay(await openStage(desk.client, narrator), fast ? 50 : 240);
  await narrator.chapter('In the evening');
  const off = await whatIsOff(desk, expected);
  for (const each of off) console.log(`  ✗ ${each}`);
  if (off.length > 0) throw new Error(`The day did not end as it should: ${off.length} off.`);
  await narrator.tells(
    `✓ ${expected.questions.length} questions stand where they should, in the database and in Slack.`,
  );
  await narrator.tells('✓ Each card and each message stands once, within every limit of Slack.');
  await narrator.tells('✓ What identified a member stands nowhere in clear.');
  await narrator.tells(`✓ npm run audit -- verify: ${await verifiedRecord(desk.folder)}\n`);
}

const started = performance.now();
await narrator.tells('A database, a Slack workspace on this machine and the app are starting …');
/** How long tier 1 lets a question wait: longer than it takes to read along, shorter than one wants to watch. */
const directory = await impatientDirectory(fast ? '6s' : '25s');
const desk = await startDesk(process.env, fast ? HURRIED : {}, directory);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void desk.stop().finally(() => process.exit(130)));
}

try {
  await day(desk);
  console.log(`  The whole day took ${Math.round((performance.now() - started) / 1000)} s.`);
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : 'The day went wrong.'}`);
  process.exitCode = 1;
} finally {
  await desk.stop();
}
