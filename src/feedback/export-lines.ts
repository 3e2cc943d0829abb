import { tokensOf } from '../members/index.ts';
import type { Database } from '../platform/database.ts';
import { csvRow } from '../shared/csv.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { inParts } from './browse-store.ts';
import type { FeedbackFilter } from './filter.ts';
import { themesByComment } from './theme-store.ts';

const HEADINGS = [
  'id',
  'received_at',
  'submitted_at',
  'rating',
  'page',
  'state',
  'response_id',
  'member',
  'comment',
  'status',
  'owner',
  'ticket',
  'themes',
] as const;

export type ExportOptions = {
  readonly filter: FeedbackFilter;
  readonly from: Date | null;
  readonly to: Date | null;
};

/** Comments as lines of a CSV file, headings first, in parts: however many there are, few are in memory. */
export async function* exportLines(
  db: Database,
  workspaceId: WorkspaceId,
  { filter, ...span }: ExportOptions,
): AsyncGenerator<{ readonly text: string; readonly comments: number }> {
  yield { text: `${csvRow(HEADINGS)}\r\n`, comments: 0 };
  for await (const part of inParts(db, { workspaceId, filter }, span)) {
    const [themes, tokens] = await Promise.all([
      themesByComment(
        db,
        workspaceId,
        part.map(({ id }) => id),
      ),
      tokensOf(db, workspaceId, [...new Set(part.map(({ memberRef }) => memberRef))]),
    ]);
    const lines = part.map((each) =>
      csvRow([
        each.id,
        each.receivedAt.toISOString(),
        each.submittedAt.toISOString(),
        each.rating,
        each.page,
        each.state,
        each.responseId,
        tokens.get(each.memberRef) ?? '',
        each.comment ?? '',
        each.status,
        each.owner ?? '',
        each.ticket ?? '',
        (themes.get(each.id) ?? []).map(({ name }) => name).join(', '),
      ]),
    );
    yield { text: lines.map((line) => `${line}\r\n`).join(''), comments: part.length };
  }
}
