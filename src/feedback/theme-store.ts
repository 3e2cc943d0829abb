import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import type { FeedbackId } from './feedback.ts';
import { ThemeId } from './theme.ts';
import type { Theme } from './work.ts';

/** The themes of these names; those that nobody has used yet are made. Sorted, so that two who do it don't wait crosswise. */
export async function ensureThemes(
  trx: Trx,
  workspaceId: WorkspaceId,
  names: readonly RedactedText[],
): Promise<readonly ThemeId[]> {
  if (names.length === 0) return [];
  await trx
    .insertInto('feedbackThemes')
    .values(names.toSorted().map((name) => ({ id: ThemeId.parse(uuidv7()), workspaceId, name })))
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doNothing())
    .execute();
  const rows = await trx
    .selectFrom('feedbackThemes')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('name', 'in', names)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of these ids that there are: what comes back from a form need not. */
export async function knownThemes(
  db: Database,
  workspaceId: WorkspaceId,
  ids: readonly ThemeId[],
): Promise<readonly Theme[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('feedbackThemes')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
}

/** The themes of each of some comments, by their names. */
export async function themesByComment(
  db: Database,
  workspaceId: WorkspaceId,
  ids: readonly FeedbackId[],
): Promise<ReadonlyMap<FeedbackId, readonly Theme[]>> {
  const rows = await db
    .selectFrom('feedbackThemed')
    .innerJoin('feedbackThemes', 'feedbackThemes.id', 'feedbackThemed.themeId')
    .select(['feedbackThemed.feedbackId', 'feedbackThemes.id', 'feedbackThemes.name'])
    .where('feedbackThemed.workspaceId', '=', workspaceId)
    .where('feedbackThemed.feedbackId', 'in', ids.length === 0 ? [sql<FeedbackId>`null`] : ids)
    .orderBy('feedbackThemes.name')
    .execute();
  return Map.groupBy(rows, ({ feedbackId }) => feedbackId);
}

/** Earlier themes in which a word begins so, the most used first. */
export async function themesLike(
  db: Database,
  workspaceId: WorkspaceId,
  typed: string,
  limit: number,
): Promise<readonly Theme[]> {
  const beginning = `${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return await db
    .selectFrom('feedbackThemes')
    .leftJoin('feedbackThemed', 'feedbackThemed.themeId', 'feedbackThemes.id')
    .select(['feedbackThemes.id', 'feedbackThemes.name'])
    .where('feedbackThemes.workspaceId', '=', workspaceId)
    .where((eb) =>
      eb.or([
        eb('feedbackThemes.name', 'like', sql<RedactedText>`${beginning}`),
        eb('feedbackThemes.name', 'like', sql<RedactedText>`${`% ${beginning}`}`),
      ]),
    )
    .groupBy(['feedbackThemes.id', 'feedbackThemes.name'])
    .orderBy((eb) => eb.fn.count('feedbackThemed.feedbackId'), 'desc')
    .orderBy('feedbackThemes.name')
    .limit(limit)
    .execute();
}
