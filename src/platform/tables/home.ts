import type { ColumnType } from 'kysely';
import type { SlackUserId, WorkspaceId } from '../../shared/ids.ts';

export type HomeTables = { readonly homeTabs: HomeTabsTable };

/** One person's App Home. Times are the database's, so that all instances agree. */
type HomeTabsTable = {
  workspaceId: WorkspaceId;
  userId: SlackUserId;
  /** Pages and filters, as they chose them. */
  look: ColumnType<unknown, string | undefined, string>;
  /** Whether it showed the questions of others when it was last drawn. */
  hasBoard: ColumnType<boolean, boolean | undefined, boolean>;
  /** Whether it showed announcements. */
  hasNews: ColumnType<boolean, boolean | undefined, boolean>;
  /** When they last opened it or did something there. */
  usedAt: Date;
  drawnAt: Date | null;
  /** When it is drawn next; null while nothing is new. */
  dueAt: Date | null;
};
