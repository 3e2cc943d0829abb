import type { InputBlock, ModalView } from '@slack/types';
import { type CareTeam, careTeam, type Directory, topic as topicOf } from '../directory/directory.ts';
import type { CareTeamKey } from '../shared/ids.ts';
import { STATE_CODES, STATES, type StateCode } from '../shared/states.ts';
import { actions, button, context, modal, option, section } from '../slack/blocks.ts';
import { checkboxes, input, radio, select, textBox } from '../slack/form.ts';
import type { FormNotes } from './form-notes.ts';
import type { TopicChoice } from './question.ts';

export const ASK_FORM = 'questions.ask';
/** In a form that could not be filled: try again. */
export const FILL_AGAIN = 'questions.ask-fill-again';

/** Each names an input and its element; what was typed survives a redrawing because these stay the same. */
export const ASK = {
  question: 'questions.question',
  topic: 'questions.topic',
  state: 'questions.state',
  memberId: 'questions.member-id',
  exchange: 'questions.exchange',
  irl: 'questions.irl',
  live: 'questions.live',
  careTeam: 'questions.care-team',
} as const;

/** What the form starts with. The question's text is the person's own and is in no other place than their form. */
export type Draft = {
  readonly question: string;
  readonly topic: string | null;
  readonly state: string | null;
  readonly memberId?: string | null;
  readonly exchange?: string | null;
  readonly irl?: string | null;
  readonly live?: readonly string[];
  readonly careTeam?: string | null;
};

export type FormFacts = {
  readonly directory: Directory;
  /** The care teams that the asker is on. */
  readonly teams: readonly CareTeamKey[];
  readonly memberIdHint: string;
};

export function askForm(facts: FormFacts, draft: Draft, notes: FormNotes): ModalView {
  return form(notes, [questionInput(draft.question), ...otherInputs(facts, draft)]);
}

/** Everything that is asked beside the question itself. */
export function otherInputs(facts: FormFacts, draft: Draft): readonly InputBlock[] {
  const { directory, teams, memberIdHint } = facts;
  return [
    topicInput(directory, draft.topic),
    stateInput(facts, draft),
    input({
      name: ASK.memberId,
      label: 'Member ID',
      element: textBox({ max: 60, initial: draft.memberId ?? '' }),
      hint: `If it is about one member: ${memberIdHint}. It is kept encrypted.`,
      optional: true,
    }),
    input({
      name: ASK.exchange,
      label: 'On/Off Exchange',
      element: select({ options: EXCHANGES }, 'If it matters', draft.exchange),
      optional: true,
    }),
    input({ name: ASK.irl, label: 'IRL Support Needed?', element: radio(YES_NO, draft.irl ?? 'no') }),
    input({
      name: ASK.live,
      label: 'The member is on the line',
      element: checkboxes([option('Yes', 'yes')], draft.live),
      hint: 'The question is marked as live, so that it is answered first.',
      optional: true,
    }),
    ...careTeamInput(directory, teams, draft),
  ];
}

/** What opens at once: it needs no database, and what is typed into it stays when the rest arrives. */
export function loadingForm(question: string, notes: FormNotes): ModalView {
  return form(notes, [questionInput(question), context('Loading topics and states …')]);
}

/** The rest could not be had. What was typed stays. */
export function troubledForm(question: string, notes: FormNotes, advice: string): ModalView {
  return form(notes, [
    questionInput(question),
    section(advice),
    ...actions([button({ label: 'Try again', action: FILL_AGAIN })]),
  ]);
}

function form(notes: FormNotes, blocks: Parameters<typeof modal>[0]['blocks']): ModalView {
  return modal({ callback: ASK_FORM, title: 'Ask a Question', submit: 'Ask', blocks, metadata: notes });
}

export function questionInput(question: string, hint?: string): InputBlock {
  return input({
    name: ASK.question,
    label: 'Question',
    element: textBox({ multiline: true, initial: question }),
    hint,
  });
}

function topicInput(directory: Directory, chosen: string | null): InputBlock {
  return input({
    name: ASK.topic,
    label: 'Topic',
    element: select({ options: topicOptions(directory) }, 'What is it about?', chosen),
    tellsAtOnce: true,
  });
}

export function topicOptions({ topics }: Directory) {
  return [
    option('General, or not sure', 'general'),
    option('State rule or guideline', 'state_rule'),
    ...topics.map(({ key, name }) => option(name, key)),
  ];
}

function stateInput({ directory, teams }: FormFacts, draft: Draft): InputBlock {
  const reason = whyState(directory, draft.topic);
  return input({
    name: ASK.state,
    label: 'State',
    element: select(stateChoices(directory, teams), 'Type to search', draft.state),
    hint: reason,
    optional: reason === undefined,
  });
}

/** Why the topic can't do without a state; undefined when it can. */
export function whyState(directory: Directory, choice: string | null): string | undefined {
  if (choice === 'state_rule') return 'Needed here: the state decides which region answers.';
  const topic = directory.topics.find(({ key }) => key === choice);
  if (!topic || Object.keys(topic.states).length === 0) return undefined;
  return `Needed here: ${topic.name} has experts of their own for some states.`;
}

export function stateChoices(directory: Directory, teams: readonly CareTeamKey[]) {
  const own = new Set(teams.flatMap((key) => careTeam(directory, key)?.states ?? []));
  const options = (codes: readonly StateCode[]) => codes.map((code) => option(STATES[code], code));
  const first = STATE_CODES.filter((code) => own.has(code));
  if (first.length === 0) return { options: options(STATE_CODES) };
  const others = STATE_CODES.filter((code) => !own.has(code));
  return {
    groups: [
      { label: teams.length === 1 ? "Your team's states" : "Your teams' states", options: options(first) },
      { label: 'Other states', options: options(others) },
    ],
  };
}

/** Asked only of people on several care teams, or on none. */
function careTeamInput(
  directory: Directory,
  teams: readonly CareTeamKey[],
  { topic, careTeam: chosen = null }: Draft,
): InputBlock[] {
  const offered = teamsOffered(directory, teams);
  if (offered.length === 0) return [];
  return [
    input({
      name: ASK.careTeam,
      label: 'Care team',
      element: select(
        { options: offered.map(({ key, name }) => option(name, key)) },
        'Whose question is it?',
        chosen,
      ),
      hint: 'A general question goes to this team first.',
      optional: topic !== 'general',
    }),
  ];
}

export function teamsOffered(directory: Directory, teams: readonly CareTeamKey[]): readonly CareTeam[] {
  const own = directory.careTeams.filter(({ key }) => teams.includes(key));
  if (own.length === 1) return [];
  return own.length === 0 ? directory.careTeams : own;
}

/** What the directory calls a topic, or what it was called by its key if the directory no longer has it. */
export function topicName(directory: Directory | undefined, choice: TopicChoice): string {
  if (choice === 'general') return 'General';
  if (choice === 'state_rule') return 'State rule or guideline';
  return (directory && topicOf(directory, choice)?.name) ?? choice;
}

const EXCHANGES = [option('On Exchange', 'on'), option('Off Exchange', 'off')];
const YES_NO = [option('Yes', 'yes'), option('No', 'no')];
