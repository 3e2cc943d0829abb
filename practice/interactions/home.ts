import type { Workspace } from '../core/workspace.ts';
import { emit } from '../events/emit.ts';
import { compact } from '../json.ts';
import { viewShape } from '../views/open-views.ts';
import { colleague } from './scene.ts';
import { type SeenView, seenView } from './seen-view.ts';

/** Opens the app's Home tab. What stands there is shown at once; what the app publishes then, a moment later. */
export async function openHome(
  workspace: Workspace,
  as: string,
  withinMs: number,
): Promise<SeenView | undefined> {
  const person = colleague(workspace, as);
  const { store } = workspace;
  const before = store.state.homes[person.id]?.hash;
  const home = store.state.homes[person.id];
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: store.directMessage(person).id,
    tab: 'home',
    view: home && viewShape(home),
  };
  emit(workspace, compact(event));
  await workspace.changes.until(() => {
    const now = store.state.homes[person.id];
    return now && now.hash !== before ? now : undefined;
  }, withinMs);
  return homeOf(workspace, person.id);
}

export function homeOf({ store }: Workspace, user: string): SeenView | undefined {
  const home = store.state.homes[user];
  return home && seenView(home);
}
