import { z } from 'zod';
import { ChannelId, MessageTs, QuestionId, SlackUserId } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { Entries } from '../slack/entries.ts';
import type { Meant } from './mark-duplicate.ts';
import { MOVE, type MoveDraft } from './modals.ts';
import { type Tier, TopicChoice } from './question.ts';

export type Target = { readonly topic: TopicChoice; readonly state: StateCode | null };

/** Undefined when our form could not have sent it. */
export function targetIn(entries: Entries): Target | undefined {
  const topic = TopicChoice.safeParse(entries.choice(MOVE.topic));
  const state = StateCode.nullable().safeParse(entries.choice(MOVE.state));
  return topic.success && state.success ? { topic: topic.data, state: state.data } : undefined;
}

export function pickedIn(entries: Entries): (Target & { readonly tier: Tier }) | undefined {
  const target = targetIn(entries);
  const tier = TIERS.find((each) => `${each}` === entries.choice(MOVE.tier));
  return target && tier && { ...target, tier };
}

const TIERS = [1, 2, 3] as const;

export function personIn(entries: Entries): SlackUserId | undefined {
  return SlackUserId.safeParse(entries.person(MOVE.person)).data;
}

/** The question that was chosen, or the one whose card the link leads to. Undefined when neither was given. */
export function originalIn(entries: Entries): Meant | undefined {
  const chosen = QuestionId.safeParse(entries.choice(MOVE.original));
  if (chosen.success) return chosen.data;
  const [, channel, seconds, micros] =
    /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?!\d)/.exec(entries.text(MOVE.link) ?? '') ?? [];
  const card = Card.safeParse({ channel, ts: `${seconds}.${micros}` });
  return card.success ? card.data : undefined;
}

const Card = z.object({ channel: ChannelId, ts: MessageTs });

/** As typed: not redacted yet. */
export function noteIn(entries: Entries): string | null {
  return entries.text(MOVE.note);
}

/** To show the form again as it was filled in, with what is wrong. */
export function draftOf(entries: Entries, problem: string): MoveDraft {
  return {
    tier: entries.choice(MOVE.tier),
    topic: entries.choice(MOVE.topic),
    state: entries.choice(MOVE.state),
    person: entries.person(MOVE.person),
    original: entries.choice(MOVE.original),
    link: entries.text(MOVE.link) ?? '',
    note: entries.text(MOVE.note) ?? '',
    problem,
  };
}
