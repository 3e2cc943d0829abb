import type {
  Checkboxes,
  DateTimepicker,
  InputBlock,
  MultiStaticSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import { plainText } from './blocks.ts';
import { clip, plain } from './escape.ts';

type Question = {
  /** Names the input in the view, and its element: what was typed survives a redrawing where this stays the same. */
  readonly name: string;
  readonly label: string;
  readonly element: InputBlock['element'];
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** Tells the app as soon as something is chosen. */
  readonly tellsAtOnce?: boolean;
};

export function input({ name, label, element, hint, optional, tellsAtOnce }: Question): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label, 2000),
    element: { ...element, action_id: name },
    optional: optional ?? false,
    ...(hint !== undefined && { hint: plainText(hint, 2000) }),
    ...(tellsAtOnce === true && { dispatch_action: true }),
  };
}

export const LONGEST_ANSWER = 3000;

type TextBox = { readonly multiline?: boolean; readonly max?: number; readonly initial?: string };

export function textBox({ multiline, max = LONGEST_ANSWER, initial }: TextBox): PlainTextInput {
  const value = clip(plain(initial ?? ''), max);
  return {
    type: 'plain_text_input',
    multiline: multiline ?? false,
    max_length: max,
    ...(value !== '' && { initial_value: value }),
  };
}

export type Choices =
  | { readonly options: readonly PlainTextOption[] }
  | { readonly groups: readonly Group[] };

/** An initial value that isn't among the choices is left out: Slack would refuse the whole view for it. */
export function select(choices: Choices, placeholder: string, initial?: string | null): StaticSelect {
  const offered = 'options' in choices ? choices.options : choices.groups.flatMap(({ options }) => options);
  const chosen = offered.find(({ value }) => value === initial);
  const shown = {
    type: 'static_select' as const,
    placeholder: plainText(placeholder, 150),
    ...(chosen && { initial_option: chosen }),
  };
  return 'options' in choices && choices.options.length <= MOST_OPTIONS
    ? { ...shown, options: [...choices.options] }
    : {
        ...shown,
        option_groups: groupsOf('options' in choices ? inRanges(choices.options) : choices.groups),
      };
}

/** A list, and a group of a list, hold 100 options; a longer list becomes groups. No group may be empty. */
const MOST_OPTIONS = 100;

type Group = { readonly label: string; readonly options: readonly PlainTextOption[] };

function inRanges(options: readonly PlainTextOption[]): Group[] {
  return chunks(options).map((part) => ({
    label: `${clip(part[0]?.text.text ?? '', 34)} to ${clip(part.at(-1)?.text.text ?? '', 34)}`,
    options: part,
  }));
}

function groupsOf(groups: readonly Group[]): NonNullable<StaticSelect['option_groups']> {
  return groups.flatMap(({ label, options }) =>
    chunks(options).map((part) => ({ label: plainText(label, 75), options: part })),
  );
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_OPTIONS) }, (_, index) =>
    items.slice(index * MOST_OPTIONS, (index + 1) * MOST_OPTIONS),
  );
}

export function radio(options: readonly PlainTextOption[], initial?: string | null): RadioButtons {
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'radio_buttons', options: [...options], ...(chosen && { initial_option: chosen }) };
}

/** Ten at most, as Slack has it. */
export function checkboxes(options: readonly PlainTextOption[], initial: readonly string[] = []): Checkboxes {
  const chosen = options.filter(({ value }) => value !== undefined && initial.includes(value));
  return {
    type: 'checkboxes',
    options: [...options],
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

export function personSelect(placeholder: string, initial: string | null): UsersSelect {
  return {
    type: 'users_select',
    placeholder: plainText(placeholder, 150),
    ...(initial !== null && { initial_user: initial }),
  };
}

/** Several of a list. Initial values that aren't among the choices are left out. */
export function multiSelect(
  choices: Choices,
  placeholder: string,
  initial: readonly string[] = [],
): MultiStaticSelect {
  const { type: _, initial_option: __, ...shown } = select(choices, placeholder);
  const offered = 'options' in choices ? choices.options : choices.groups.flatMap(({ options }) => options);
  const chosen = offered.filter(({ value }) => value !== undefined && initial.includes(value));
  return {
    type: 'multi_static_select',
    ...shown,
    ...(chosen.length > 0 && { initial_options: chosen.slice(0, MOST_OPTIONS) }),
  };
}

/** A day and a time, shown in the time zone of whoever fills the form in. */
export function dateTime(initial: Date | null): DateTimepicker {
  return {
    type: 'datetimepicker',
    ...(initial !== null && { initial_date_time: Math.floor(initial.getTime() / 1000) }),
  };
}
