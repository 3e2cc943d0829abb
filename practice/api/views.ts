import { perMinute } from '../core/rate-limits.ts';
import type { Redeemed } from '../core/triggers.ts';
import type { Json } from '../json.ts';
import { DEEPEST_STACK, freshView, type OpenView, replaceView, viewShape } from '../views/open-views.ts';
import type { Call, Methods } from './method.ts';
import { insistOnView } from './payload-checks.ts';
import { refuse } from './refusal.ts';

export const viewMethods: Methods = {
  'views.open': { token: 'bot', pace: perMinute(100), run: open },
  'views.push': { token: 'bot', pace: perMinute(100), run: push },
  'views.update': { token: 'bot', pace: perMinute(100), run: update },
  'views.publish': { token: 'bot', pace: perMinute(100), run: publish },
};

function wantedView({ workspace, args, name }: Call, type: 'modal' | 'home'): Json {
  const view = args.object('view') ?? refuse('invalid_arguments');
  if (view.type !== type) refuse('invalid_arguments');
  insistOnView(workspace, name, view);
  return view;
}

function redeemed({ workspace, args }: Call): Extract<Redeemed, { kind: 'valid' }> {
  const trigger = workspace.triggers.redeem(args.needed('trigger_id', 'invalid_trigger_id'));
  return trigger.kind === 'valid' ? trigger : refuse(`${trigger.kind}_trigger_id`);
}

function insistOnFreeExternalId({ workspace }: Call, view: Json, own?: OpenView): void {
  const holder = typeof view.external_id === 'string' && workspace.views.findExternal(view.external_id);
  if (holder && holder !== own) refuse('duplicate_external_id');
}

function open(call: Call): Json {
  const view = wantedView(call, 'modal');
  insistOnFreeExternalId(call, view);
  const opened = call.workspace.views.open(redeemed(call).user, view);
  call.workspace.changed();
  return { view: viewShape(opened) };
}

function push(call: Call): Json {
  const { workspace } = call;
  const view = wantedView(call, 'modal');
  insistOnFreeExternalId(call, view);
  const { user } = redeemed(call);
  if (workspace.views.stackOf(user).length >= DEEPEST_STACK) refuse('push_limit_reached');
  const pushed = workspace.views.push(user, view);
  workspace.changed();
  return { view: viewShape(pushed) };
}

function update(call: Call): Json {
  const { workspace, args } = call;
  const held =
    workspace.views.find(args.text('view_id') ?? '') ??
    workspace.views.findExternal(args.text('external_id') ?? '\0') ??
    refuse('not_found');
  const view = wantedView(call, 'modal');
  insistOnHash(call, held);
  insistOnFreeExternalId(call, view, held);
  replaceView(held, view);
  workspace.changed();
  return { view: viewShape(held) };
}

function publish(call: Call): Json {
  const { workspace, args } = call;
  const { state } = workspace.store;
  const user = args.needed('user_id');
  if (!state.people[user]) refuse('user_not_found');
  const view = wantedView(call, 'home');
  const home = state.homes[user];
  insistOnHash(call, home);
  if (home) replaceView(home, view);
  else state.homes[user] = freshView(user, view, undefined);
  workspace.changed();
  return { view: viewShape(state.homes[user] ?? refuse('internal_error')) };
}

/** The app says which version it has seen; it may not overwrite a newer one. */
function insistOnHash({ args }: Call, held: OpenView | undefined): void {
  const hash = args.text('hash');
  if (hash !== undefined && held && hash !== held.hash) refuse('hash_conflict');
}
