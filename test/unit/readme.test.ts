import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SETTINGS } from '../../src/config.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const pages = [...globSync('*.md'), ...globSync('docs/**/*.md')].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

describe.each(pages)('$file', (page) => {
  test('names only commands that there are', () => {
    expect(commandsIn(page.text).filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only files and folders that there are', () => {
    expect(pathsIn(page).filter((each) => !existsSync(each))).toEqual([]);
  });

  test('names only settings that there are', () => {
    expect(settingsIn(page.text).filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });
});

test('a page that has fallen behind would be noticed', () => {
  const text =
    'Run `npm run nonsense -- x`, see `src/nowhere/at-all.ts` and [this](gone.md#here), set `SLACK_NONSENSE_TOKEN`.';

  expect(commandsIn(text)).toEqual(['nonsense']);
  expect(pathsIn({ file: 'docs/page.md', text })).toEqual(['src/nowhere/at-all.ts', 'docs/gone.md']);
  expect(settingsIn(text)).toEqual(['SLACK_NONSENSE_TOKEN']);
});

function commandsIn(text: string): string[] {
  return [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name);
}

/** In code a path counts from the project's folder, in a link from the page. */
function pathsIn({ file, text }: { readonly file: string; readonly text: string }): string[] {
  const inCode = [
    ...text.matchAll(/`((?:src|practice|docs|test|migrations|manifests|bench|\.ci)(?:\/[\w.-]+)*)\/?`/g),
  ];
  const inLinks = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)];
  return [
    ...inCode.map(([, each = '']) => each),
    ...inLinks.map(([, each = '']) => path.join(path.dirname(file), each)),
  ];
}

/** Settings are the only words in capitals with a line between them, but for those of PostgreSQL and Node. */
function settingsIn(text: string): string[] {
  return [...text.matchAll(/`([A-Z]{2,}(?:_[A-Z]+)+)(?:=[^`]*)?`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/^(NODE|PG|UV)_/.test(name));
}
