import { STATES, type StateCode } from '../shared/states.ts';
import { context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Announcement } from './announcement.ts';
import { type Cohort, EFFECT_HOURS, type Effect } from './effect.ts';
import { counted } from './report-words.ts';

export type EffectFacts = {
  readonly announcement: Announcement;
  readonly effect: Effect;
  /** What the topics that it is about are called. */
  readonly topics: readonly string[];
};

/** One sentence with the figures, and what they can't show. */
export function effectMessage({ announcement, effect, topics }: EffectFacts): Rendered {
  const about = aboutWords(topics, announcement.states);
  const words =
    `:bar_chart: In the ${EFFECT_HOURS} hours after *${escapeMrkdwn(announcement.title, 200)}* ` +
    `${cohortWords(['has acknowledged it', 'have acknowledged it'], effect.acknowledged, about)}, and ` +
    `${cohortWords(["hasn't", "haven't"], effect.others, '')}.`;
  return { text: 'What an announcement may have changed.', blocks: [section(words), context(LIMITS)] };
}

const LIMITS =
  "What these figures can't show is why: numbers this small also vary by chance and by the day of the week, those who " +
  'acknowledge may ask differently from those who do not, and only questions asked with this app are counted. Who had ' +
  `acknowledged it when the ${EFFECT_HOURS} hours were over counts as such for all of the time.`;

function cohortWords(
  [one, many]: readonly [string, string],
  { people, before, after }: Cohort,
  about: string,
): string {
  if (people === 0) return `there was nobody who ${one}`;
  const those = `the ${counted(people, 'person', 'people')} who ${people === 1 ? one : many}`;
  return `${those} asked ${counted(after, 'question', 'questions')}${about}, after ${before} in the ${EFFECT_HOURS} hours before`;
}

const NAMED = 5;

function aboutWords(topics: readonly string[], states: readonly StateCode[]): string {
  const named = [
    ...(topics.length === 0 ? [] : [`about ${several(topics.map((name) => escapeMrkdwn(name, 60)))}`]),
    ...(states.length === 0 ? [] : [`in ${several(states.map((state) => STATES[state]))}`]),
  ];
  return named.length === 0 ? '' : ` ${named.join(' ')}`;
}

function several(words: readonly string[]): string {
  const shown = words.slice(0, NAMED);
  const more = words.length > NAMED ? [`${words.length - NAMED} more`] : [];
  return new Intl.ListFormat('en-US').format([...shown, ...more]);
}
