import { SlackUserId } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { Entries } from '../slack/entries.ts';
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
    note: entries.text(MOVE.note) ?? '',
    problem,
  };
}
