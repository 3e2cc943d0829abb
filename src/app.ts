import bolt from '@slack/bolt';
import type { Logger } from 'pino';
import * as announcements from './announcements/index.ts';
import * as audit from './audit/index.ts';
import type { SecretsConfig, SlackConfig } from './config.ts';
import * as directory from './directory/index.ts';
import * as feedback from './feedback/index.ts';
import { healthRoutes } from './health.ts';
import * as home from './home/index.ts';
import { checkSecrets } from './key-check.ts';
import * as members from './members/index.ts';
import { createChain } from './platform/chain.ts';
import { connect, type Database } from './platform/database.ts';
import { serve } from './platform/http-server.ts';
import { type JobRunner, startJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { createVault } from './platform/vault.ts';
import * as questions from './questions/index.ts';
import { createRedactor, DEFAULT_POLICY, redactAmong } from './redaction/index.ts';
import { newReference } from './shared/reference.ts';
import { failureBoundary } from './slack/boundary.ts';
import { createClients } from './slack/clients.ts';
import { slackRoute } from './slack/endpoint.ts';
import { createGateway, type Gateway } from './slack/gateway.ts';
import { whoWeAre } from './slack/identity.ts';
import { inboxSchedules, inboxWorkers } from './slack/inbox/inbox.ts';
import { slackLogger } from './slack/logger.ts';
import type { DeliverDeps } from './slack/outbox/deliver.ts';
import type { PaceLimits } from './slack/outbox/pace.ts';
import { outboxSchedules, outboxWorkers } from './slack/outbox/workers.ts';
import { createSocket } from './slack/socket.ts';
import { createUpload } from './slack/upload.ts';

export type AppOptions = {
  readonly databaseUrl: string;
  readonly slack: SlackConfig;
  readonly secrets: SecretsConfig;
  readonly logger: Logger;
  readonly port: number;
  /** Every address when not given. */
  readonly host?: string;
  readonly memberId: {
    readonly pattern: RegExp;
    readonly hint: string;
    readonly inSlack: members.MemberIdInSlack;
  };
  /** How an ID is shown to those who may see it. */
  readonly reveal: { readonly needsReason: boolean; readonly seconds: number };
  /** Whether people see what is taken out of their questions before they are posted. */
  readonly redactionPreview: boolean;
  readonly announcements: { readonly needApproval: boolean; readonly ownEmojiOnly: boolean };
  readonly feedback: feedback.FeedbackOptions;
  readonly limits: PaceLimits;
  readonly lookUpAfterSeconds: number;
  /** The time by which everything goes; that of the machine when not given. */
  readonly now?: () => Date;
};

export type RunningApp = {
  readonly port: number;
  readonly rooms: RoomDeps;
  /** Looks for what is due, as it does by itself now and then: for whoever has moved `now`. */
  readonly runSchedules: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type RoomDeps = Awaited<ReturnType<typeof gatherDeps>>;

/** What rooms ask of the job runner. */
type RoomJobs = Pick<JobRunner, 'enqueue' | 'load'>;

/** How long each part of a shutdown may take; together under the 20 seconds that orchestrators commonly leave. */
const DRAIN_MS = 4_000;
const JOBS_MS = 10_000;

/** The one place where the pieces meet. Everything below this file is handed what it needs. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const log = createLog(options.logger);
  const db = connect(options.databaseUrl, {
    onIdleError: (error) => log.failure('database.connection-lost', error),
  });
  const runner = Promise.withResolvers<JobRunner>();
  // Workers begin before the runner that they queue further work with is ours to hand out.
  const jobs: RoomJobs = {
    enqueue: async (...job) => await (await runner.promise).enqueue(...job),
    load: async () => await (await runner.promise).load(),
  };
  const deps = await gatherDeps(options, { db, jobs, log });
  await checkSecrets(deps).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });

  const app = createBolt(options.slack, deps);
  const listeners = async (event: bolt.ReceiverEvent): Promise<void> => await app.processEvent(event);
  const gateway = createGateway(deps, listeners, async () => await requestCatchUp(deps));
  const started = await startJobs({
    url: options.databaseUrl,
    log,
    workers: [
      ...inboxWorkers(
        deps,
        async (body) => await listeners({ body, ack: async () => await Promise.resolve() }),
      ),
      ...outboxWorkers(deliverDeps(options, deps)),
      ...audit.workers(deps),
      ...directory.workers(deps),
      ...members.workers(deps),
      ...questions.workers(deps),
      ...announcements.workers(deps),
      ...feedback.workers(deps),
      ...home.workers(deps),
    ],
    schedules: [
      ...inboxSchedules,
      ...outboxSchedules,
      ...audit.schedules,
      ...directory.schedules,
      ...questions.schedules,
      ...announcements.schedules,
      ...feedback.schedules,
    ],
  });
  runner.resolve(started);
  await requestCatchUp(deps);
  return await openDoors(options, { deps, gateway, started });
}

/** What happened while nobody listened: after a start, and when Slack held events back. */
async function requestCatchUp(deps: RoomDeps): Promise<void> {
  await questions.requestCatchUp(deps);
  await announcements.requestCatchUp(deps);
}

type Started = { readonly deps: RoomDeps; readonly gateway: Gateway; readonly started: JobRunner };

/** Lets requests in, last of all, and closes in the reverse order. */
async function openDoors(options: AppOptions, { deps, gateway, started }: Started): Promise<RunningApp> {
  const { log } = deps;
  const { slack, port, host } = options;
  let stopping = false;
  const socket =
    slack.transport.kind === 'socket'
      ? createSocket({
          ...deps,
          gateway,
          appToken: slack.transport.appToken,
          apiUrl: slack.apiUrl,
          catchUp: async () => await requestCatchUp(deps),
        })
      : undefined;
  const health = {
    ...deps,
    jobs: started,
    isConnected: () => socket?.isConnected() ?? true,
    isStopping: () => stopping,
    note: async () => await feedback.noteWaiting(deps),
  };
  const endpoint =
    slack.transport.kind === 'http'
      ? [slackRoute({ ...deps, gateway, signingSecret: slack.transport.signingSecret })]
      : [];
  const server = await serve({ port, ...(host !== undefined && { host }), log }, [
    ...healthRoutes(health),
    ...feedback.routes({ ...deps, redact: deps.redactAnybody }),
    ...endpoint,
  ]);
  await socket?.start();
  log.info('app.started', { port: server.port, transport: slack.transport.kind });

  return {
    port: server.port,
    rooms: deps,
    runSchedules: started.runSchedules,
    stop: async () => {
      stopping = true;
      log.info('app.stopping');
      // What came in through a web socket is answered through it too, so it is the last to close.
      await Promise.all([server.close(), gateway.drain(DRAIN_MS).then(async () => await socket?.stop())]);
      await gateway.drain(DRAIN_MS);
      await started.stop(JOBS_MS);
      await deps.db.destroy();
      log.info('app.stopped');
    },
  };
}

async function gatherDeps(
  { slack, secrets, memberId, reveal, redactionPreview, now = () => new Date(), ...options }: AppOptions,
  base: { readonly db: Database; readonly jobs: RoomJobs; readonly log: Log },
) {
  const metrics = createMetrics();
  const redactAnybody = createRedactor({ memberIds: [memberId.pattern, ...DEFAULT_POLICY.memberIds] });
  // The first call reads the word lists: nobody's form should wait for that.
  redactAnybody('Ready');
  const logger = slackLogger(base.log);
  const clients = createClients({ token: slack.botToken, apiUrl: slack.apiUrl, logger, metrics });
  const deps = {
    ...base,
    metrics,
    logger,
    clients,
    now,
    newReference,
    slack: { posting: clients.posting, reads: clients.reads, upload: createUpload(slack.apiUrl) },
    workspace: await whoWeAre(clients.reads, base.log),
    vault: createVault(secrets.encryptionKeys, secrets.fingerprintSecret),
    chain: createChain(secrets.fingerprintSecret),
    /** For what members write: they may be called what a colleague is called. */
    redactAnybody,
    directory: directory.createDirectoryReader(base.db),
    feedback: feedback.feedbackSettings(options.feedback, {
      postsPerSecond: options.limits.postsPerSecond,
      sendersNow: () => new Date(),
    }),
    settings: {
      memberIdPattern: memberId.pattern,
      memberIdHint: memberId.hint,
      memberIdInSlack: memberId.inSlack,
      revealNeedsReason: reveal.needsReason,
      revealSeconds: reveal.seconds,
      redactionPreview,
      announcementApproval: options.announcements.needApproval,
      ownEmojiOnly: options.announcements.ownEmojiOnly,
    },
  };
  return { ...deps, redact: redactAmong(redactAnybody, directory.createColleagues(deps).names) };
}

function createBolt({ botToken }: SlackConfig, deps: RoomDeps): bolt.App {
  const { workspace, clients, logger } = deps;
  const authorization = {
    botToken,
    botId: workspace.botId,
    botUserId: workspace.botUserId,
    teamId: workspace.id,
  };
  const app = new bolt.App({
    // Our own transports call `processEvent`: Bolt's acknowledge events before they are stored.
    receiver: {
      init: () => {},
      start: async () => await Promise.resolve(),
      stop: async () => await Promise.resolve(),
    },
    authorize: async () => await Promise.resolve(authorization),
    clientOptions: clients.interactive,
    logger,
    convoStore: false,
    ignoreSelf: false,
  });
  app.use(failureBoundary(deps.log));
  directory.listen(app, deps);
  questions.listen(app, deps, home.homeChanged(deps));
  announcements.listen(app, deps, home.homeChanged(deps));
  feedback.listen(app, deps);
  home.listen(app, deps);
  return app;
}

function deliverDeps({ limits, lookUpAfterSeconds }: AppOptions, deps: RoomDeps): DeliverDeps {
  const renderers = [
    ...questions.renderers(deps),
    ...announcements.renderers(deps),
    ...feedback.renderers(deps),
  ];
  return {
    ...deps,
    limits,
    mayPostIn: async (channel) => await directory.mayPostIn(deps, channel),
    quarantineSeconds: lookUpAfterSeconds,
    renderers: new Map(renderers.map((each) => [each.name, each])),
    onRejected: async ({ id, view, payload, channelId }, code) => {
      await questions.postRejected(deps, { view, payload, code });
      await announcements.postRejected(deps, { view, payload });
      return await feedback.postRejected(deps, { id, view, channelId, code });
    },
  };
}
