import type { LiveDirectory } from '../directory/directory.ts';
import { groupIdOf } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import { callsOf, insertCall, newCallId } from './call-store.ts';
import { circlesOf } from './circle.ts';
import { callView } from './jobs.ts';
import { isLive, type Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';

export type CallNext = {
  readonly question: Question;
  readonly live: LiveDirectory;
  readonly now: Date;
  /** Only if no wider circle has been asked where it stands now. */
  readonly first?: boolean;
};

/** Asks the next wider circle to take a live question. Each circle is asked once; after the last, nobody is. */
export async function callNext(
  trx: Trx,
  deps: RecordDeps,
  { question, live, now, first = false }: CallNext,
): Promise<void> {
  const { id: questionId, workspaceId, placement, status } = question;
  if (!isLive(question) || status.name !== 'open') return;
  const called = await callsOf(trx, workspaceId, questionId);
  if (first && called.some(({ move }) => move === placement.move)) return;
  const next = circlesOf(question, live).find(
    ({ circle, channel }) =>
      !called.some((call) => call.circle === circle && call.channel === channel) &&
      !(circle === 'tier' && called.some((call) => call.channel === channel)),
  );
  if (!next) return;
  const { circle, channel, who, group } = next;
  const groupId = group === null ? null : ((await groupIdOf(trx, workspaceId, group)) ?? null);
  const event = { kind: 'called', circle, channel } as const;
  await record(trx, deps, { before: question, after: question, event, by: null, at: now });
  const id = newCallId();
  const payload = { questionId, callId: id };
  const outboxId = await post(trx, deps.jobs, { workspaceId, to: { channel }, view: callView, payload });
  const call = { id, questionId, move: placement.move, circle, channel, who, groupId, outboxId, at: now };
  await insertCall(trx, workspaceId, call);
}
