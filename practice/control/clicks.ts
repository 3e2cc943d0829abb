import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';
import { act, buttonAction, buttonIn, notThere, type Offer, optionIn } from '../interactions/actions.ts';
import type { Place } from '../interactions/payloads.ts';
import { problem } from '../interactions/problem.ts';
import { actor, shownMessage } from '../interactions/scene.ts';
import { TROUBLE } from '../interactions/send.ts';
import type { Json } from '../json.ts';
import type { Person } from '../state/records.ts';
import { holdsMany, keepsValue, valueOf } from '../views/values.ts';
import { acting, patience, type Routes, route } from './route.ts';

/** On a message, in the open view, or on the Home tab. */
export const where = z.union([
  z.object({ channel: z.string(), ts: z.string() }),
  z.literal('view'),
  z.literal('home'),
]);
type Where = z.infer<typeof where>;

/** What came of a click, as far as the person sees it at once. */
export type Clicked = { readonly kind: 'done' } | { readonly kind: 'trouble'; readonly text: string };

export const clickRoutes: Routes = {
  click: route(
    acting.extend({ where, button: z.string() }).extend(patience.shape),
    async (workspace, input) => {
      const person = actor(workspace, input.as);
      const { place, found: field } = await lookFor(
        workspace,
        { ...input, person, wanted: input.button },
        buttonIn,
      );
      const reply = await act(workspace, person, place, { field, detail: buttonAction(field) });
      return clicked(reply.kind);
    },
  ),
  choose: route(
    acting.extend({ where, option: z.string() }).extend(patience.shape),
    async (workspace, input) => {
      const person = actor(workspace, input.as);
      const { place, found } = await lookFor(workspace, { ...input, person, wanted: input.option }, optionIn);
      const reply = await act(workspace, person, place, { field: found.field, detail: chosen(place, found) });
      return clicked(reply.kind);
    },
  ),
};

export function clicked(kind: 'acknowledged' | 'trouble'): Clicked {
  return kind === 'trouble' ? { kind, text: TROUBLE } : { kind: 'done' };
}

/** A menu keeps nothing; a select in a view shows from now on what was chosen. */
function chosen(place: Place, { field, option }: Offer): Json {
  const { type, blockId, actionId } = field;
  if (!keepsValue(type)) return { selected_option: option };
  const value = valueOf(type, holdsMany(type) ? [option] : option);
  if (place.kind === 'view') {
    const { values } = place.view;
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return value;
}

type Looking = {
  readonly person: Person;
  readonly where: Where;
  readonly wanted: string;
  readonly withinMs: number;
};

/** Waits until what a person is looking for is there: the view may still be opening, the card still changing. */
async function lookFor<Found>(
  workspace: Workspace,
  { person, where: spot, wanted, withinMs }: Looking,
  find: (place: Place, key: string) => Found | undefined,
): Promise<{ place: Place; found: Found }> {
  const seen = await workspace.changes.until(() => {
    const place = placeAt(workspace, person, spot);
    const found = place && find(place, wanted);
    return place && found && { place, found };
  }, withinMs);
  return seen ?? notThere(placeAt(workspace, person, spot) ?? problem(NOTHING_OPEN), wanted);
}

const NOTHING_OPEN = 'No view is open there.';

export function placeAt(workspace: Workspace, person: Person, spot: Where): Place | undefined {
  if (typeof spot === 'object') {
    return { kind: 'message', shown: shownMessage(workspace, person, spot.channel, spot.ts) };
  }
  const view = spot === 'view' ? workspace.views.top(person.id) : workspace.store.state.homes[person.id];
  return view && { kind: 'view', view };
}
