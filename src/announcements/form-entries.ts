import type { Directory } from '../directory/directory.ts';
import { CareTeamKey, TopicKey } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { Entries } from '../slack/entries.ts';
import { type Announcement, Importance, Placement, Reminders } from './announcement.ts';
import type { Audience } from './audience.ts';
import { FEWEST_OPTIONS, MOST_OPTIONS } from './check-question.ts';
import type { Typed, TypedQuestion } from './content.ts';
import { ANNOUNCE, type Draft } from './form-inputs.ts';

/** By the name of the input under which each is shown. */
export type FieldErrors = Readonly<Record<string, string>>;

export type AnnounceParse =
  | { readonly kind: 'complete'; readonly typed: Typed }
  | { readonly kind: 'incomplete'; readonly errors: FieldErrors };

/** The form as it stands filled in. What a shown input doesn't offer stays as it was. */
export function draftIn(entries: Entries, before: Draft): Draft {
  const text = (name: string): string => entries.text(name) ?? '';
  return {
    title: text(ANNOUNCE.title),
    text: text(ANNOUNCE.text),
    links: text(ANNOUNCE.links),
    audience: entries.choice(ANNOUNCE.audience) ?? before.audience,
    teams: entries.choices(ANNOUNCE.teams),
    states: entries.choices(ANNOUNCE.states),
    topics: entries.choices(ANNOUNCE.topics),
    placement: entries.choice(ANNOUNCE.placement) ?? before.placement,
    importance: entries.choice(ANNOUNCE.importance) ?? before.importance,
    question: text(ANNOUNCE.question),
    options: text(ANNOUNCE.options),
    explanation: text(ANNOUNCE.explanation),
    deadline: entries.moment(ANNOUNCE.deadline),
    reminders: entries.choice(ANNOUNCE.reminders) ?? before.reminders,
    scheduledFor: entries.moment(ANNOUNCE.scheduledFor),
    aboutTopics: entries.choices(ANNOUNCE.aboutTopics),
    aboutStates: entries.choices(ANNOUNCE.aboutStates),
    intent: entries.choice(ANNOUNCE.intent) ?? before.intent,
  };
}

/** An announcement as the form shows it. */
export function draftOf(announcement: Announcement): Draft {
  const { audience, checkQuestion, links, topics, states, title, text } = announcement;
  const { placement, importance, deadline, reminders, scheduledFor } = announcement;
  const options = checkQuestion?.options.map((each, index) =>
    index === checkQuestion.right ? `* ${each}` : each,
  );
  return {
    title,
    text,
    links: links.join('\n'),
    audience: audience.kind,
    teams: audience.kind === 'teams' ? audience.teams : [],
    states: audience.kind === 'states' ? audience.states : [],
    topics: audience.kind === 'topics' ? audience.topics : [],
    placement,
    importance,
    question: checkQuestion?.text ?? '',
    options: options?.join('\n') ?? '',
    explanation: checkQuestion?.explanation ?? '',
    deadline,
    reminders,
    scheduledFor,
    aboutTopics: topics,
    aboutStates: states,
    intent: announcement.status.name === 'draft' ? 'draft' : 'post',
  };
}

type Rules = { readonly directory: Directory; readonly now: Date; readonly isOut: boolean };

/** Every problem at once, each under the input that it is about. */
export function parseDraft(draft: Draft, rules: Rules): AnnounceParse {
  const audience = audienceIn(draft, rules.directory);
  const links = linksIn(draft.links);
  const importance = Importance.catch('acknowledge').parse(draft.importance);
  const question = importance === 'check' ? questionIn(draft) : null;
  const errors = {
    ...(draft.title === '' && { [ANNOUNCE.title]: 'Give it a title.' }),
    ...(draft.text === '' && { [ANNOUNCE.text]: 'Write your announcement here.' }),
    ...(links === undefined && {
      [ANNOUNCE.links]: 'Each line ends in an address that begins with https://.',
    }),
    ...(audience === undefined && whichError(draft)),
    ...questionErrors(question),
    ...timeErrors(draft, importance, rules),
  };
  const isComplete =
    audience !== undefined &&
    links !== undefined &&
    (question === null || isQuestion(question)) &&
    Object.keys(errors).length === 0;
  if (!isComplete) return { kind: 'incomplete', errors };
  const { title, text, deadline, scheduledFor } = draft;
  return {
    kind: 'complete',
    typed: {
      title,
      text,
      links,
      audience,
      importance,
      scheduledFor,
      checkQuestion: question,
      placement: Placement.catch('both').parse(draft.placement),
      reminders: Reminders.catch('none').parse(draft.reminders),
      deadline: importance === 'information' ? null : deadline,
      topics: known(draft.aboutTopics, TopicKey),
      states: known(draft.aboutStates, StateCode),
    },
  };
}

