import type { WebClient } from '@slack/web-api';
import { channelsOf } from '../directory/directory.ts';
import { type DirectoryReader, type LiveDirectory, type Place, rolesOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { rejectedMessages } from '../platform/outbox.ts';
import { askedBy, type HomeChanged, heldBy } from '../questions/index.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type AdminFacts, MOST_REJECTED } from './admin-views.ts';
import { homeView, MOST_QUESTIONS } from './home-views.ts';

export type HomeDeps = {
  readonly db: Database;
  readonly directory: DirectoryReader;
  readonly log: Log;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient; readonly posting: WebClient };
};

/** Draws a person's App Home from the state of the moment. */
export async function publishHome(deps: HomeDeps, user: SlackUserId): Promise<void> {
  const [asked, held, roles] = await Promise.all([
    askedBy(deps, user, MOST_QUESTIONS + 1),
    heldBy(deps, user),
    rolesOf(deps.db, deps.workspace.id, user),
  ]);
  const admin = roles.has('admin') ? await adminFacts(deps) : null;
  const view = homeView({ asked, held: held.length, admin, now: deps.now() });
  await deps.slack.posting.views.publish({ user_id: user, view });
}

/** After a person's own deed. The deed is done: a Home that could not be drawn is no reason to apologise for it. */
export function homeChanged(deps: HomeDeps): HomeChanged {
  return async (user) => {
    await publishHome(deps, user).catch((error: unknown) => deps.log.failure('home.not-published', error));
  };
}

async function adminFacts({ db, directory, workspace }: HomeDeps): Promise<AdminFacts> {
  const [live, rejected] = await Promise.all([
    directory.load(workspace.id),
    rejectedMessages(db, workspace.id, MOST_REJECTED + 1),
  ]);
  return {
    directoryVersion: live?.version ?? null,
    unpostable: live ? unpostableOf(live) : [],
    rejected,
  };
}

function unpostableOf(live: LiveDirectory): readonly Place[] {
  const places = channelsOf(live.directory).map((name) => live.place(name));
  return places.filter(({ status }) => status !== 'ok');
}
