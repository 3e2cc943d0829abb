import type { LiveDirectory, PlaceStatus } from '../directory/directory.ts';
import { markPlace } from '../directory/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, QuestionId } from '../shared/ids.ts';
import { historyOf, refusedChannels } from './history-store.ts';
import { cardRejectedJob, cardView } from './jobs.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import type { Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';
import { reroute } from './relocate.ts';
import { detour } from './route.ts';
import { lockQuestion } from './store.ts';
import { noWay, unpostableOf, type Way } from './way.ts';

type QueueDeps = { readonly db: Database; readonly jobs: Jobs };
type Rejected = { readonly view: string; readonly payload: unknown; readonly code: string };

/** For whoever learns that Slack refused a message for good: if it was a card, its question is sent elsewhere. */
export async function postRejected(
  { db, jobs }: QueueDeps,
  { view, payload, code }: Rejected,
): Promise<void> {
  if (view !== cardView.name) return;
  const card = cardView.payload.parse(payload);
  await db
    .transaction()
    .execute(async (trx) => await jobs.enqueue(trx, cardRejectedJob, { ...card, errorCode: code }));
}

export type CardRejected = {
  readonly questionId: QuestionId;
  readonly move: number;
  readonly errorCode: string;
};

/** Sends the question to the next channel that would do, or says that there is none. Can be run again. */
export async function cardRejected(
  deps: QueueDeps & DirectoryDeps & RecordDeps,
  { questionId, move, errorCode }: CardRejected,
): Promise<void> {
  const { db, now, workspace } = deps;
  const live = await liveDirectory(deps);
  await db.transaction().execute(async (trx) => {
    const before = await lockQuestion(trx, workspace.id, questionId);
    if (!before || before.placement.move !== move || before.status.name === 'resolved') return;
    if (await isStranded(trx, before)) return;

    const at = now();
    const way = await wayAround(trx, before, live, { errorCode, at });
    const outcome = reroute(before, way, errorCode, at);
    if (outcome.kind !== 'done' || !outcome.event) return;
    const { question: after, event } = outcome;
    await record(trx, deps, { before, after, event, by: null, at, unpostable: unpostableOf(way) });
  });
}

/** A refusal that has nothing to do with the channel, such as of a block, would meet the card everywhere. */
async function wayAround(
  trx: Trx,
  question: Question,
  live: LiveDirectory,
  { errorCode, at }: { readonly errorCode: string; readonly at: Date },
): Promise<Way> {
  const { workspaceId, id, placement } = question;
  const { channel } = placement;
  const isBarred = errorCode.startsWith('restricted_action');
  const status =
    (await markPlace(trx, workspaceId, { channel, errorCode, at })) ?? (isBarred ? 'not_member' : 'ok');
  if (status === 'ok') return noWay({ reason: 'nowhere', unpostable: [] });
  const refused = await refusedChannels(trx, workspaceId, id);
  return detour(question, without(live, [...refused, channel], status));
}

/** The directory, with channels that Slack refused a moment ago as the app has found them. */
function without(live: LiveDirectory, channels: readonly ChannelId[], status: PlaceStatus): LiveDirectory {
  return {
    ...live,
    place: (name) => {
      const place = live.place(name);
      const isRefused = place.id !== null && channels.includes(place.id);
      return isRefused && place.status === 'ok' ? { ...place, status } : place;
    },
  };
}

async function isStranded(trx: Trx, { workspaceId, id, placement }: Question): Promise<boolean> {
  const history = await historyOf(trx, workspaceId, id);
  return history.some(({ detail }) => detail.kind === 'stranded' && detail.from.move === placement.move);
}
