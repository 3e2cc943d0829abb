import type { Database } from '../../src/platform/database.ts';
import { ChannelId, MessageTs } from '../../src/shared/ids.ts';
import { until } from './jobs.ts';
import type { OnMessage } from './story.ts';

/** The question of a card, as the database has it. */
export async function questionAt(db: Database, { channel, ts }: OnMessage) {
  return await db
    .selectFrom('outbox')
    .innerJoin('questionCards', 'questionCards.outboxId', 'outbox.id')
    .innerJoin('questions', 'questions.id', 'questionCards.questionId')
    .where('outbox.channelId', '=', ChannelId.parse(channel))
    .where('outbox.ts', '=', MessageTs.parse(ts))
    .selectAll('questions')
    .executeTakeFirstOrThrow();
}

/** What happened to the question of a card, in order. */
export async function historyAt(db: Database, on: OnMessage): Promise<readonly string[]> {
  const { id } = await questionAt(db, on);
  const rows = await db
    .selectFrom('questionEvents')
    .select('kind')
    .where('questionId', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ kind }) => kind);
}

export async function questionCount(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('questions')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Waits until nothing is on its way to Slack any more. */
export async function untilDelivered(db: Database): Promise<void> {
  await until('everything has been delivered', async () => {
    const waiting = await db
      .selectFrom('outbox')
      .select('id')
      .where('state', 'in', ['pending', 'sending', 'unknown'])
      .executeTakeFirst();
    return waiting === undefined;
  });
}

/** Waits until every event that was received has been worked on. */
export async function untilWorkedOn(db: Database): Promise<void> {
  await until(
    'every event has been worked on',
    async () => (await db.selectFrom('inbox').select('eventId').executeTakeFirst()) === undefined,
  );
}
