import type { Selectable, Updateable } from 'kysely';
import type { Schema } from '../platform/schema.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type Answer, answerOf, claimerOf, type Question, type QuestionStatus } from './question.ts';

export type QuestionRow = Selectable<Schema['questions']>;

export function toQuestion(row: QuestionRow): Question {
  const { id, workspaceId, askedBy, askedAt, text, topic, state, exchange, irl, live, careTeam } = row;
  const { tier, place, placeName, channelId: channel, reason, move, placedAt: since } = row;
  const { sourceChannel, sourceTs, firstResponseBy, firstResponseAt, askerMessage } = row;
  return {
    id,
    workspaceId,
    askedBy,
    askedAt,
    text,
    topic,
    state,
    exchange,
    irl,
    live,
    careTeam,
    member: row.memberRef,
    source: sourceChannel && sourceTs ? { channel: sourceChannel, ts: sourceTs } : null,
    placement: { tier, place, placeName, channel, reason, move, since },
    status: toStatus(row),
    firstResponse: firstResponseBy && firstResponseAt ? { by: firstResponseBy, at: firstResponseAt } : null,
    askerMessage,
    hungUpAt: row.hungUpAt,
    declinedBy: row.declinedBy,
    duplicateOf: row.duplicateOf,
  };
}

/** The database's checks hold the same cases, so a row that fits none of them means a broken database. */
function toStatus(row: QuestionRow): QuestionStatus {
  const answer = toAnswer(row);
  switch (row.status) {
    case 'open':
      return { name: 'open' };
    case 'claimed':
      return { name: 'claimed', by: held(row.claimedBy), at: held(row.claimedAt) };
    case 'answered':
      return { name: 'answered', claimedBy: row.claimedBy, answer: held(answer) };
    case 'resolved':
      return { name: 'resolved', by: held(row.resolvedBy), at: held(row.resolvedAt), answer };
    default:
      return unreachable(row.status);
  }
}

function toAnswer(row: QuestionRow): Answer | null {
  if (row.answerTs === null) return null;
  return {
    channel: held(row.answerChannel),
    ts: row.answerTs,
    author: held(row.answerAuthor),
    markedBy: held(row.answerMarkedBy),
    at: held(row.answeredAt),
  };
}

function held<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A question lacks what its status promises');
  return value;
}

/** The columns that moves change. */
export function toColumns(question: Question): Updateable<Schema['questions']> {
  const { topic, state, placement, status, firstResponse, hungUpAt, declinedBy, duplicateOf } = question;
  const { channel: channelId, since: placedAt, ...place } = placement;
  const answer = answerOf(question);
  return {
    topic,
    state,
    ...place,
    channelId,
    placedAt,
    status: status.name,
    claimedBy: claimerOf(question),
    claimedAt: status.name === 'claimed' ? status.at : null,
    answerChannel: answer?.channel ?? null,
    answerTs: answer?.ts ?? null,
    answerAuthor: answer?.author ?? null,
    answerMarkedBy: answer?.markedBy ?? null,
    answeredAt: answer?.at ?? null,
    resolvedBy: status.name === 'resolved' ? status.by : null,
    resolvedAt: status.name === 'resolved' ? status.at : null,
    firstResponseBy: firstResponse?.by ?? null,
    firstResponseAt: firstResponse?.at ?? null,
    hungUpAt,
    declinedBy: [...declinedBy],
    duplicateOf,
  };
}
