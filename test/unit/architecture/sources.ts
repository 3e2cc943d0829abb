import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Source = { readonly file: string; readonly text: string };
export type Import = {
  readonly file: string;
  readonly target: string;
  /** Gone once types are stripped. */
  readonly typeOnly: boolean;
  /** Loaded only when it is reached. */
  readonly dynamic: boolean;
};

export function sourceFiles(pattern: string): Source[] {
  return globSync(pattern).map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    text: readFileSync(file, 'utf8'),
  }));
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g;

/** Relative imports carry their `.ts`, so a specifier is a path already and nothing has to be resolved. */
export function importsOf({ file, text }: Source): Import[] {
  const target = (specifier: string): string =>
    specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  return [
    ...[...text.matchAll(STATIC)].map(([, typeOnly, specifier = '']) => ({
      file,
      target: target(specifier),
      typeOnly: typeOnly !== undefined,
      dynamic: false,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
      file,
      target: target(specifier),
      typeOnly: false,
      dynamic: true,
    })),
  ];
}
