import type { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { EventDetail } from './event.ts';
import { isAnswer, replyOf, unanswered, withStatus } from './moves.ts';
import { answerOf, type Question } from './question.ts';

/** A message in the thread of one of a question's cards. */
export type Reply = {
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly author: SlackUserId;
};

/** With the message in whose thread it stands. */
export type ThreadReply = Reply & { readonly threadTs: MessageTs };

export type Followed = { readonly question: Question; readonly event: EventDetail | null };

/**
 * The first reply by somebody other than the asker is the first response. The earliest by Slack's own time counts,
 * in whatever order the replies are learnt of.
 */
export function firstResponse(question: Question, reply: Reply): Followed {
  const { channel, ts, author } = reply;
  const at = timeOf(ts);
  const known = question.firstResponse;
  if (author === question.askedBy || (known && known.at <= at)) return { question, event: null };
  return {
    question: { ...question, firstResponse: { by: author, at } },
    event: { kind: 'first_response', reply: { channel, ts, author } },
  };
}

export function answerEdited(question: Question, reply: Pick<Reply, 'channel' | 'ts'>): EventDetail | null {
  const answer = matching(question, reply);
  return answer && { kind: 'answer_edited', answer };
}

/** An answered question is in hand again, or open; a resolved one stays resolved, without its answer. */
export function answerDeleted(question: Question, reply: Pick<Reply, 'channel' | 'ts'>, at: Date): Followed {
  const answer = matching(question, reply);
  if (!answer) return { question, event: null };
  return { question: withoutAnswer(question, at), event: { kind: 'answer_deleted', answer } };
}

function withoutAnswer(question: Question, at: Date): Question {
  const { status } = question;
  switch (status.name) {
    case 'open':
    case 'claimed':
      return question;
    case 'answered':
      return withStatus(question, unanswered(status.claimedBy, at));
    case 'resolved':
      return withStatus(question, { ...status, answer: null });
    default:
      return unreachable(status);
  }
}

function matching(question: Question, reply: Pick<Reply, 'channel' | 'ts'>): Reply | null {
  const answer = answerOf(question);
  return answer && isAnswer(question, reply) ? replyOf(answer) : null;
}

/** Slack names a message by the moment it was written. */
export function timeOf(ts: MessageTs): Date {
  return new Date(Math.floor(Number(ts.replace('.', '')) / 1_000));
}
