import { type JobRunner, type Jobs, type Schedule, startJobs, type Worker } from '../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../src/platform/log.ts';

/** For tests that look at what is stored and work on it themselves. */
export const noJobs: Jobs = { enqueue: async () => await Promise.resolve() };

export type TestJobs = JobRunner & AsyncDisposable & { readonly logged: readonly string[] };

/** A job runner of the test's own. Stopped with `await using`, before the database under it goes. */
export async function runJobs(
  url: string,
  workers: readonly Worker[],
  schedules: readonly Schedule[] = [],
): Promise<TestJobs> {
  const logged: string[] = [];
  const log = createLog(createLogger('debug', { write: (line) => void logged.push(line) }));
  const runner = await startJobs({ url, log, workers, schedules });
  return {
    ...runner,
    logged,
    async [Symbol.asyncDispose]() {
      await runner.stop(1_000);
    },
  };
}

/** Waits for something that must come true; says what it waited for when it doesn't. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
