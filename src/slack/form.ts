import type {
  Checkboxes,
  InputBlock,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import { z } from 'zod';
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
  | { readonly groups: readonly { readonly label: string; readonly options: readonly PlainTextOption[] }[] };

/** An initial value that isn't among the choices is left out: Slack would refuse the whole view for it. */
export function select(choices: Choices, placeholder: string, initial?: string | null): StaticSelect {
  const offered = 'options' in choices ? choices.options : choices.groups.flatMap(({ options }) => options);
  const chosen = offered.find(({ value }) => value === initial);
  const shown = {
    type: 'static_select' as const,
    placeholder: plainText(placeholder, 150),
    ...(chosen && { initial_option: chosen }),
  };
  return 'options' in choices
    ? { ...shown, options: [...choices.options] }
    : { ...shown, option_groups: groupsOf(choices.groups) };
}

/** A select holds 100 options in a group, and no empty group. */
const MOST_OPTIONS = 100;

function groupsOf(
  groups: readonly { readonly label: string; readonly options: readonly PlainTextOption[] }[],
): NonNullable<StaticSelect['option_groups']> {
  return groups
    .flatMap(({ label, options }) =>
      chunks(options).map((part) => ({ label: plainText(label, 75), options: part })),
    )
    .slice(0, MOST_OPTIONS);
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_OPTIONS) }, (_, index) =>
    items.slice(index * MOST_OPTIONS, (index + 1) * MOST_OPTIONS),
  );
}

export function radio(options: readonly PlainTextOption[], initial?: string): RadioButtons {
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'radio_buttons', options: [...options], ...(chosen && { initial_option: chosen }) };
}

export function checkboxes(options: readonly PlainTextOption[]): Checkboxes {
  return { type: 'checkboxes', options: [...options] };
}

export function personSelect(placeholder: string): UsersSelect {
  return { type: 'users_select', placeholder: plainText(placeholder, 150) };
}

/** What a person has filled in, by the names of the inputs. Whatever is absent or of another kind is null. */
export type Entries = {
  readonly text: (name: string) => string | null;
  readonly choice: (name: string) => string | null;
  readonly choices: (name: string) => readonly string[];
  readonly person: (name: string) => string | null;
};

const Option = z.object({ value: z.string() });
const Entry = z.object({
  value: z.string().nullish().catch(null),
  selected_option: Option.nullish().catch(null),
  selected_options: z.array(Option).nullish().catch(null),
  selected_user: z.string().nullish().catch(null),
});
const State = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Reads `view.state`. Never throws: the state comes from outside, and a form must be able to say what is wrong. */
export function entriesOf(state: unknown): Entries {
  const parsed = State.safeParse(state);
  const values = new Map(parsed.success ? Object.entries(parsed.data.values) : []);
  const entry = (name: string): z.infer<typeof Entry> => {
    const elements = new Map(Object.entries(values.get(name) ?? {}));
    const read = Entry.safeParse(elements.get(name));
    return read.success ? read.data : {};
  };
  return {
    text: (name) => plain(entry(name).value ?? '').trim() || null,
    choice: (name) => entry(name).selected_option?.value ?? null,
    choices: (name) => (entry(name).selected_options ?? []).map(({ value }) => value),
    person: (name) => entry(name).selected_user ?? null,
  };
}
