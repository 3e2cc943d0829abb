import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const SOURCES = path.join(ROOT, 'practice/browser');
const CACHE = path.join(ROOT, 'node_modules/.cache/concierge-desk');
const KEPT = 3;

/**
 * The folder of the built page. Built when there is none for the sources as they are, which takes a second or two.
 * Its name says what it was built from, and it appears whole or not at all, so several processes may build at once.
 */
export async function builtPage(): Promise<string> {
  const folder = path.join(CACHE, `page-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(path.join(CACHE, 'building-'));
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: SOURCES,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: fresh, emptyOutDir: true, target: 'es2024', modulePreload: { polyfill: false } },
  });
  await rename(fresh, folder).catch(async () => await rm(fresh, { recursive: true, force: true }));
  await forgetOld(folder);
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync('**/*', { cwd: SOURCES, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));
  for (const file of [...files.toSorted(), path.join(ROOT, 'package.json'), import.meta.filename]) {
    hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Pages of sources that have changed since, but for a few: another process may still serve one. */
async function forgetOld(current: string): Promise<void> {
  const pages = (await readdir(CACHE)).filter((each) => each.startsWith('page-'));
  const others = pages.filter((each) => each !== path.basename(current));
  const old = others.slice(0, Math.max(0, others.length - KEPT));
  await Promise.all(
    old.map(async (each) => await rm(path.join(CACHE, each), { recursive: true, force: true })),
  );
}
