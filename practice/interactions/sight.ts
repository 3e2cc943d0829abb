import type { Workspace } from '../core/workspace.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Notice, Person } from '../state/records.ts';
import type { OpenView } from '../views/open-views.ts';
import { type SeenView, seenView } from './seen-view.ts';
import { TROUBLE } from './send.ts';

/** What a person has before their eyes after they did something. */
export type Sight = {
  readonly view?: SeenView;
  readonly notice?: Notice;
  readonly trouble?: string;
};

export type Watched = { readonly channel: string; readonly ts: string };

type Glance = {
  readonly view: OpenView | undefined;
  readonly hash: string | undefined;
  readonly notice: Notice | undefined;
  readonly rest: string;
};

export function glance(workspace: Workspace, person: Person, watched?: Watched): Glance {
  const { store, views } = workspace;
  const view = views.top(person.id);
  return {
    view,
    hash: view?.hash,
    notice: store.state.notices.findLast(({ user }) => user === person.id),
    rest: [directMessages(workspace, person), watched && threadOf(workspace, watched)].join(),
  };
}

function directMessages({ store }: Workspace, person: Person): string | undefined {
  return store.messages.timesIn(store.directMessage(person).id).at(-1);
}

function threadOf({ store }: Workspace, { channel, ts }: Watched): string {
  const message = store.messages.find(channel, ts);
  const parent = message && store.messages.find(channel, message.threadTs ?? ts);
  return JSON.stringify(parent && messageShape(store, parent));
}

/** Waits until the person sees something new: a view, a notice, a direct message, a change of what they look at. */
export async function awaitSight(
  workspace: Workspace,
  before: Glance,
  look: () => Glance,
  withinMs: number,
): Promise<Sight> {
  const after = await workspace.changes.until(() => {
    const now = look();
    return isNew(before, now) ? now : undefined;
  }, withinMs);
  if (!after) return {};
  const isNewNotice = after.notice !== before.notice && after.notice !== undefined;
  return {
    ...(after.view && { view: seenView(after.view) }),
    ...(isNewNotice && { notice: after.notice }),
  };
}

function isNew(before: Glance, now: Glance): boolean {
  return now.hash !== before.hash || now.notice !== before.notice || now.rest !== before.rest;
}

export const troubled: Sight = { trouble: TROUBLE };
