import { csvRow } from '../shared/csv.ts';
import type { AuditRow } from './entry.ts';

/** What is exported of a row; the hash tells one who has the record whether it is this very row. */
type Line = AuditRow & { readonly hash: Uint8Array };

const COLUMNS = [
  'seq',
  'at',
  'action',
  'outcome',
  'by',
  'questionId',
  'member',
  'facts',
  'workspaceId',
] as const;

export const CSV_HEAD = [...COLUMNS, 'hash'].join(',');

export function csvLine(row: Line): string {
  return csvRow([...COLUMNS.map((column) => `${row[column] ?? ''}`), hex(row)]);
}

export function jsonLine({ facts, ...row }: Line): string {
  return JSON.stringify({ ...row, facts: parsed(facts), hash: hex(row) });
}

function hex({ hash }: Pick<Line, 'hash'>): string {
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An altered row is exported as it stands; saying that it is altered is for `verify`. */
function parsed(facts: string): unknown {
  try {
    return JSON.parse(facts);
  } catch {
    return facts;
  }
}
