import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { defineView } from '../platform/outbox.ts';
import { ChannelId, MessageTs } from '../shared/ids.ts';
import { FeedbackId } from './feedback.ts';
import { HotThreadId } from './hot.ts';
import { SpikeId } from './spike.ts';
import { FeedbackEventId } from './work.ts';

/** Begins the thread of a comment: what else is known. */
export const briefView = defineView('feedback.brief', z.object({ feedbackId: FeedbackId }));
/** In the thread of a linked comment: what it is about has shipped. */
export const shippedNote = defineView(
  'feedback.shipped-note',
  z.object({ feedbackId: FeedbackId, eventId: FeedbackEventId }),
);
/** In the feedback channel: a page has more bad ratings than chance explains. */
export const spikeView = defineView('feedback.spike', z.object({ spikeId: SpikeId }));
/** In the feedback channel: a thread that many write in. */
export const hotThreadView = defineView('feedback.hot-thread', z.object({ hotThreadId: HotThreadId }));
/** In the thread: it has a channel of its own. */
export const roomNote = defineView('feedback.room-note', z.object({ hotThreadId: HotThreadId }));
/** The first message in that channel: which thread it is about. */
export const roomOpening = defineView('feedback.room-opening', z.object({ hotThreadId: HotThreadId }));

/** What product managers make of a comment is different now: rooms above see who should see that. */
export const changedJob = defineJob('feedback.changed', z.object({ feedbackId: FeedbackId }));

const insistent = { retryLimit: 1_000, retryDelay: 1, retryDelayMax: 30 };

/** Writes in the threads of linked comments that something has shipped. */
export const shippedJob = defineJob('feedback.shipped', z.object({ eventId: FeedbackEventId }), insistent);

/** Looks for pages that have a spike, or have one no longer. */
export const spikesJob = defineJob('feedback.spikes', z.object({}), { retryLimit: 2 });

/** Looks at one thread, after something was written in it or deleted. */
export const considerThreadJob = defineJob(
  'feedback.consider-thread',
  z.object({ channel: ChannelId, threadTs: MessageTs }),
  insistent,
);

/** Makes the channel that somebody asked for. */
export const makeRoomJob = defineJob('feedback.make-room', z.object({ hotThreadId: HotThreadId }), insistent);
