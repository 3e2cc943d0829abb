import { describe, expect, test } from '@jest/globals';
import { NotYet } from '../../../src/platform/jobs.ts';
import type { Act } from '../../../src/questions/act.ts';
import { cardsOf } from '../../../src/questions/card-store.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { escalateQuestion } from '../../../src/questions/escalate.ts';
import { handOverQuestion } from '../../../src/questions/hand-over.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import { QuestionEventId } from '../../../src/questions/ids.ts';
import { linkCards } from '../../../src/questions/link-cards.ts';
import type { Question } from '../../../src/questions/question.ts';
import { releaseQuestion } from '../../../src/questions/release.ts';
import { reopenQuestion } from '../../../src/questions/reopen.ts';
import { resolveQuestion } from '../../../src/questions/resolve.ts';
import { retargetQuestion } from '../../../src/questions/retarget.ts';
import {
  asked,
  channelId,
  kinds,
  nobodysQuestion,
  now,
  openRoom,
  outbox,
  person,
  posted,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

function by(name: string, { id }: Question, seen: number | null = 0): Act {
  return { questionId: id, by: person(name), seen };
}

describe('claiming', () => {
  test('two people clicking at once: one claims it, the other is told who', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    const outcomes = await Promise.all([
      claimQuestion(room.deps, by('lee', question)),
      claimQuestion(room.deps, by('dana', question)),
    ]);

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    const { status } = await now(room, question);
    expect(outcomes).toContainEqual({
      kind: 'refused',
      refusal: expect.objectContaining({ reason: 'alreadyClaimed', by: 'by' in status ? status.by : '' }),
    });
    expect(await kinds(room, question)).toEqual(['asked', 'claimed']);
  });

  test('a double click is one event', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    await claimQuestion(room.deps, by('lee', question));
    const again = await claimQuestion(room.deps, by('lee', question));

    expect(again).toMatchObject({ kind: 'done', event: null });
    expect(await kinds(room, question)).toEqual(['asked', 'claimed']);
  });

  test("redraws the card and the asker's message, once however often it is asked for", async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await posted(room, question, ts(1));

    await claimQuestion(room.deps, by('lee', question));
    await releaseQuestion(room.deps, by('lee', question));

    const updates = (await outbox(room, 'questions.card')).filter(({ kind }) => kind === 'update');
    expect(updates).toHaveLength(1);
    const told = (await outbox(room, 'questions.asker')).filter(({ kind }) => kind === 'update');
    expect(told).toMatchObject([{ targetId: question.askerMessage }]);
  });

  test('is for members of the channel and for supervisors', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    expect(await claimQuestion(room.deps, by('omar', question))).toMatchObject({
      refusal: { reason: 'notEntitled', could: ['members', 'supervisors'] },
    });
    expect(await claimQuestion(room.deps, by('rosa', question))).toMatchObject({ kind: 'done' });
  });

  test('is not for people of another company, nor for people who have left', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    const stranger = { ...by('lee', question), by: { ...person('lee'), isExternal: true } };

    expect(await claimQuestion(room.deps, stranger)).toMatchObject({ refusal: { reason: 'external' } });
    expect(await claimQuestion(room.deps, by('nico', question))).toMatchObject({
      refusal: { reason: 'deactivated' },
    });
  });

  test('of a question that is not there says so', async () => {
    await using room = await openRoom();
    const act = { questionId: nobodysQuestion, by: person('lee'), seen: 0 };

    expect(await claimQuestion(room.deps, act)).toEqual({ kind: 'gone' });
  });
});

describe('handing over', () => {
  test("gives the question to somebody of the channel, who is told in the card's thread", async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await claimQuestion(room.deps, by('lee', question));

    const input = { ...by('lee', question), to: userId('dana'), note: 'Dana knows, SSN 123-45-6789' };
    const outcome = await handOverQuestion(room.deps, input);

    expect(outcome).toMatchObject({ kind: 'done', question: { status: { by: userId('dana') } } });
    const card = (await cardsOf(room.pg.db, workspaceId, question.id))[0];
    expect(await outbox(room, 'questions.handed-over-note')).toMatchObject([{ threadOf: card?.outboxId }]);
    const event = (await historyOf(room.pg.db, workspaceId, question.id)).at(-1);
    expect(event?.note).toContain('Dana knows');
    expect(event?.note).not.toContain('123-45-6789');
  });

  test('to somebody outside the channel, or of another company, is refused', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    for (const name of ['omar', 'pat', 'nico']) {
      expect(await handOverQuestion(room.deps, { ...by('lee', question), to: userId(name) })).toMatchObject({
        refusal: { reason: 'cannotTake', person: userId(name) },
      });
    }
  });
});

