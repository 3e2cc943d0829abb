import type { Directory } from '../directory/directory.ts';
import type { BoardEntry, BoardFilter, BoardScope } from './board.ts';
import { boardEntries, countBoard } from './board-store.ts';
import { topicName } from './form.ts';
import { cardLink, type LinkDeps } from './links.ts';
import type { DirectoryDeps } from './live-directory.ts';

export type LinkedEntry = BoardEntry & { readonly topic: string; readonly cardLink: string | null };
export type BoardPage = {
  readonly entries: readonly LinkedEntry[];
  readonly page: number;
  /** Over all pages. */
  readonly total: number;
};

export type BoardView = {
  readonly scope: BoardScope;
  readonly filter: BoardFilter;
  readonly page: number;
  readonly pageSize: number;
};

/** One page of a board; the last one when there are fewer than that by now. */
export async function boardPage(
  deps: LinkDeps & Pick<DirectoryDeps, 'workspace'>,
  directory: Directory,
  { scope, filter, page: wanted, pageSize }: BoardView,
): Promise<BoardPage> {
  const { db, workspace } = deps;
  const total = await countBoard(db, workspace.id, scope, filter);
  const page = Math.min(wanted, Math.max(0, Math.ceil(total / pageSize) - 1));
  const found = await boardEntries(db, workspace.id, {
    scope,
    filter,
    page: { limit: pageSize, offset: page * pageSize },
  });
  const entries = await Promise.all(
    found.map(async (entry) => ({
      ...entry,
      topic: topicName(directory, entry.question.topic),
      cardLink: await cardLink(deps, entry.question),
    })),
  );
  return { entries, page, total };
}
