import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import { FeedbackFilter, FilterId } from './filter.ts';

export type SavedFilter = {
  readonly id: FilterId;
  readonly name: RedactedText;
  readonly filter: FeedbackFilter;
};

type Owner = { readonly workspaceId: WorkspaceId; readonly user: SlackUserId };

export async function filtersOf(db: Database, { workspaceId, user }: Owner): Promise<readonly SavedFilter[]> {
  const rows = await db
    .selectFrom('feedbackFilters')
    .select(['id', 'name', 'filter'])
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', user)
    .orderBy('name')
    .execute();
  return rows.map(({ filter, ...rest }) => ({ ...rest, filter: FeedbackFilter.parse(filter) }));
}

/** Under a name that they have used already, the filter takes the other's place. */
export async function saveFilter(
  trx: Trx,
  { workspaceId, user }: Owner,
  { name, filter }: Omit<SavedFilter, 'id'>,
): Promise<void> {
  const row = { id: FilterId.parse(uuidv7()), workspaceId, userId: user, name };
  const text = JSON.stringify(filter);
  await trx
    .insertInto('feedbackFilters')
    .values({ ...row, filter: text })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'userId', 'name']).doUpdateSet({ filter: text }),
    )
    .execute();
}

export async function deleteFilter(db: Database, { workspaceId, user }: Owner, id: FilterId): Promise<void> {
  await db
    .deleteFrom('feedbackFilters')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', user)
    .where('id', '=', id)
    .execute();
}
