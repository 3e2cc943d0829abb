import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere is loaded, and no other page may hold this one in a frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const SAFE_HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page and what belongs to it. */
export function openSite(folder: string) {
  return {
    /** False when there is no such file. */
    async serve(pathname: string, outgoing: ServerResponse): Promise<boolean> {
      const file = path.join(folder, pathname === '/' ? 'index.html' : path.posix.normalize(pathname));
      const type = TYPES[path.extname(file)];
      if (!type || !file.startsWith(folder) || !existsSync(file)) return false;
      const isNamedByContent = pathname.startsWith('/assets/');
      outgoing.writeHead(200, {
        ...SAFE_HEADERS,
        'content-type': type,
        'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      outgoing.end(await readFile(file));
      return true;
    },
  };
}
