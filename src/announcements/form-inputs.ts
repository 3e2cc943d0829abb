import type { InputBlock } from '@slack/types';
import type { Directory } from '../directory/directory.ts';
import { STATE_CODES, STATES } from '../shared/states.ts';
import { option } from '../slack/blocks.ts';
import { checkboxes, dateTime, input, multiSelect, radio, select, textBox } from '../slack/form.ts';
import { MOST_OPTIONS } from './check-question.ts';
import { REMINDER_WORDS } from './words.ts';

/** Each names an input and its element; what was typed survives a redrawing because these stay the same. */
export const ANNOUNCE = {
  title: 'announcements.title',
  text: 'announcements.text',
  links: 'announcements.links',
  audience: 'announcements.audience',
  teams: 'announcements.teams',
  states: 'announcements.states',
  topics: 'announcements.topics',
  placement: 'announcements.placement',
  importance: 'announcements.importance',
  question: 'announcements.question',
  options: 'announcements.options',
  explanation: 'announcements.explanation',
  deadline: 'announcements.deadline',
  reminders: 'announcements.reminders',
  scheduledFor: 'announcements.scheduled-for',
  aboutTopics: 'announcements.about-topics',
  aboutStates: 'announcements.about-states',
  intent: 'announcements.intent',
  again: 'announcements.again',
} as const;

export const LONGEST_TITLE = 140;
export const LONGEST_LINKS = 1_000;

/** What the form starts with, or stands filled with. The texts are the author's own and are nowhere but in the form. */
export type Draft = {
  readonly title: string;
  readonly text: string;
  readonly links: string;
  readonly audience: string;
  readonly teams: readonly string[];
  readonly states: readonly string[];
  readonly topics: readonly string[];
  readonly placement: string;
  readonly importance: string;
  readonly question: string;
  readonly options: string;
  readonly explanation: string;
  readonly deadline: Date | null;
  readonly reminders: string;
  readonly scheduledFor: Date | null;
  readonly aboutTopics: readonly string[];
  readonly aboutStates: readonly string[];
  readonly intent: string;
};

export const EMPTY: Draft = {
  title: '',
  text: '',
  links: '',
  audience: 'everyone',
  teams: [],
  states: [],
  topics: [],
  placement: 'both',
  importance: 'acknowledge',
  question: '',
  options: '',
  explanation: '',
  deadline: null,
  reminders: 'twice',
  scheduledFor: null,
  aboutTopics: [],
  aboutStates: [],
  intent: 'post',
};

export function titleInput({ title }: Draft): InputBlock {
  return input({
    name: ANNOUNCE.title,
    label: 'Title',
    element: textBox({ max: LONGEST_TITLE, initial: title }),
  });
}

export function textInput({ text }: Draft): InputBlock {
  return input({
    name: ANNOUNCE.text,
    label: 'Text',
    element: textBox({ multiline: true, initial: text }),
    hint: "With Slack's formatting: *bold*, _italic_, ~struck~, lines that begin with • or 1., <https://address|words>.",
  });
}

export function linksInput({ links }: Draft): InputBlock {
  return input({
    name: ANNOUNCE.links,
    label: 'Links',
    element: textBox({ multiline: true, max: LONGEST_LINKS, initial: links }),
    hint: 'One a line: words, if you like, and the address, such as "The policy https://intranet.example/policy".',
    optional: true,
  });
}

export function audienceInputs(directory: Directory, draft: Draft): readonly InputBlock[] {
  return [
    input({
      name: ANNOUNCE.audience,
      label: 'For whom',
      element: select({ options: AUDIENCES }, 'For whom is it?', draft.audience),
      tellsAtOnce: true,
    }),
    ...narrower(directory, draft),
  ];
}

function narrower(directory: Directory, draft: Draft): readonly InputBlock[] {
  const which = whichInput(directory, draft);
  if (!which) return [];
  const where = input({
    name: ANNOUNCE.placement,
    label: 'Where',
    element: radio(PLACEMENTS, draft.placement),
  });
  return [which, where];
}

export function whichInput(
  directory: Directory,
  { audience, teams, states, topics }: Draft,
): InputBlock | undefined {
  switch (audience) {
    case 'teams': {
      if (directory.careTeams.length === 0) return undefined;
      const options = directory.careTeams.map(({ key, name }) => option(name, key));
      const element = multiSelect({ options }, 'Type to search', teams);
      return input({ name: ANNOUNCE.teams, label: 'Care teams', element });
    }
    case 'states': {
      const element = multiSelect({ options: stateOptions() }, 'Type to search', states);
      const hint = 'The care teams that serve at least one of them.';
      return input({ name: ANNOUNCE.states, label: 'States', element, hint });
    }
    case 'topics': {
      if (directory.topics.length === 0) return undefined;
      const element = multiSelect({ options: topicOptions(directory) }, 'Type to search', topics);
      const hint = "Everybody in those topics' channels.";
      return input({ name: ANNOUNCE.topics, label: 'Topics', element, hint });
    }
    default:
      return undefined;
  }
}

