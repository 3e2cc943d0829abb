import { z } from 'zod';
import { useCommand } from '../interactions/commands.ts';
import { fillIn } from '../interactions/filling.ts';
import { homeOf, openHome } from '../interactions/home.ts';
import { actor } from '../interactions/scene.ts';
import { seenView } from '../interactions/seen-view.ts';
import { useMessageShortcut, useShortcut } from '../interactions/shortcuts.ts';
import { closeView, submitTwice, submitView } from '../interactions/submission.ts';
import { acting, onMessage, patience, type Routes, route } from './route.ts';

const entry = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);

/** What people do with the app's shortcuts, commands, forms and Home tab. */
export const deedRoutes: Routes = {
  shortcut: route(
    acting.extend({ callbackId: z.string() }).extend(patience.shape),
    async (workspace, input) => await useShortcut(workspace, input.callbackId, input),
  ),
  'message-shortcut': route(
    acting.extend({ callbackId: z.string() }).extend(onMessage.shape).extend(patience.shape),
    async (workspace, input) => await useMessageShortcut(workspace, input.callbackId, input),
  ),
  command: route(
    acting.extend({ command: z.string(), text: z.string(), channel: z.string() }).extend(patience.shape),
    async (workspace, input) => await useCommand(workspace, input),
  ),
  'open-home': route(
    acting.extend(patience.shape),
    async (workspace, { as, withinMs }) => await openHome(workspace, as, withinMs),
  ),
  home: route(acting, (workspace, { as }) => homeOf(workspace, actor(workspace, as).id)),
  view: route(acting, (workspace, { as }) => {
    const open = workspace.views.top(actor(workspace, as).id);
    return open && seenView(open);
  }),
  fill: route(
    acting.extend({ entries: z.record(z.string(), entry) }).extend(patience.shape),
    async (workspace, { as, entries, withinMs }) => {
      const person = actor(workspace, as);
      const view = () => workspace.views.top(person.id);
      const trouble = await fillIn(workspace, { person, view, withinMs }, entries);
      const open = view();
      return { ...(open && { view: seenView(open) }), ...(trouble && { trouble }) };
    },
  ),
  submit: route(acting, async (workspace, { as }) => await submitView(workspace, actor(workspace, as))),
  'submit-twice': route(
    acting,
    async (workspace, { as }) => await submitTwice(workspace, actor(workspace, as)),
  ),
  close: route(acting, async (workspace, { as }) => {
    await closeView(workspace, actor(workspace, as));
  }),
};
