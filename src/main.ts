import { type Config, ConfigTrouble, parseConfig } from './config.ts';
import { ConciergeError } from './platform/errors.ts';
import { createLog, createLogger, describeError, type Log } from './platform/log.ts';
import { FolderTaken, startPractice } from './practice-mode.ts';
import { serveOn } from './serving.ts';

/** Orchestrators commonly kill after 30 s; whatever still runs by then is taken up by another instance. */
const STOPS_WITHIN_MS = 20_000;

await main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const logger = createLogger(
    config.mode === 'practice' && process.env['LOG_LEVEL'] === undefined ? 'warn' : config.LOG_LEVEL,
  );
  const log = createLog(logger);
  process.on('unhandledRejection', (error) => log.failure('process.unhandled-rejection', error));
  const told = untilTold();
  const running = await start(config, logger);
  console.log(running.screen);

  await told;
  await stopWithin(running.stop, log);
}

type Running = { readonly screen: string; readonly stop: () => Promise<void> };

async function start(config: Config, logger: ReturnType<typeof createLogger>): Promise<Running> {
  if (config.mode === 'practice') return await startPractice(config, logger, process.env);
  const { app, stop } = await serveOn(config, logger, config);
  return {
    screen: `Concierge Desk serves Slack (${config.slack.transport.kind}) and listens on port ${app().port}.`,
    stop,
  };
}

async function untilTold(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
  return await promise;
}

async function stopWithin(stop: () => Promise<void>, log: Log): Promise<void> {
  const timer = setTimeout(() => {
    log.warn('process.stopped-late');
    process.exit(1);
  }, STOPS_WITHIN_MS);
  await stop();
  clearTimeout(timer);
  process.exit(0);
}

/** For the person at the terminal: sentences we wrote as they are, anything else without its message, which may hold data. */
function explain(error: unknown): string {
  if (error instanceof ConfigTrouble || error instanceof FolderTaken) return error.message;
  if (error instanceof ConciergeError) return error.advice;
  return `Concierge Desk could not start.\n${JSON.stringify(describeError(error), null, 2)}`;
}
