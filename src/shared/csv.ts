/**
 * A spreadsheet takes a cell that begins like this for a formula, and would carry it out. Blanks, controls and signs that
 * nobody sees may stand before it, and the signs come in full width, too.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

/** A whole table, its first line the headings, with the mark by which spreadsheets know that it is UTF-8. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${csvRow(row)}\r\n`).join('')}`;
}

/**
 * One row of a file as RFC 4180 has it, without the end of its line. Whatever stands in a cell, a reader gets it back as
 * text, and a spreadsheet calculates nothing.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
