import { z } from 'zod';
import { blocksIn } from './parts.ts';
import { checkView } from './view.ts';
import { type Flaw, flawsOf, pointer, refusedAs, type Violation } from './violation.ts';

const Response = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z
      .record(z.string(), z.string().min(1))
      .refine((errors) => Object.keys(errors).length > 0, { error: 'Errors must name at least one block.' }),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.looseObject({ type: z.literal('modal') }) }),
  z.strictObject({ response_action: z.literal('push'), view: z.looseObject({ type: z.literal('modal') }) }),
]);

/**
 * What Slack would refuse in the answer to a `view_submission` of `view`. An empty answer closes the view.
 *
 * An error under anything but the block_id of an input makes Slack show "we had some trouble connecting", and the
 * person never learns what was wrong with their entry.
 */
export function checkViewResponse(view: unknown, response: unknown): readonly Violation[] {
  if (isEmpty(response)) return [];
  const parsed = Response.safeParse(response);
  if (!parsed.success) return refusedAs('invalid_arguments', flawsOf(Response, response));
  const { data } = parsed;
  if ('errors' in data) return refusedAs('invalid_arguments', strayErrors(view, data.errors));
  if ('view' in data) return nextViewViolations(data.view);
  return [];
}

function nextViewViolations(next: unknown): readonly Violation[] {
  return checkView(next).map((violation) => ({ ...violation, path: `/view${violation.path}` }));
}

function isEmpty(response: unknown): boolean {
  return response === undefined || response === '' || z.strictObject({}).safeParse(response).success;
}

function strayErrors(view: unknown, errors: Readonly<Record<string, string>>): readonly Flaw[] {
  const inputs = inputIds(view);
  return Object.keys(errors)
    .filter((id) => !inputs.has(id))
    .map((id) => ({
      path: pointer(['errors', id]),
      rule: 'This is not the block_id of an input block of the view.',
    }));
}

function inputIds(view: unknown): ReadonlySet<unknown> {
  const outline = z.looseObject({ blocks: z.unknown().optional() }).safeParse(view);
  const blocks = outline.success ? blocksIn(outline.data.blocks) : [];
  return new Set(blocks.filter(({ part }) => part.type === 'input').map(({ part }) => part.block_id));
}
