import { type LiveDirectory, regionOf } from '../directory/directory.ts';
import { candidates, type Subject } from './candidates.ts';
import type { WayRefusal } from './outcome.ts';
import type { Question, Tier } from './question.ts';
import { choose, inTurn, lack, noWay, tierOf, upwards, type Way } from './way.ts';

/**
 * Where a new question goes: a topic to its experts, a state's rule to the region, anything else to the care team.
 * A channel that can't be posted to gives way to the next one up the tiers, and when those are exhausted to the
 * nearest one down: a question that stands a tier too low is answered, one that was refused is not.
 */
export function route(subject: Subject, live: LiveDirectory): Way {
  const lacking = lack(tierOf(subject), subject, live);
  return lacking ? noWay(lacking) : choose(subject, live, inTurn(subject, live));
}

/** What somebody picks when they escalate: a tier, and for it a topic or a state. */
export type Picked = { readonly tier: Tier } & {
  readonly [Name in 'topic' | 'state']?: Subject[Name] | undefined;
};

/** Up from where it stands, or straight to what was picked; never back to the channel that it leaves. */
export function escalation(
  question: Question,
  live: LiveDirectory,
  picked?: Picked,
  why = 'it was escalated',
): Way {
  const subject = {
    topic: picked?.topic ?? question.topic,
    state: picked?.state ?? question.state,
    careTeam: question.careTeam,
  };
  const target = picked?.tier ?? nextTier(question.placement.tier, subject, live);
  if (typeof target !== 'number') return noWay(target);
  const lacking = lack(target, subject, live);
  if (lacking) return noWay(lacking);

  const all = upwards(target).flatMap((tier) => candidates(tier, subject, live.directory));
  const others = all.filter(({ channel }) => live.place(channel).id !== question.placement.channel);
  if (others.length === 0) return noWay({ reason: 'alreadyThere', placement: question.placement });
  return choose(subject, live, others, `${why} and `);
}

/** A changed topic is routed anew. A changed state alone keeps the tier that the question has reached. */
export function redirection(
  question: Question,
  live: LiveDirectory,
  changed: Pick<Subject, 'topic' | 'state'>,
): Way {
  const subject = { ...changed, careTeam: question.careTeam };
  if (changed.topic !== question.topic) return route(subject, live);
  const { tier } = question.placement;
  const lacking = lack(tier, subject, live);
  return lacking ? noWay(lacking) : choose(subject, live, inTurn(subject, live, tier));
}

/** After Slack refused the card: whatever comes next for the tier that the question was to stand in. */
export function detour(question: Question, live: LiveDirectory): Way {
  const { topic, state, careTeam: team, placement } = question;
  const subject = { topic, state, careTeam: team };
  return choose(subject, live, inTurn(subject, live, placement.tier));
}

function nextTier(from: Tier, subject: Subject, { directory }: LiveDirectory): Tier | WayRefusal {
  const hasTopic = tierOf(subject) === 3;
  const hasRegion = subject.state !== null && regionOf(directory, subject.state) !== undefined;
  if (from === 3) return { reason: 'lastTier' };
  if (from === 1 && hasRegion) return 2;
  if (hasTopic) return 3;
  return { reason: 'needs', what: from === 1 && subject.state === null ? 'stateOrTopic' : 'topic' };
}
