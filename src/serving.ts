import path from 'node:path';
import type { Logger } from 'pino';
import { type AppOptions, type RunningApp, startApp } from './app.ts';
import type { Config } from './config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { migrate } from './platform/migrate.ts';

export type Serving = {
  readonly app: RunningApp;
  readonly databaseUrl: string;
  readonly stop: () => Promise<void>;
};

/** How long an ID that somebody asked to see stands on their screen. */
const REVEAL_SECONDS = 60;

type Where = Pick<AppOptions, 'slack' | 'secrets' | 'host'>;

/** A database (given or our own), brought up to this release, and the app on it. */
export async function serveOn(config: Config, logger: Logger, where: Where): Promise<Serving> {
  const embedded = config.DATABASE_URL === undefined ? await ownDatabase(config) : undefined;
  const databaseUrl = config.DATABASE_URL ?? embedded?.url ?? '';
  try {
    await migrate(databaseUrl);
    const app = await startApp({
      ...where,
      databaseUrl,
      logger,
      port: config.PORT,
      memberId: {
        pattern: config.MEMBER_ID_PATTERN,
        hint: config.MEMBER_ID_HINT,
        inSlack: config.MEMBER_ID_IN_SLACK,
      },
      reveal: { needsReason: config.REVEAL_NEEDS_REASON === 'on', seconds: REVEAL_SECONDS },
      redactionPreview: config.REDACTION_PREVIEW === 'on',
      limits: {
        postsPerSecond: config.SLACK_POSTS_PER_SECOND,
        updatesPerMinute: config.SLACK_UPDATES_PER_MINUTE,
      },
      lookUpAfterSeconds: config.LOOK_UP_AFTER_SECONDS,
    });
    const stop = async (): Promise<void> => {
      await app.stop();
      await embedded?.stop();
    };
    return { app, databaseUrl, stop };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function ownDatabase({ DATA_DIR }: Config): Promise<EmbeddedPostgres> {
  return await startEmbeddedPostgres({ folder: path.join(DATA_DIR, 'postgres'), database: 'concierge' });
}
