import { compact, type Json } from '../json.ts';
import type { StoredFile } from './records.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
};

/** A file as Slack writes it. Real Slack serves it to those who hold a token; this machine to whoever is on it. */
export function fileShape(file: StoredFile, baseUrl: string): Json {
  const { id, name, title, length, content } = file;
  return compact({
    id,
    name,
    title,
    mimetype: typeOf(name),
    filetype: extensionOf(name),
    size: length,
    mode: 'hosted',
    url_private: content === undefined ? undefined : `${baseUrl}/files/${id}/${encodeURIComponent(name)}`,
  });
}

export function typeOf(name: string): string {
  return TYPES[extensionOf(name)] ?? 'application/octet-stream';
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
