import type { WebClient } from '@slack/web-api';
import { overviewPage } from '../announcements/index.ts';
import { channelsOf } from '../directory/directory.ts';
import {
  answersIn,
  type DirectoryReader,
  type LiveDirectory,
  type Place,
  rolesOf,
} from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { JobRunner } from '../platform/jobs.ts';
import type { Metrics } from '../platform/metrics.ts';
import { rejectedMessages } from '../platform/outbox.ts';
import type { BoardScope } from '../questions/board.ts';
import {
  askedBy,
  boardCounts,
  boardFigures,
  boardPage,
  heldBy,
  liveWaits,
  startOfDay,
  topicName,
} from '../questions/index.ts';
import type { TopicChoice } from '../questions/question.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type AdminFacts, type Health, MOST_REJECTED } from './admin-views.ts';
import { BOARD_SHOWN } from './board-views.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { HomeFacts } from './home-views.ts';
import type { Look } from './look.ts';
import { MINE_SHOWN } from './mine-views.ts';
import { NEWS_SHOWN } from './news-views.ts';
import { healthFigures } from './store.ts';

export type FactsDeps = {
  readonly db: Database;
  readonly jobs: Pick<JobRunner, 'load'>;
  readonly metrics: Metrics;
  readonly directory: DirectoryReader;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** Everything that one person's Home shows, as it is at this moment. */
export async function homeFacts(deps: FactsDeps, user: SlackUserId, look: Look): Promise<HomeFacts> {
  const { db, directory, now, workspace } = deps;
  const [live, roles, mine, held, overview] = await Promise.all([
    directory.load(workspace.id),
    rolesOf(db, workspace.id, user),
    askedBy(deps, user, { page: look.mine, pageSize: MINE_SHOWN }),
    heldBy(deps, user),
    overviewPage(deps, user, { filter: look.newsFilter, page: look.news, pageSize: NEWS_SHOWN }),
  ]);
  const channels = roles.has('supervisor') ? null : await answersIn(db, workspace.id, user);
  const answers = channels === null || channels.length > 0;
  return {
    mine,
    held: held.length,
    board: live && answers ? await boardFacts(deps, live, { user, channels }, look) : null,
    news: overview && { overview, filter: look.newsFilter },
    admin: roles.has('admin') ? await adminFacts(deps, live) : null,
    product: roles.has('product') ? await productFacts(deps, user, look) : null,
    now: now(),
  };
}

async function productFacts(
  deps: FactsDeps,
  user: SlackUserId,
  look: Look,
): Promise<NonNullable<HomeFacts['product']>> {
  const { part } = look;
  return part === 'questions' ? { part } : { part, ...(await feedbackFacts(deps, user, look)) };
}

async function boardFacts(
  deps: FactsDeps,
  { directory }: LiveDirectory,
  scope: BoardScope,
  { board: page, filter }: Look,
): Promise<NonNullable<HomeFacts['board']>> {
  const { db, now, workspace } = deps;
  const since = await startOfDay(db, directory.hours.timeZone, now());
  const [shown, counts, figures, waits] = await Promise.all([
    boardPage(deps, directory, { scope, filter, page, pageSize: BOARD_SHOWN }),
    boardCounts(db, workspace.id, scope),
    boardFigures(db, workspace.id, scope, since),
    liveWaits(db, workspace.id, { since, until: now() }),
  ]);
  const choices: readonly TopicChoice[] = [
    'general',
    'state_rule',
    ...directory.topics.map(({ key }) => key),
  ];
  const topics = choices.map((topic) => ({ topic, name: topicName(directory, topic) }));
  return { shown, counts, filter, topics, figures, waits };
}

async function adminFacts(deps: FactsDeps, live: LiveDirectory | undefined): Promise<AdminFacts> {
  const { db, workspace } = deps;
  const [health, rejected] = await Promise.all([
    healthOf(deps),
    rejectedMessages(db, workspace.id, MOST_REJECTED + 1),
  ]);
  return {
    health,
    directoryVersion: live?.version ?? null,
    unpostable: live ? unpostableOf(live) : [],
    rejected,
  };
}

async function healthOf({ db, jobs, metrics, workspace }: FactsDeps): Promise<Health> {
  const [load, figures, skews] = await Promise.all([
    jobs.load(),
    healthFigures(db, workspace.id),
    metrics.clockSkew.get(),
  ]);
  const database = figures && {
    against: 'the database',
    seconds: (Date.now() - figures.databaseAt.getTime()) / 1_000,
  };
  const slack = skews.values.find(({ labels }) => labels.against === 'slack');
  return {
    oldestJob: load.length === 0 ? null : Math.max(...load.map(({ oldestSeconds }) => oldestSeconds)),
    oldestEvent: figures?.oldestEventSeconds ?? null,
    oldestMessage: figures?.oldestMessageSeconds ?? null,
    failedEvents: figures?.failedEvents ?? 0,
    skew: [...(database ? [database] : []), ...(slack ? [{ against: 'Slack', seconds: slack.value }] : [])],
  };
}

function unpostableOf(live: LiveDirectory): readonly Place[] {
  const places = channelsOf(live.directory).map((name) => live.place(name));
  return places.filter(({ status }) => status !== 'ok');
}
