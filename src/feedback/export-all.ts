import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { type ExportOptions, exportLines } from './export-lines.ts';
import { FeedbackFilter } from './filter.ts';
import { normalTheme } from './theme.ts';
import { themesLike } from './theme-store.ts';

type Deps = AuditDeps & { readonly db: Database; readonly workspace: { readonly id: WorkspaceId } };

/** Hands over the lines part by part, and puts on record how many comments left. Answers with that number. */
export async function exportAll(
  deps: Deps,
  options: ExportOptions,
  write: (part: string) => Promise<void>,
): Promise<number> {
  const { db, workspace } = deps;
  let exported = 0;
  for await (const { text, comments } of exportLines(db, workspace.id, options)) {
    await write(text);
    exported += comments;
  }
  await db.transaction().execute(
    async (trx) =>
      await recordAudit(trx, deps, {
        workspaceId: workspace.id,
        action: 'feedback.exported',
        by: null,
        facts: { comments: exported },
      }),
  );
  return exported;
}

type Named = Readonly<
  Partial<Record<'page' | 'rating' | 'state' | 'theme' | 'status' | 'text', string | undefined>>
>;

export type ExportFilter =
  | { readonly kind: 'filter'; readonly filter: FeedbackFilter }
  | { readonly kind: 'unknown'; readonly what: string };

/** A filter in words of a command line. A word that means nothing is told, not left out. */
export async function exportFilter(
  db: Database,
  workspaceId: WorkspaceId,
  { theme: typed, ...named }: Named,
): Promise<ExportFilter> {
  const theme = typed === undefined ? null : await themeNamed(db, workspaceId, typed);
  if (theme === undefined) return { kind: 'unknown', what: 'theme' };
  const filter = FeedbackFilter.parse({
    page: null,
    rating: null,
    state: null,
    status: null,
    text: null,
    ...named,
    theme,
  });
  const lost = (['page', 'rating', 'state', 'status', 'text'] as const).find(
    (name) => named[name] !== undefined && filter[name] === null,
  );
  return lost === undefined ? { kind: 'filter', filter } : { kind: 'unknown', what: lost };
}

async function themeNamed(db: Database, workspaceId: WorkspaceId, typed: string) {
  const name = normalTheme(typed);
  const themes = name === null ? [] : await themesLike(db, workspaceId, name, 100);
  return themes.find((each) => each.name === name)?.id;
}
