import { uuidv7 } from '../platform/uuid.ts';
import { AnnouncementId, type SlackUserId, type WorkspaceId } from '../shared/ids.ts';

type Deps = {
  readonly workspace: { readonly id: WorkspaceId };
  readonly settings: { readonly ownEmojiOnly: boolean };
};

/** What every announcement begins with, however it came about. */
export const beginning = ({ workspace, settings }: Deps, author: SlackUserId, createdAt: Date) => ({
  id: AnnouncementId.parse(uuidv7()),
  workspaceId: workspace.id,
  version: 1,
  author,
  createdAt,
  approval: null,
  ownEmojiOnly: settings.ownEmojiOnly,
  changedAt: null,
  receiptsSince: null,
  exactAsOf: null,
  summary: null,
});
