import type { Database } from '../platform/database.ts';
import { CSV_HEAD, csvLine, jsonLine } from './lines.ts';
import { rowsBetween, type Wanted } from './store.ts';

export type Format = 'jsonl' | 'csv';

/** Line by line, so that any number of rows can be written to a slow reader. */
export async function* auditLines(db: Database, wanted: Wanted, format: Format): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_HEAD;
  const line = format === 'csv' ? csvLine : jsonLine;
  for await (const page of rowsBetween(db, wanted)) yield* page.map(line);
}
