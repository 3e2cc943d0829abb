import { z } from 'zod';
import { option, optionGroup } from './composition.ts';
import { flawsOf, refusedAs, type Violation } from './violation.ts';

/** Unlike in a select, no options at all is a fair answer: nothing matched what was typed. */
const Options = z
  .strictObject({
    options: z.array(option).max(100).optional(),
    option_groups: z.array(optionGroup).max(100).optional(),
  })
  .refine(({ options, option_groups }) => (options === undefined) !== (option_groups === undefined), {
    error: 'The answer has options or option_groups, and only one of them.',
  });

/** What Slack would refuse in the answer to a `block_suggestion`. */
export function checkOptions(response: unknown): readonly Violation[] {
  return refusedAs('invalid_arguments', flawsOf(Options, response));
}
