import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { defineView } from '../platform/outbox.ts';
import { AnnouncementId, ChannelId, SlackUserId } from '../shared/ids.ts';

const about = z.object({ announcementId: AnnouncementId });
const toPerson = z.object({ announcementId: AnnouncementId, user: SlackUserId });

/** The announcement itself, in one of its channels. */
export const announcementView = defineView('announcements.announcement', about);
/** In its thread: how it stands. Drawn anew whenever that changes. */
export const summaryView = defineView('announcements.summary', about);
/** In its thread: it was changed, and asks for new receipts. */
export const changedNote = defineView('announcements.changed-note', about);
/** To its author: what it is, and what can be done with it. */
export const deskView = defineView('announcements.desk', about);
/** To everybody else who announces: somebody has to look at it before it goes out. */
export const approvalView = defineView('announcements.approval', about);
/** To somebody who came later: it is for them, too. */
export const joinedNote = defineView('announcements.joined-note', about);
/** To somebody who used another team's emoji: which is theirs. */
export const ownEmojiNote = defineView('announcements.own-emoji-note', toPerson);
/** To somebody who reacted to an announcement whose question waits for an answer. */
export const answerWaitsNote = defineView('announcements.answer-waits-note', about);

const queue = { retryLimit: 1_000, retryDelay: 1, retryDelayMax: 30 };

/** Puts it out, once its time has come. Whether it has, the row says. */
export const publishJob = defineJob('announcements.publish', about, queue);
/** Adds the teams' emoji to one of its messages, so that one tap is enough. */
export const emojiJob = defineJob(
  'announcements.emoji',
  z.object({ announcementId: AnnouncementId, channel: ChannelId }),
  queue,
);
/** Looks at what came in: who is to be told something, what goes on record, and the summary. */
export const settleJob = defineJob('announcements.settle', about, queue);
/** Compares what is known of its reactions with Slack. */
export const readJob = defineJob('announcements.read', about, queue);
/** Queues that for everything that still counts. */
export const catchUpJob = defineJob('announcements.catch-up', z.object({}), queue);
/** Each minute: what is due and for which no job came. */
export const sweepJob = defineJob('announcements.sweep', z.object({}));
/** Compares the audiences with the rosters. */
export const audienceSweepJob = defineJob('announcements.audience-sweep', z.object({}), queue);
/** Reads which custom emoji are another name for one. */
export const aliasesJob = defineJob('announcements.aliases', z.object({}), queue);