/** Undefined when nobody was chosen, or nobody who is in the directory. */
export function audienceIn(
  { audience, teams, states, topics }: Pick<Draft, 'audience' | 'teams' | 'states' | 'topics'>,
  directory: Directory,
): Audience | undefined {
  switch (audience) {
    case 'everyone':
      return { kind: 'everyone' };
    case 'teams': {
      const chosen = known(teams, CareTeamKey).filter((key) =>
        directory.careTeams.some((team) => team.key === key),
      );
      return chosen.length === 0 ? undefined : { kind: 'teams', teams: chosen };
    }
    case 'states': {
      const chosen = known(states, StateCode);
      const isServed = directory.careTeams.some((team) =>
        team.states.some((state) => chosen.includes(state)),
      );
      return isServed ? { kind: 'states', states: chosen } : undefined;
    }
    case 'topics': {
      const chosen = known(topics, TopicKey).filter((key) =>
        directory.topics.some((topic) => topic.key === key),
      );
      return chosen.length === 0 ? undefined : { kind: 'topics', topics: chosen };
    }
    default:
      return undefined;
  }
}

export function whichError({ audience }: Pick<Draft, 'audience'>): FieldErrors {
  switch (audience) {
    case 'teams':
      return { [ANNOUNCE.teams]: 'Choose at least one care team.' };
    case 'states':
      return { [ANNOUNCE.states]: 'Choose at least one state that a care team serves.' };
    case 'topics':
      return { [ANNOUNCE.topics]: 'Choose at least one topic.' };
    default:
      return { [ANNOUNCE.audience]: 'Choose whom it is for.' };
  }
}

type Parser<Value> = { readonly safeParse: (value: unknown) => { success: boolean; data?: Value } };

function known<Value>(values: readonly string[], parser: Parser<Value>): Value[] {
  return values.flatMap((value) => parser.safeParse(value).data ?? []);
}

/** One a line: words, if any, and an https address. */
function linksIn(text: string): readonly string[] | undefined {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return lines.every(hasAddress) ? lines : undefined;
}

export function hasAddress(line: string): boolean {
  return /(^|\s)https:\/\/[^\s<>|]{4,}$/.test(line);
}

const LONGEST_OPTION = 75;

/** The question, or what is wrong with it. */
function questionIn({ question, options, explanation }: Draft): TypedQuestion | FieldErrors {
  const lines = options.split('\n').flatMap((line) => line.trim() || []);
  const right = lines.flatMap((line, index) => (line.startsWith('*') ? [index] : []));
  const words = lines.map((line) => line.replace(/^\*\s*/, ''));
  const errors = {
    ...(question === '' && { [ANNOUNCE.question]: 'Write the question.' }),
    ...optionErrors(words, right.length),
  };
  const [only] = right;
  if (Object.keys(errors).length > 0 || only === undefined) return errors;
  return { text: question, options: words, right: only, explanation: explanation || null };
}

function optionErrors(words: readonly string[], right: number): FieldErrors {
  const say = (advice: string): FieldErrors => ({ [ANNOUNCE.options]: advice });
  if (words.length < FEWEST_OPTIONS || words.length > MOST_OPTIONS) {
    return say(`Give ${FEWEST_OPTIONS} to ${MOST_OPTIONS} answers, one a line.`);
  }
  if (words.some((each) => each === '' || each.length > LONGEST_OPTION)) {
    return say(`Each answer has 1 to ${LONGEST_OPTION} characters.`);
  }
  if (new Set(words).size < words.length) return say('No two answers may be the same.');
  return right === 1 ? {} : say('Put a * before the right answer, and before no other.');
}

function questionErrors(question: TypedQuestion | FieldErrors | null): FieldErrors {
  return question === null || isQuestion(question) ? {} : question;
}

function isQuestion(question: TypedQuestion | FieldErrors): question is TypedQuestion {
  return 'right' in question && typeof question.right === 'number';
}

export function timeErrors(
  { deadline, scheduledFor, reminders }: Draft,
  importance: Importance,
  { now, isOut }: Rules,
): FieldErrors {
  const from = scheduledFor !== null && scheduledFor > now ? scheduledFor : now;
  const asks = importance !== 'information';
  return {
    ...(!isOut &&
      scheduledFor !== null &&
      scheduledFor <= now && { [ANNOUNCE.scheduledFor]: 'Choose a time to come.' }),
    ...(asks &&
      !isOut &&
      deadline !== null &&
      deadline <= from && { [ANNOUNCE.deadline]: 'Choose a time after it is posted.' }),
    ...(asks &&
      deadline === null &&
      reminders !== 'none' && {
        [ANNOUNCE.deadline]: 'Reminders need a time until when. Choose one, or no reminders.',
      }),
  };
}
