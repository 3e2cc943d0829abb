import { noteViolations } from '../api/payload-checks.ts';
import type { Workspace } from '../core/workspace.ts';
import { type Json, objectIn, objectsIn } from '../json.ts';
import { checkViewResponse } from '../limits/index.ts';
import type { Person } from '../state/records.ts';
import { fieldsOf } from '../views/blocks.ts';
import { clientErrors } from '../views/client-checks.ts';
import { DEEPEST_STACK, type OpenView, replaceView, viewShape } from '../views/open-views.ts';
import { chosenIn } from '../views/values.ts';
import { interaction } from './payloads.ts';
import { problem } from './problem.ts';
import { errorsByLabel, type SeenView, seenView } from './seen-view.ts';
import { interact, TROUBLE } from './send.ts';

export type Submitted =
  | { readonly kind: 'closed' }
  /** By the label of the input. The view stays open with everything that was typed. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'updated' | 'pushed'; readonly view: SeenView }
  | { readonly kind: 'trouble'; readonly text: string };

export async function submitView(workspace: Workspace, person: Person): Promise<Submitted> {
  const open = workspace.views.top(person.id) ?? problem('No view is open.');
  if (!open.view.submit) problem('This view has no submit button.');
  const missing = clientErrors(open);
  if (Object.keys(missing).length > 0) return showErrors(workspace, open, missing);
  const reply = await interact(workspace, {
    ...interaction('view_submission', person),
    trigger_id: workspace.triggers.issue(person.id, open.id),
    view: viewShape(open),
    response_urls: responseUrls(workspace, person, open),
  });
  return reply.kind === 'trouble' ? trouble() : take(workspace, open, reply.body);
}

/** The same submission sent twice at once, as an impatient double click does. */
export async function submitTwice(workspace: Workspace, person: Person): Promise<readonly Submitted[]> {
  return await Promise.all([submitView(workspace, person), submitView(workspace, person)]);
}

function take(workspace: Workspace, open: OpenView, body: unknown): Submitted {
  const violations = checkViewResponse(open.view, body ?? {});
  noteViolations(workspace, 'view_submission', violations);
  if (violations.length > 0) return trouble();
  const response = objectIn(body);
  switch (response.response_action) {
    case undefined:
      leave(workspace, open);
      return { kind: 'closed' };
    case 'clear':
      workspace.views.clear(open.owner);
      workspace.changed();
      return { kind: 'closed' };
    case 'errors':
      return showErrors(workspace, open, objectIn(response.errors));
    case 'update':
      replaceView(open, objectIn(response.view));
      workspace.changed();
      return { kind: 'updated', view: seenView(open) };
    case 'push':
      return push(workspace, open, objectIn(response.view));
    default:
      return trouble();
  }
}

function push(workspace: Workspace, { owner }: OpenView, view: Json): Submitted {
  if (workspace.views.stackOf(owner).length >= DEEPEST_STACK) return trouble();
  const pushed = workspace.views.push(owner, view);
  workspace.changed();
  return { kind: 'pushed', view: seenView(pushed) };
}

function showErrors(workspace: Workspace, open: OpenView, errors: Json): Submitted {
  open.errors = Object.fromEntries(Object.entries(errors).map(([id, message]) => [id, String(message)]));
  workspace.changes.announce();
  return { kind: 'errors', errors: errorsByLabel(fieldsOf(objectsIn(open.view.blocks)), open.errors) };
}

function trouble(): Submitted {
  return { kind: 'trouble', text: TROUBLE };
}

function leave({ views, changed }: Workspace, open: OpenView): void {
  if (open.view.clear_on_close === true) views.clear(open.owner);
  else views.close(open);
  changed();
}

/** Closing with the cross. The app hears of it only where its view asked for that. */
export async function closeView(workspace: Workspace, person: Person): Promise<void> {
  const open = workspace.views.top(person.id) ?? problem('No view is open.');
  const isCleared = open.view.clear_on_close === true;
  leave(workspace, open);
  if (open.view.notify_on_close !== true) return;
  await interact(workspace, {
    ...interaction('view_closed', person),
    view: viewShape(open),
    is_cleared: isCleared,
  });
}

/** A conversation select may ask for the right to answer into what was chosen. */
function responseUrls(workspace: Workspace, person: Person, open: OpenView): Json[] {
  return fieldsOf(objectsIn(open.view.blocks))
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ type, blockId, actionId }) => {
      const channel = chosenIn(type, open.values[blockId]?.[actionId]);
      if (typeof channel !== 'string') return [];
      const url = workspace.responseUrls.issue({ channel, user: person.id });
      return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
    });
}
