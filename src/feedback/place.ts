import type { DirectoryReader, Place } from '../directory/index.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';

export type PlaceDeps = {
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** The channel of the directory, whatever its state. Undefined without a directory. */
export async function feedbackPlace({ directory, workspace }: PlaceDeps): Promise<Place | undefined> {
  const live = await directory.load(workspace.id);
  return live?.place(live.directory.channels.feedback);
}

/** Where comments are posted. Null while they can't be: no directory, or the channel is gone, archived or shared. */
export async function feedbackChannel(deps: PlaceDeps): Promise<ChannelId | null> {
  const place = await feedbackPlace(deps);
  return place?.status === 'ok' ? place.id : null;
}
