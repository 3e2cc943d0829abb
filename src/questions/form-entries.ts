import type { Directory } from '../directory/directory.ts';
import { CareTeamKey } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { Entries } from '../slack/entries.ts';
import { ASK, teamsOffered, whyState } from './form.ts';
import { Exchange, TopicChoice } from './question.ts';

/** A question as it was typed into the form, complete and possible, but not redacted yet. */
export type AskEntries = {
  readonly text: string;
  readonly topic: TopicChoice;
  readonly state: StateCode | null;
  readonly memberId: string | null;
  readonly exchange: Exchange | null;
  readonly irl: boolean;
  readonly live: boolean;
  readonly careTeam: CareTeamKey | null;
};

/** By the name of the input under which each is shown. */
export type FieldErrors = Readonly<Record<string, string>>;

export type AskParse =
  | { readonly kind: 'complete'; readonly entries: AskEntries }
  | { readonly kind: 'incomplete'; readonly errors: FieldErrors };

export type AskRules = {
  readonly directory: Directory;
  readonly teams: readonly CareTeamKey[];
  readonly memberIdPattern: RegExp;
  readonly memberIdHint: string;
};

/** Every problem at once, each under the input that it is about. */
export function parseAsk(entries: Entries, rules: AskRules): AskParse {
  const text = entries.text(ASK.question);
  const topic = topicIn(entries, rules.directory);
  const state = StateCode.nullable().safeParse(entries.choice(ASK.state));
  const memberId = memberIdIn(entries, rules.memberIdPattern);
  const careTeam = careTeamIn(entries, rules);
  const errors = {
    ...(text === null && { [ASK.question]: 'Write your question here.' }),
    ...(topic === undefined && { [ASK.topic]: 'Choose a topic. "General, or not sure" always does.' }),
    ...stateErrors(state, topic, rules.directory),
    ...(memberId === undefined && { [ASK.memberId]: memberIdAdvice(rules) }),
    ...(careTeam === undefined && { [ASK.careTeam]: 'Choose the care team that the question belongs to.' }),
    ...(careTeam === null &&
      topic === 'general' && {
        [ASK.careTeam]: 'A general question goes to a care team first. Choose which one.',
      }),
  };
  const isComplete =
    text !== null &&
    topic !== undefined &&
    state.success &&
    memberId !== undefined &&
    careTeam !== undefined &&
    Object.keys(errors).length === 0;
  if (!isComplete) return { kind: 'incomplete', errors };
  return {
    kind: 'complete',
    entries: {
      text,
      topic,
      state: state.data,
      memberId,
      exchange: Exchange.nullable().catch(null).parse(entries.choice(ASK.exchange)),
      irl: entries.choice(ASK.irl) === 'yes',
      live: entries.choices(ASK.live).includes('yes'),
      careTeam,
    },
  };
}

function topicIn(entries: Entries, { topics }: Directory): TopicChoice | undefined {
  const { data } = TopicChoice.safeParse(entries.choice(ASK.topic));
  const isKnown = data === 'general' || data === 'state_rule' || topics.some(({ key }) => key === data);
  return isKnown ? data : undefined;
}

function stateErrors(
  state: { readonly success: boolean; readonly data?: StateCode | null | undefined },
  topic: TopicChoice | undefined,
  directory: Directory,
): FieldErrors {
  if (!state.success) return { [ASK.state]: 'Choose a state from the list.' };
  const reason = topic && whyState(directory, topic);
  return state.data === null && reason !== undefined ? { [ASK.state]: `Choose a state. ${reason}` } : {};
}

/** Null when none was given, undefined when it is none. Spaces and small letters are forgiven. */
function memberIdIn(entries: Entries, pattern: RegExp): string | null | undefined {
  const typed = entries.text(ASK.memberId);
  if (typed === null) return null;
  const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
  const joined = typed.replace(/\s/g, '');
  return [typed, joined, joined.toUpperCase()].find((each) => whole.test(each));
}

function memberIdAdvice({ memberIdHint }: AskRules): string {
  return `A member ID is ${memberIdHint}. Leave it empty if the question is about no one member.`;
}

/** The asker's only team, or the one they chose. Undefined when they chose one that the form didn't offer. */
function careTeamIn(entries: Entries, { directory, teams }: AskRules): CareTeamKey | null | undefined {
  const offered = teamsOffered(directory, teams);
  if (offered.length === 0) return directory.careTeams.find(({ key }) => teams.includes(key))?.key ?? null;
  const chosen = CareTeamKey.nullable().safeParse(entries.choice(ASK.careTeam));
  if (!chosen.success) return undefined;
  if (chosen.data === null) return null;
  return offered.find(({ key }) => key === chosen.data)?.key;
}

/**
 * Slack shows errors under inputs of the form only. One about an input that the form doesn't have (it was opened before
 * the directory changed, or is still loading) is shown under the question.
 */
export function showable(errors: FieldErrors, shown: ReadonlySet<string>): FieldErrors {
  const placed = Object.entries(errors).filter(([name]) => shown.has(name));
  const homeless = Object.entries(errors).filter(([name]) => !shown.has(name));
  if (homeless.length === 0) return errors;
  const own = errors[ASK.question];
  const words = [...(own === undefined ? [] : [own]), ...homeless.map(([, words]) => words)];
  return { ...Object.fromEntries(placed), [ASK.question]: [...new Set(words)].join(' ') };
}
