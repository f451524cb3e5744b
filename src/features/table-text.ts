/** A cell that begins like a formula is kept from being one. Numbers stay numbers. */
const safe = (cell: string | number | null): string =>
  typeof cell === 'number' ? String(cell) : (cell ?? '').replace(/[\t\r\n]+/g, ' ').replace(/^([=+\-@])/, "'$1");

/** A table as text that a spreadsheet takes from the clipboard: tabs between cells, a line a row. */
export const tableText = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map((cells) => cells.map(safe).join('\t')).join('\r\n');
