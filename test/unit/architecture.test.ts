import { describe, expect, test } from '@jest/globals';
import { LAWS, type Law } from './architecture/laws.ts';
import { furnitureOf, roomOf } from './architecture/rooms.ts';
import { importsOf, type Source, sourceFiles } from './architecture/sources.ts';

const sources = [...sourceFiles('src/**/*.ts'), ...sourceFiles('practice/**/*.{ts,tsx}')];

describe.each(LAWS)('$because', (law) => {
  test('holds everywhere', () => {
    expect(violations(sources, law)).toEqual([]);
  });

  test('would be noticed if it were broken', () => {
    expect(violations([law.planted], law)).toHaveLength(1);
  });
});

describe('SQL is written in stores, where each function has a test on a real database.', () => {
  const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^>]*>)?`/;
  const writesSql = ({ file, text }: Source): boolean =>
    roomOf(file) !== undefined && furnitureOf(file) !== 'store' && SQL.test(text);

  test('holds everywhere', () => {
    expect(sources.filter(writesSql).map(({ file }) => file)).toEqual([]);
  });

  test('would be noticed if it were broken', () => {
    expect(writesSql({ file: 'src/questions/claim.ts', text: 'await db.selectFrom("questions")' })).toBe(
      true,
    );
    expect(writesSql({ file: 'src/questions/claim.ts', text: 'await sql<{ one: 1 }>`select 1`' })).toBe(true);
  });
});

describe('A file is one idea, so it is short.', () => {
  const LINES = 280;
  const isLong = ({ text }: Source): boolean => text.split('\n').length > LINES;

  test('holds everywhere', () => {
    expect(sources.filter(isLong).map(({ file }) => file)).toEqual([]);
  });

  test('would be noticed if it were broken', () => {
    expect(isLong({ file: 'src/app.ts', text: '\n'.repeat(LINES + 1) })).toBe(true);
  });
});

describe('the reading of imports', () => {
  test('sees static, type-only, side-effect, re-exported and dynamic ones', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import './c.ts';",
      "export { d } from './d.ts';",
      "import {\n  type E,\n  e,\n} from './e.ts';",
      "const f = await import('./f.ts');",
      'const words = \'imported from "./no.ts"\';',
    ].join('\n');

    const found = importsOf({ file: 'src/questions/x.ts', text });

    expect(found.map(({ target, typeOnly, dynamic }) => [target.slice(14), typeOnly, dynamic])).toEqual([
      ['a.ts', false, false],
      ['b.ts', true, false],
      ['c.ts', false, false],
      ['d.ts', false, false],
      ['e.ts', false, false],
      ['f.ts', false, true],
    ]);
  });

  test('finds the whole of the source', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(600);
  });
});

function violations(among: readonly Source[], { breaks }: Law): string[] {
  return among
    .flatMap(importsOf)
    .filter(breaks)
    .map(({ file, target }) => `${file} imports ${target}`);
}
