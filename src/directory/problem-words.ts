import { z } from 'zod';
import type { Path } from './file-rules.ts';

const LISTS: Readonly<Record<string, string>> = {
  careTeams: 'Care team',
  regions: 'Region',
  topics: 'Topic',
  absences: 'Absence',
};
const GROUPS: Readonly<Record<string, string>> = {
  roles: 'Role',
  clocks: 'Clock',
};

/** Makes a sentence: which entry, which field of it, and what is the matter: "Topic claims: channel is missing." */
export function withSubject(path: Path, predicate: string, document: unknown): string {
  const { owner, rest } = ownerOf(path, document);
  const field = fieldWords(rest);
  const end = /[.?!]$/.test(predicate) ? '' : '.';
  if (owner === undefined) return `${field || 'The file'} ${predicate}${end}`;
  return field === '' ? `${owner} ${predicate}${end}` : `${owner}: ${field} ${predicate}${end}`;
}

function ownerOf(path: Path, document: unknown): { owner: string | undefined; rest: Path } {
  const [head, entry, ...rest] = path;
  if (typeof head !== 'string' || entry === undefined) return { owner: undefined, rest: path };
  const list = LISTS[head];
  if (list !== undefined && typeof entry === 'number') {
    return { owner: `${list} ${keyAt(document, head, entry) ?? `number ${entry + 1}`}`, rest };
  }
  const group = GROUPS[head];
  if (group !== undefined && rest.length > 0) return { owner: `${group} ${entry}`, rest };
  return { owner: capitalised(head), rest: [entry, ...rest] };
}

/** `roster.people`, or for an entry of a list `item 2 of states`. */
function fieldWords(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  const above = path.slice(0, -1);
  return typeof last === 'number' ? `item ${last + 1} of ${above.join('.')}` : path.join('.');
}

const Keyed = z.object({ key: z.string() });

function keyAt(document: unknown, list: string, index: number): string | undefined {
  const entries = z.record(z.string(), z.unknown()).safeParse(document).data?.[list];
  const entry = Array.isArray(entries) ? Keyed.safeParse(entries[index]) : undefined;
  return entry?.data?.key;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
