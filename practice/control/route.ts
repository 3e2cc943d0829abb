import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';

/** One thing that can be asked of the workspace from outside, with the shape of what must be said along. */
export type Route = { readonly answer: (workspace: Workspace, input: unknown) => unknown };

export type Routes = Readonly<Record<string, Route>>;

export function route<Input>(
  schema: z.ZodType<Input>,
  run: (workspace: Workspace, input: Input) => unknown,
): Route {
  return { answer: (workspace, input) => run(workspace, schema.parse(input)) };
}

export const nothing = z.object({});
/** Who acts: a name or an id. */
export const acting = z.object({ as: z.string() });
/** How long a person looks for what they expect before giving up. */
export const patience = z.object({ withinMs: z.number().min(0).max(60_000).default(3000) });
export const onMessage = z.object({ channel: z.string(), ts: z.string() });