describe('escalating', () => {
  test('posts a new card one tier up, open for those there, and redraws the old one', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await posted(room, question, ts(1));
    await claimQuestion(room.deps, by('rosa', question));

    await escalateQuestion(room.deps, by('rosa', question));

    const { placement, status } = await now(room, question);
    expect(status).toEqual({ name: 'open' });
    expect(placement).toMatchObject({ tier: 2, channel: channelId('region-northeast'), move: 1 });
    expect(placement.reason).toBe('because it was escalated and Pennsylvania is in Northeast');
    const cards = await outbox(room, 'questions.card');
    expect(cards.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
      { kind: 'post', payload: { questionId: question.id, move: 0 } },
      { kind: 'update', payload: { questionId: question.id, move: 0 } },
      { kind: 'post', payload: { questionId: question.id, move: 1 } },
    ]);
  });

  test('twice from the same card moves it once, and the second click learns where it is', async () => {
    await using room = await openRoom();
    const question = await asked(room);

    const outcomes = await Promise.all([
      escalateQuestion(room.deps, by('rosa', question)),
      escalateQuestion(room.deps, by('rosa', question)),
    ]);

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'moved']);
    expect((await now(room, question)).placement.move).toBe(1);
    expect(await cardsOf(room.pg.db, workspaceId, question.id)).toHaveLength(2);
  });

  test('to a picked topic makes the question one about that topic', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    const picked = { tier: 3, topic: topic('pharmacy') } as const;

    await escalateQuestion(room.deps, { ...by('rosa', question), picked });

    expect(await now(room, question)).toMatchObject({
      topic: 'pharmacy',
      placement: { tier: 3, channel: channelId('experts-pharmacy') },
    });
  });

  test('is not for members of the channel that the question has left', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    const picked = { tier: 3, topic: topic('pharmacy') } as const;
    await escalateQuestion(room.deps, { ...by('lee', question), picked });

    expect(await claimQuestion(room.deps, by('lee', question, 1))).toMatchObject({
      refusal: { reason: 'notEntitled' },
    });
    expect(await claimQuestion(room.deps, by('omar', question, 1))).toMatchObject({ kind: 'done' });
  });

  test('links both threads once Slack has both cards, and only once', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await posted(room, question, ts(1));
    await escalateQuestion(room.deps, by('rosa', question));
    const [job] = await room.jobs.recorded('questions.link-cards');
    const event = (await historyOf(room.pg.db, workspaceId, question.id)).at(-1);
    const link = { questionId: question.id, eventId: QuestionEventId.parse(event?.id), move: 1 };
    expect(job?.payload).toEqual(link);

    await expect(linkCards(room.deps, link)).rejects.toBeInstanceOf(NotYet);
    await posted(room, question, ts(2));
    await Promise.all([linkCards(room.deps, link), linkCards(room.deps, link)]);

    const [older, newer] = await cardsOf(room.pg.db, workspaceId, question.id);
    const payload = { questionId: question.id, eventId: link.eventId, from: 0, to: 1 };
    expect(await outbox(room, 'questions.moved-note')).toMatchObject([
      { threadOf: older?.outboxId, payload },
    ]);
    expect(await outbox(room, 'questions.came-from-note')).toMatchObject([
      { threadOf: newer?.outboxId, payload },
    ]);
  });
});

describe('correcting topic or state', () => {
  test('moves the question where they lead', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    await retargetQuestion(room.deps, { ...by('lee', question), topic: topic('providers'), state: 'PA' });

    expect(await now(room, question)).toMatchObject({
      topic: 'providers',
      placement: { channel: channelId('experts-providers'), move: 1 },
    });
  });

  test('leaves it, and its claim, where it is when they lead to the same channel', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await claimQuestion(room.deps, by('lee', question));

    await retargetQuestion(room.deps, { ...by('lee', question), topic: topic('claims'), state: 'NJ' });

    expect(await now(room, question)).toMatchObject({
      state: 'NJ',
      placement: { move: 0 },
      status: { name: 'claimed' },
    });
    expect(await cardsOf(room.pg.db, workspaceId, question.id)).toHaveLength(1);
  });

  test('to what they were is no event', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    await retargetQuestion(room.deps, { ...by('lee', question), topic: topic('claims'), state: 'PA' });

    expect(await kinds(room, question)).toEqual(['asked']);
  });
});

describe('the end', () => {
  test('the asker resolves and reopens, wherever the question stands by then', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await escalateQuestion(room.deps, by('rosa', question));

    expect(await resolveQuestion(room.deps, by('maya', question, null))).toMatchObject({ kind: 'done' });
    expect(await reopenQuestion(room.deps, by('maya', question, null))).toMatchObject({ kind: 'done' });

    expect(await kinds(room, question)).toEqual(['asked', 'escalated', 'resolved', 'reopened']);
    expect(await outbox(room, 'questions.reopened-note')).toHaveLength(1);
  });
});

describe('history', () => {
  test('says who did what, from which status to which', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await claimQuestion(room.deps, by('lee', question));
    await resolveQuestion(room.deps, by('maya', question));

    const history = await historyOf(room.pg.db, workspaceId, question.id);

    expect(history.map(({ by: who, statusBefore, statusAfter }) => [who, statusBefore, statusAfter])).toEqual(
      [
        [userId('maya'), null, 'open'],
        [userId('lee'), 'open', 'claimed'],
        [userId('maya'), 'claimed', 'resolved'],
      ],
    );
  });
});
