import type { DirectoryReader } from '../directory/index.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';

export type PlaceDeps = {
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Where comments are posted. Null while they can't be: no directory, or the channel is gone, archived or shared. */
export async function feedbackChannel({ directory, workspace }: PlaceDeps): Promise<ChannelId | null> {
  const live = await directory.load(workspace.id);
  const place = live?.place(live.directory.channels.feedback);
  return place?.status === 'ok' ? place.id : null;
}
