import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Ask, type AskOutcome, askQuestion } from '../../../src/questions/ask.ts';
import { cardsOf } from '../../../src/questions/card-store.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import { ViewId } from '../../../src/questions/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import { findQuestion } from '../../../src/questions/store.ts';
import { ChannelId, MessageTs, QuestionId, TopicKey } from '../../../src/shared/ids.ts';
import { openPracticeRoom, person, userId, workspaceId } from '../../support/practice-room.ts';

export { person, userId, workspaceId };

export const channelId = (name: string): ChannelId =>
  ChannelId.parse(`C0${name.replaceAll(/[^a-z0-9]/g, '').toUpperCase()}`);
export const topic = (key: string): TopicKey => TopicKey.parse(key);
export const ts = (seconds: number): MessageTs => MessageTs.parse(`${1_760_000_000 + seconds}.000100`);
export const aViewId = (): ViewId => ViewId.parse(`V${randomBytes(6).toString('hex')}`);

/** The questions room between a database, a practice workspace and jobs that are only written down. */
export const openRoom = async () => await openPracticeRoom({ now: new Date('2026-11-02T15:00:00Z') });

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
