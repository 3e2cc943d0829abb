import type { LiveDirectory } from '../directory/directory.ts';
import type { DirectoryReader } from '../directory/index.ts';
import { ConciergeError } from '../platform/errors.ts';
import type { WorkspaceId } from '../shared/ids.ts';

export type DirectoryDeps = {
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Nothing can be routed before an administrator has applied a directory. */
export class NoDirectory extends ConciergeError {
  readonly code = 'no_directory';
  readonly advice =
    'The app does not know any care teams, regions or topics yet. An administrator has to apply a directory first.';
}

export async function liveDirectory({ directory, workspace }: DirectoryDeps): Promise<LiveDirectory> {
  const live = await directory.load(workspace.id);
  if (!live) throw new NoDirectory();
  return live;
}
