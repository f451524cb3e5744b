/** A table as text that a spreadsheet takes from the clipboard: tabs between cells, a line a row. */
export const tableText = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map((cells) => cells.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
