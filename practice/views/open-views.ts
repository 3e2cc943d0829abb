import { randomBytes } from 'node:crypto';
import { type Json, objectsIn, textIn } from '../json.ts';
import { APP_ID, BOT_ID, TEAM_ID } from '../state/identity.ts';
import { nameBlocks } from './blocks.ts';
import { type Values, valuesFor } from './values.ts';

/** One modal on one person's screen, or the Home tab they look at. */
export type OpenView = {
  readonly id: string;
  readonly owner: string;
  readonly rootId: string;
  readonly previousId: string | null;
  hash: string;
  /** As the app gave it, every block named. */
  view: Json;
  values: Values;
  /** By block_id, as the app's last answer gave them. */
  errors: Record<string, string>;
};

export const DEEPEST_STACK = 3;

/** The modals that are open, each person's stack with the visible one last. */
export function openOpenViews() {
  const stacks = new Map<string, OpenView[]>();
  const stackOf = (user: string): OpenView[] => stacks.get(user) ?? [];
  const all = (): OpenView[] => [...stacks.values()].flat();

  return {
    stackOf: (user: string): readonly OpenView[] => stackOf(user),
    top: (user: string): OpenView | undefined => stackOf(user).at(-1),
    find: (id: string): OpenView | undefined => all().find((each) => each.id === id),
    findExternal: (id: string): OpenView | undefined => all().find(({ view }) => view.external_id === id),
    /** A view of its own: whatever else this person had open is replaced, as in Slack's client. */
    open(owner: string, view: Json): OpenView {
      const opened = freshView(owner, view, undefined);
      stacks.set(owner, [opened]);
      return opened;
    },
    push(owner: string, view: Json): OpenView {
      const pushed = freshView(owner, view, stackOf(owner).at(-1));
      stacks.set(owner, [...stackOf(owner), pushed]);
      return pushed;
    },
    replace: replaceView,
    close({ owner, id }: OpenView): void {
      stacks.set(
        owner,
        stackOf(owner).filter((each) => each.id !== id),
      );
    },
    clear(owner: string): void {
      stacks.delete(owner);
    },
  };
}

export type OpenViews = ReturnType<typeof openOpenViews>;

export function freshView(
  owner: string,
  view: Json,
  below: OpenView | undefined,
  id = newViewId(),
): OpenView {
  const named = withNames(view);
  return {
    id,
    owner,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    hash: newHash(),
    view: named,
    values: valuesFor(objectsIn(named.blocks)),
    errors: {},
  };
}

/** New content in the same place: what the person typed stays where the ids are unchanged. */
export function replaceView(open: OpenView, view: Json): void {
  open.view = withNames(view);
  open.values = valuesFor(objectsIn(open.view.blocks), open.values);
  open.hash = newHash();
  open.errors = {};
}

/** The view as Slack's answers and interactions carry it. */
export function viewShape(open: OpenView): Json {
  const { view } = open;
  return {
    id: open.id,
    team_id: TEAM_ID,
    type: view.type,
    blocks: view.blocks,
    private_metadata: textIn(view.private_metadata) ?? '',
    callback_id: textIn(view.callback_id) ?? '',
    external_id: textIn(view.external_id) ?? '',
    state: { values: open.values },
    hash: open.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    close: view.close ?? null,
    submit: view.submit ?? null,
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    previous_view_id: open.previousId,
    root_view_id: open.rootId,
    app_id: APP_ID,
    app_installed_team_id: TEAM_ID,
    bot_id: BOT_ID,
  };
}

function withNames(view: Json): Json {
  return { ...view, blocks: nameBlocks(objectsIn(view.blocks)) };
}

export function newViewId(): string {
  return `V0${randomBytes(5).toString('hex').toUpperCase()}`;
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;
}
