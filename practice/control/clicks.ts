import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';
import { act, buttonAction, buttonIn, notThere, optionIn } from '../interactions/actions.ts';
import type { Place } from '../interactions/payloads.ts';
import { problem } from '../interactions/problem.ts';
import { actor, shownMessage } from '../interactions/scene.ts';
import { TROUBLE } from '../interactions/send.ts';
import type { Person } from '../state/records.ts';
import { holdsMany, valueOf } from '../views/values.ts';
import { acting, patience, type Routes, route } from './route.ts';

/** On a message, in the open view, or on the Home tab. */
const where = z.union([
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
    async (workspace, { as, where: spot, button, withinMs }) => {
      const person = actor(workspace, as);
      const look = (): Place => placeAt(workspace, person, spot);
      const found = await workspace.changes.until(() => buttonIn(look(), button), withinMs);
      const field = found ?? notThere(look(), button);
      const reply = await act(workspace, person, look(), { field, detail: buttonAction(field) });
      return clicked(reply.kind);
    },
  ),
  choose: route(
    acting.extend({ where, option: z.string() }).extend(patience.shape),
    async (workspace, { as, where: spot, option: text, withinMs }) => {
      const person = actor(workspace, as);
      const look = (): Place => placeAt(workspace, person, spot);
      const found = await workspace.changes.until(() => optionIn(look(), text), withinMs);
      const { field, option } = found ?? notThere(look(), text);
      const detail =
        field.type === 'overflow'
          ? { selected_option: option }
          : valueOf(field.type, holdsMany(field.type) ? [option] : option);
      const reply = await act(workspace, person, look(), { field, detail });
      return clicked(reply.kind);
    },
  ),
};

function clicked(kind: 'acknowledged' | 'trouble'): Clicked {
  return kind === 'trouble' ? { kind, text: TROUBLE } : { kind: 'done' };
}

function placeAt(workspace: Workspace, person: Person, spot: Where): Place {
  if (spot === 'view') {
    const view = workspace.views.top(person.id) ?? problem('No view is open.');
    return { kind: 'view', view };
  }
  if (spot === 'home') {
    const view =
      workspace.store.state.homes[person.id] ?? problem('Nothing has been published to that Home tab.');
    return { kind: 'view', view };
  }
  return { kind: 'message', shown: shownMessage(workspace, person, spot.channel, spot.ts) };
}
