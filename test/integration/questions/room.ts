import '../../support/one-realm.ts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { WebClient } from '@slack/web-api';
import { sql } from 'kysely';
import { connectWorkspace } from '../../../practice/client.ts';
import { startWorkspace } from '../../../practice/workspace.ts';
import { applyDirectory, createDirectoryReader } from '../../../src/directory/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import { createVault } from '../../../src/platform/vault.ts';
import { type Ask, type AskOutcome, askQuestion } from '../../../src/questions/ask.ts';
import { cardsOf } from '../../../src/questions/card-store.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import { ViewId } from '../../../src/questions/ids.ts';
import type { Person } from '../../../src/questions/people.ts';
import type { Question } from '../../../src/questions/question.ts';
import { findQuestion } from '../../../src/questions/store.ts';
import { createRedactor } from '../../../src/redaction/index.ts';
import {
  ChannelId,
  MessageTs,
  QuestionId,
  SlackUserId,
  TopicKey,
  WorkspaceId,
} from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { recordJobs } from '../../support/recorded-jobs.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const userId = (name: string): SlackUserId => SlackUserId.parse(`U0${name.toUpperCase()}`);
export const person = (name: string): Person => ({ user: userId(name), isExternal: false });
export const channelId = (name: string): ChannelId =>
  ChannelId.parse(`C0${name.replaceAll(/[^a-z0-9]/g, '').toUpperCase()}`);
export const topic = (key: string): TopicKey => TopicKey.parse(key);
export const ts = (seconds: number): MessageTs => MessageTs.parse(`${1_760_000_000 + seconds}.000100`);
export const aViewId = (): ViewId => ViewId.parse(`V${randomBytes(6).toString('hex')}`);

const EXAMPLE = await readFile('practice/directory.yaml', 'utf8');

/** The questions room between a database, a practice workspace and jobs that are only written down. */
export async function openRoom() {
  const pg = await freshDatabase();
  const workspace = await startWorkspace({
    rateLimits: false,
    directoryFile: 'practice/directory.yaml',
    log: () => {},
  });
  const jobs = await recordJobs(pg.db);
  const clock = { now: new Date('2026-11-02T15:00:00Z') };
  const reads = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const deps = {
    db: pg.db,
    jobs,
    now: () => clock.now,
    workspace: { id: workspaceId, botUserId: SlackUserId.parse('U0CONCIERGE') },
    slack: { reads },
    directory: createDirectoryReader(pg.db),
    chain: createChain(randomBytes(32)),
    vault: createVault([{ id: 'test', key: randomBytes(32) }], randomBytes(32)),
    redact: createRedactor({ memberIds: [/^R\d{6}$/] }),
  };
  await applyDirectory({ ...deps, now: () => new Date() }, EXAMPLE, 'a test');
  return {
    pg,
    deps,
    jobs,
    clock,
    slack: connectWorkspace(workspace.url),
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await pg[Symbol.asyncDispose]();
    },
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** Maya, who is on one care team, asks something general about Pennsylvania. */
export function anAsk(changes: Partial<Ask> = {}): Ask {
  return {
    by: person('maya'),
    viewId: aViewId(),
    text: 'Is acupuncture covered?',
    topic: 'general',
    state: 'PA',
    memberId: null,
    exchange: 'on',
    irl: false,
    live: false,
    careTeam: null,
    source: null,
    reviewed: null,
    ...changes,
  };
}

export async function asked(room: Room, changes: Partial<Ask> = {}): Promise<Question> {
  return questionOf(await askQuestion(room.deps, anAsk(changes)));
}

export function questionOf(outcome: AskOutcome): Question {
  if (outcome.kind === 'refused') throw new Error(`Refused: ${outcome.refusal.reason}`);
  return outcome.question;
}

export async function now(room: Room, { id }: Question): Promise<Question> {
  const question = await findQuestion(room.pg.db, workspaceId, id);
  if (!question) throw new Error('The question is gone');
  return question;
}

export async function kinds(room: Room, { id }: Question): Promise<readonly string[]> {
  return (await historyOf(room.pg.db, workspaceId, id)).map(({ detail }) => detail.kind);
}

/** Writes down, as the outbox does, that Slack has the card of the question's present move. */
export async function posted(room: Room, { id }: Question, at: MessageTs): Promise<void> {
  const card = (await cardsOf(room.pg.db, workspaceId, id)).at(-1);
  if (!card) throw new Error('There is no card');
  await sql`update outbox set state = 'done', settled_at = now(), ts = ${at} where id = ${card.outboxId}`.execute(
    room.pg.db,
  );
}

export async function outbox(room: Room, view: string) {
  return await room.pg.db
    .selectFrom('outbox')
    .select(['id', 'kind', 'channelId', 'userId', 'threadOf', 'targetId', 'payload'])
    .where('view', '=', view)
    .orderBy('id')
    .execute();
}

export const nobodysQuestion = QuestionId.parse('01900000-0000-7000-8000-00000000dead');
