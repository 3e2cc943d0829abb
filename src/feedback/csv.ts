/** A cell that a spreadsheet takes for a formula begins with one of these, perhaps after blanks. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]/u;

/** Whatever stands in it, a reader gets it back as text, and a spreadsheet calculates nothing. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n\t;']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a file as RFC 4180 has it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
