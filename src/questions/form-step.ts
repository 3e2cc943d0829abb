import type { Directory } from '../directory/directory.ts';
import { STATE_CODES, STATES } from '../shared/states.ts';
import type { Entries } from '../slack/entries.ts';
import { plain } from '../slack/escape.ts';
import { ASK } from './form.ts';
import { type AskEntries, type AskRules, type FieldErrors, parseAsk } from './form-entries.ts';
import { flagOf, keyOf, type Named, wordsOf } from './form-step-values.ts';

/** What the manifests call the inputs of the workflow step. */
export const STEP = {
  requester: 'requester',
  question: 'question',
  topic: 'topic',
  state: 'state',
  memberId: 'member_id',
  exchange: 'exchange',
  irl: 'irl',
  live: 'live',
  careTeam: 'care_team',
} as const;

export type StepInputs = Readonly<Record<string, unknown>>;

export type StepParse =
  | { readonly kind: 'complete'; readonly entries: AskEntries }
  /** Sentences for whoever ran the workflow. They don't repeat what was given. */
  | { readonly kind: 'incomplete'; readonly advice: string };

const LONGEST_QUESTION = 3_000;

/** The form's own rules for what a workflow's step was given: choices by key or by name, in capitals or not. */
export function parseStep(inputs: StepInputs, rules: AskRules): StepParse {
  const given = givenIn(inputs, rules.directory);
  const parsed = parseAsk(entriesFrom(given), rules);
  const own = ownErrors(given, rules.directory);
  if (parsed.kind === 'complete' && Object.keys(own).length === 0) return parsed;
  const errors = { ...(parsed.kind === 'incomplete' && parsed.errors), ...own };
  return { kind: 'incomplete', advice: sentences(errors) };
}

function givenIn(inputs: StepInputs, directory: Directory) {
  return {
    question: wordsOf(inputs[STEP.question]),
    memberId: wordsOf(inputs[STEP.memberId]),
    topic: keyOf(inputs[STEP.topic], topicsOf(directory)),
    state: keyOf(inputs[STEP.state], STATE_NAMES),
    exchange: keyOf(inputs[STEP.exchange], EXCHANGES),
    careTeam: keyOf(inputs[STEP.careTeam], directory.careTeams),
    irl: flagOf(inputs[STEP.irl]),
    live: flagOf(inputs[STEP.live]),
  };
}

type Given = ReturnType<typeof givenIn>;

/** As if it had been filled into the form. */
function entriesFrom({ question, memberId, topic, state, exchange, careTeam, irl, live }: Given): Entries {
  const texts: Readonly<Record<string, string | null | undefined>> = {
    [ASK.question]: question,
    [ASK.memberId]: memberId,
  };
  const choices: Readonly<Record<string, string | null | undefined>> = {
    [ASK.topic]: topic,
    [ASK.state]: state,
    [ASK.exchange]: exchange,
    [ASK.careTeam]: careTeam,
    [ASK.irl]: irl === true ? 'yes' : 'no',
  };
  return {
    text: (name) => texts[name] ?? null,
    choice: (name) => choices[name] ?? null,
    choices: (name) => (name === ASK.live && live === true ? ['yes'] : []),
    person: () => null,
    moment: () => null,
  };
}

/** What can't be wrong in the form: there one chooses, here a workflow's author types. */
function ownErrors(given: Given, directory: Directory): FieldErrors {
  const isTooLong = given.question != null && given.question.length > LONGEST_QUESTION;
  return {
    ...(given.question === undefined && { [ASK.question]: 'This has to be text.' }),
    ...(isTooLong && { [ASK.question]: 'A question has 3,000 characters at most.' }),
    ...(given.topic === undefined && { [ASK.topic]: noneCalled(topicsOf(directory)) }),
    ...(given.state === undefined && {
      [ASK.state]: 'No state is called that. Give its name or its code, such as PA.',
    }),
    ...(given.memberId === undefined && { [ASK.memberId]: 'This has to be text.' }),
    ...(given.exchange === undefined && { [ASK.exchange]: 'Give On Exchange, Off Exchange, or nothing.' }),
    ...(given.irl === undefined && { [ASK.irl]: 'Give yes or no.' }),
    ...(given.live === undefined && { [ASK.live]: 'Give yes or no.' }),
    ...(given.careTeam === undefined && { [ASK.careTeam]: noneCalled(directory.careTeams) }),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  [ASK.question]: 'Question',
  [ASK.topic]: 'Topic',
  [ASK.state]: 'State',
  [ASK.memberId]: 'Member ID',
  [ASK.exchange]: 'On/Off Exchange',
  [ASK.irl]: 'IRL Support Needed?',
  [ASK.live]: 'The member is on the line',
  [ASK.careTeam]: 'Care team',
};

function sentences(errors: FieldErrors): string {
  const inOrder = Object.values(ASK).flatMap((name) => {
    const words = errors[name];
    return words === undefined ? [] : [`${LABELS[name] ?? 'The step'}: ${words}`];
  });
  return inOrder.join(' ');
}

const MOST_NAMES = 12;

function noneCalled(choices: readonly Named[]): string {
  const names = choices.slice(0, MOST_NAMES).map(({ name }) => plain(name));
  const more = choices.length > names.length ? ', and more' : '';
  return `None is called that. There are: ${names.join(', ')}${more}.`;
}

function topicsOf({ topics }: Directory): readonly Named[] {
  return [
    { key: 'general', name: 'General' },
    { key: 'general', name: 'General, or not sure' },
    { key: 'state_rule', name: 'State rule or guideline' },
    ...topics,
  ];
}

const STATE_NAMES: readonly Named[] = STATE_CODES.map((code) => ({ key: code, name: STATES[code] }));
const EXCHANGES: readonly Named[] = [
  { key: 'on', name: 'On Exchange' },
  { key: 'off', name: 'Off Exchange' },
];
