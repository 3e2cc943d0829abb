import path from 'node:path';
import type { Logger } from 'pino';
import { type AppOptions, type RunningApp, startApp } from './app.ts';
import type { Config } from './config.ts';
import { type OwnDatabase, openOwnDatabase } from './own-database.ts';
import { migrate } from './platform/migrate.ts';

export type Serving = {
  readonly app: () => RunningApp;
  readonly databaseUrl: string;
  /** Where none was given. */
  readonly own: OwnDatabase | undefined;
  /** On an empty database, at the same address; only with one of our own. `meanwhile` the app stands still. */
  readonly startAfresh: (meanwhile: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How long an ID that somebody asked to see stands on their screen. */
const REVEAL_SECONDS = 60;

type Where = Pick<AppOptions, 'slack' | 'secrets' | 'host' | 'now'> & {
  /** Of practice mode; otherwise those of the settings. */
  readonly webhookSecrets?: AppOptions['feedback']['keys'];
};

/** A database (given or our own), brought up to this release, and the app on it. */
export async function serveOn(config: Config, logger: Logger, where: Where): Promise<Serving> {
  const own =
    config.DATABASE_URL === undefined
      ? await openOwnDatabase(path.join(config.DATA_DIR, 'postgres'))
      : undefined;
  const databaseUrl = config.DATABASE_URL ?? own?.url ?? '';
  const start = async (port: number): Promise<RunningApp> => {
    await migrate(databaseUrl);
    return await startApp({ ...where, ...settingsIn(config, where), databaseUrl, logger, port });
  };
  try {
    let app = await start(config.PORT);
    return {
      app: () => app,
      databaseUrl,
      own,
      startAfresh: async (meanwhile) => {
        await own?.turn(true);
        await app.stop();
        await meanwhile();
        await own?.empty();
        app = await start(app.port);
      },
      stop: async () => {
        await app.stop();
        await own?.turn(false);
      },
    };
  } catch (error) {
    await own?.turn(false);
    throw error;
  }
}

type Settings = Pick<
  AppOptions,
  'memberId' | 'reveal' | 'redactionPreview' | 'announcements' | 'feedback' | 'limits' | 'lookUpAfterSeconds'
>;

function settingsIn(config: Config, { webhookSecrets = [] }: Where): Settings {
  return {
    memberId: {
      pattern: config.MEMBER_ID_PATTERN,
      hint: config.MEMBER_ID_HINT,
      inSlack: config.MEMBER_ID_IN_SLACK,
    },
    reveal: { needsReason: config.REVEAL_NEEDS_REASON === 'on', seconds: REVEAL_SECONDS },
    redactionPreview: config.REDACTION_PREVIEW === 'on',
    announcements: {
      needApproval: config.ANNOUNCEMENT_APPROVAL === 'on',
      ownEmojiOnly: config.ANNOUNCEMENT_EMOJI === 'own-team',
    },
    feedback: {
      keys: config.FEEDBACK_WEBHOOK_SECRETS ?? webhookSecrets,
      linkHosts: config.FEEDBACK_LINK_HOSTS ?? [],
      countsSilent: config.FEEDBACK_SILENT === 'count',
      perSecond: config.FEEDBACK_PER_SECOND,
    },
    limits: {
      postsPerSecond: config.SLACK_POSTS_PER_SECOND,
      updatesPerMinute: config.SLACK_UPDATES_PER_MINUTE,
    },
    lookUpAfterSeconds: config.LOOK_UP_AFTER_SECONDS,
  };
}
