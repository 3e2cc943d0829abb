import type { Database, Trx } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';

/** What each custom emoji that is another name for one stands for. */
export async function emojiAliases(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('customEmoji')
    .select(['name', 'aliasOf'])
    .where('workspaceId', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ name, aliasOf }) => [name, aliasOf]));
}

/** What was read as a whole takes the place of what stood. */
export async function replaceAliases(
  trx: Trx,
  workspaceId: WorkspaceId,
  aliases: ReadonlyMap<string, string>,
): Promise<void> {
  await trx.deleteFrom('customEmoji').where('workspaceId', '=', workspaceId).execute();
  if (aliases.size === 0) return;
  await trx
    .insertInto('customEmoji')
    .values([...aliases].map(([name, aliasOf]) => ({ workspaceId, name, aliasOf })))
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'name'])
        .doUpdateSet((eb) => ({ aliasOf: eb.ref('excluded.aliasOf') })),
    )
    .execute();
}
