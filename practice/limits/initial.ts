import { isDeepStrictEqual } from 'node:util';

/** One way of asking: a list, or a list of groups. */
export type Choices = {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
};

/**
 * Slack refuses the whole view when an initial option isn't, to the letter, one of the options: text, value and
 * description. It happens when a team was renamed, or its name was cut in one place and not in the other.
 */
function isOffered(choices: Choices, initial: unknown): boolean {
  const offered = choices.options ?? choices.option_groups?.flatMap(({ options }) => options) ?? [];
  return offered.some((option) => isDeepStrictEqual(option, initial));
}

export const INITIAL_OPTION = {
  path: ['initial_option'],
  error: 'The initial option must equal one of the options exactly.',
};

export const INITIAL_OPTIONS = {
  path: ['initial_options'],
  error: 'Each initial option must equal one of the options exactly.',
};

export function initialIsOffered(select: Choices & { readonly initial_option?: unknown }): boolean {
  return select.initial_option === undefined || isOffered(select, select.initial_option);
}

export function allInitialAreOffered(
  select: Choices & { readonly initial_options?: readonly unknown[] | undefined },
): boolean {
  return (select.initial_options ?? []).every((initial) => isOffered(select, initial));
}
