import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvFile } from '../../../src/shared/csv.ts';

describe('a table as a file', () => {
  test('is separated by commas, ends its lines as spreadsheets expect, and says that it is UTF-8', () => {
    expect(
      csvFile([
        ['Name', 'When'],
        ['Maya', ''],
      ]),
    ).toBe('\uFEFFName,When\r\nMaya,\r\n');
  });

  test.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', "'+1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n@x', `"'\n@x"`],
  ])('keeps %j from being carried out as a formula', (text, cell) => {
    expect(csvFile([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  test('quotes what would end a cell or a line', () => {
    expect(csvFile([['a,b', 'c"d', 'e\nf']])).toBe('\uFEFF"a,b","c""d","e\nf"\r\n');
  });

  test('comes back as it was, but for the mark before a formula', () => {
    const table = fc.array(
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(table, (rows) => {
        const back = readCsv(csvFile(rows));

        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

/** Reads a table the way RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
