import type { DirectoryReader } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Redact } from '../redaction/index.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Entries } from '../slack/entries.ts';
import { FeedbackFilter, FILTER, LONGEST_FILTER_NAME, LONGEST_SEARCH } from './filter.ts';
import { filtersOf, saveFilter } from './filter-store.ts';

export type FilterDeps = {
  readonly db: Database;
  readonly redact: Redact;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** So many fit in one list of Slack's. */
const MOST_SAVED = 100;

export type FilterOutcome =
  | { readonly kind: 'filter'; readonly filter: FeedbackFilter }
  | { readonly kind: 'tooManySaved'; readonly most: number };

/** What somebody filled in. Words are redacted before they are kept; with a name, the filter is saved under it. */
export async function readFilter(
  deps: FilterDeps,
  entries: Entries,
  user: SlackUserId,
): Promise<FilterOutcome> {
  const { db, redact, directory, workspace } = deps;
  const amendment = (await directory.load(workspace.id))?.directory.redaction;
  const read = (name: string, most: number) => {
    const typed = entries.text(name);
    return typed === null ? null : redact(typed.slice(0, most), { amendment }).text;
  };
  const filter = FeedbackFilter.parse({
    page: entries.choice(FILTER.page),
    rating: entries.choice(FILTER.rating),
    state: entries.choice(FILTER.state),
    theme: entries.choice(FILTER.theme),
    status: entries.choice(FILTER.status),
    text: read(FILTER.text, LONGEST_SEARCH),
  });
  const name = read(FILTER.name, LONGEST_FILTER_NAME);
  if (name === null || name.length > LONGEST_FILTER_NAME) return { kind: 'filter', filter };
  const owner = { workspaceId: workspace.id, user };
  const saved = await filtersOf(db, owner);
  if (saved.length >= MOST_SAVED && saved.every((each) => each.name !== name)) {
    return { kind: 'tooManySaved', most: MOST_SAVED };
  }
  await db.transaction().execute(async (trx) => await saveFilter(trx, owner, { name, filter }));
  return { kind: 'filter', filter };
}
