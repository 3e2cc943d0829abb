import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type Look, lookFrom } from './look.ts';
import { changeLook, noteUse } from './store.ts';

type Deps = { readonly db: Database; readonly workspace: { readonly id: WorkspaceId } };

/** Changes what somebody looks at. One click after the other: two quick ones are both heard. */
export async function turnLook(
  { db, workspace }: Deps,
  user: SlackUserId,
  turn: (look: Look) => unknown,
): Promise<void> {
  const key = { workspaceId: workspace.id, user };
  await noteUse(db, key);
  await changeLook(db, key, async (stored) => lookFrom(await turn(lookFrom(stored))));
}
