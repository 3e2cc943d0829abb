import { readFile } from 'node:fs/promises';
import { applyDirectory } from '../../src/directory/index.ts';
import { clockSweepJob } from '../../src/questions/jobs.ts';
import { type Desk, EXAMPLE_DIRECTORY } from './desk.ts';

/** The time of an app, which can be put forward. It goes on by itself meanwhile. */
export function movableClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    putForward: (seconds: number) => {
      ahead += seconds * 1_000;
    },
  };
}

export type MovableClock = ReturnType<typeof movableClock>;

/** Puts the clock forward and lets the app look for what is due by then, as it does each minute. */
export async function passTime({ app }: Desk, clock: MovableClock, seconds: number): Promise<void> {
  clock.putForward(seconds);
  const { db, jobs } = app.rooms;
  await db.transaction().execute(async (trx) => await jobs.enqueue(trx, clockSweepJob, {}));
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ALWAYS = `hours:\n  timeZone: UTC\n  days: { ${DAYS.map((day) => `${day}: "00:00-24:00"`).join(', ')} }\n\n`;

/** The example directory, open at all hours, with other clocks where they are given. */
export async function openDirectory(
  changes: Readonly<Record<string, string>> = {},
  file: string = EXAMPLE_DIRECTORY,
): Promise<string> {
  const example = await readFile(file, 'utf8');
  const open = example.replace(/^hours:\n[\s\S]*?\n\n/m, ALWAYS);
  return Object.entries(changes).reduce((source, [from, to]) => {
    if (!source.includes(from)) throw new Error(`The example directory does not say ${from}`);
    return source.replace(from, to);
  }, open);
}

/** Puts it in force, so that clocks run at whatever hour the test does. */
export async function keepOpen({ app }: Desk, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  await applyDirectory(app.rooms, await openDirectory(changes), 'a test');
}