export function importanceInput({ importance }: Draft): InputBlock {
  return input({
    name: ANNOUNCE.importance,
    label: 'What is asked of people',
    element: radio(IMPORTANCES, importance),
    tellsAtOnce: true,
  });
}

export function questionInputs({ question, options, explanation }: Draft): readonly InputBlock[] {
  return [
    input({
      name: ANNOUNCE.question,
      label: 'Check question',
      element: textBox({ max: 300, initial: question }),
    }),
    input({
      name: ANNOUNCE.options,
      label: 'Answers',
      element: textBox({ multiline: true, max: 1_000, initial: options }),
      hint: `One a line, two to ${MOST_OPTIONS}, of 75 characters at most. Put a * before the right one.`,
    }),
    input({
      name: ANNOUNCE.explanation,
      label: 'If somebody answers wrongly',
      element: textBox({ multiline: true, max: 600, initial: explanation }),
      hint: 'Shown to them before they answer again: what they may have misread.',
      optional: true,
    }),
  ];
}

export function deadlineInputs({ deadline, reminders }: Draft): readonly InputBlock[] {
  return [
    input({ name: ANNOUNCE.deadline, label: 'Until when', element: dateTime(deadline), optional: true }),
    input({
      name: ANNOUNCE.reminders,
      label: 'Reminders to those who miss it',
      element: select({ options: REMINDERS }, 'When?', reminders),
      hint: 'By direct message, in their own working hours. They need a time until when.',
    }),
  ];
}

export function laterInputs(directory: Directory, draft: Draft, mayBeDraft: boolean): readonly InputBlock[] {
  const intent = input({ name: ANNOUNCE.intent, label: 'And then', element: radio(INTENTS, draft.intent) });
  return [
    input({
      name: ANNOUNCE.scheduledFor,
      label: 'Post it at',
      element: dateTime(draft.scheduledFor),
      hint: 'Leave it empty to post at once.',
      optional: true,
    }),
    ...aboutInputs(directory, draft),
    ...(mayBeDraft ? [intent] : []),
  ];
}

function aboutInputs(directory: Directory, { aboutTopics, aboutStates }: Draft): readonly InputBlock[] {
  const hint = 'Questions on it are compared before and after.';
  const states = multiSelect({ options: stateOptions() }, 'Type to search', aboutStates);
  const aboutState = input({
    name: ANNOUNCE.aboutStates,
    label: 'States it is about',
    element: states,
    optional: true,
  });
  if (directory.topics.length === 0) return [aboutState];
  const topics = multiSelect({ options: topicOptions(directory) }, 'Type to search', aboutTopics);
  return [
    input({ name: ANNOUNCE.aboutTopics, label: 'Topics it is about', element: topics, hint, optional: true }),
    aboutState,
  ];
}

export function againInput(): InputBlock {
  return input({
    name: ANNOUNCE.again,
    label: 'Receipts',
    element: checkboxes([option('Ask everybody for a new receipt', 'again')]),
    hint: 'Earlier receipts then count no more. Another check question always asks everybody again.',
    optional: true,
  });
}

function topicOptions({ topics }: Directory) {
  return topics.map(({ key, name }) => option(name, key));
}

function stateOptions() {
  return STATE_CODES.map((code) => option(STATES[code], code));
}

export const AUDIENCES = [
  option('Everyone on a care team', 'everyone'),
  option('Some care teams', 'teams'),
  option('The care teams of some states', 'states'),
  option('The experts of some topics', 'topics'),
];
const PLACEMENTS = [
  option('In the announcement channel and in theirs', 'both'),
  option('Only in their channels', 'teams'),
  option('Only in the announcement channel', 'announcements'),
];
const IMPORTANCES = [
  option('Nothing: it is for information', 'information'),
  option('To acknowledge it', 'acknowledge'),
  option('To acknowledge it by answering a question', 'check'),
];
const REMINDERS = Object.entries(REMINDER_WORDS).map(([policy, words]) => option(words, policy));
const INTENTS = [option('Post it', 'post'), option('Save it as a draft', 'draft')];
