import type { Database } from '../platform/database.ts';
import type { MemberToken, WorkspaceId } from '../shared/ids.ts';
import { CSV_HEAD, csvLine, jsonLine } from './lines.ts';
import { type Period, type Place, rowsBetween } from './store.ts';

export type Wanted = Period & {
  readonly workspaceId: WorkspaceId;
  /** One member's story. Null: everything. */
  readonly member: MemberToken | null;
};

export type Format = 'jsonl' | 'csv';

const PAGE = 1_000;

/** Line by line and a page at a time, so that any number of rows can be written to a slow reader. */
export async function* auditLines(db: Database, wanted: Wanted, format: Format): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_HEAD;
  const line = format === 'csv' ? csvLine : jsonLine;
  let after: Place | null = null;
  for (;;) {
    const page = await rowsBetween(db, wanted, { after, limit: PAGE });
    for (const row of page) yield line(row);
    const last = page.at(-1);
    if (!last) return;
    after = last;
  }
}
