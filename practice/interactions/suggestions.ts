import { noteViolations } from '../api/payload-checks.ts';
import type { Workspace } from '../core/workspace.ts';
import { type Json, objectIn } from '../json.ts';
import { checkOptions } from '../limits/index.ts';
import type { Person } from '../state/records.ts';
import type { Field } from '../views/blocks.ts';
import { optionsOf } from '../views/values.ts';
import { interaction, type Place, placeShape } from './payloads.ts';
import { problem } from './problem.ts';
import { interact } from './send.ts';

type Search = { readonly place: Place; readonly field: Field; readonly typed: string };

/** Asks the app for the options of a select that loads them as the person types. */
export async function suggestions(workspace: Workspace, person: Person, search: Search): Promise<Json[]> {
  const { place, field, typed } = search;
  const least = typeof field.element.min_query_length === 'number' ? field.element.min_query_length : 3;
  if (typed.length < least) problem(`"${field.label}" offers options after ${least} letters.`);
  const { response_url: _, ...shape } = placeShape(workspace, person, place);
  const reply = await interact(workspace, {
    ...interaction('block_suggestion', person),
    ...shape,
    action_id: field.actionId,
    block_id: field.blockId,
    value: typed,
  });
  if (reply.kind === 'trouble') return [];
  const violations = checkOptions(reply.body);
  noteViolations(workspace, 'block_suggestion', violations);
  return violations.length > 0 ? [] : optionsOf(objectIn(reply.body));
}
