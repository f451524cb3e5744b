/**
 * The cells of a table saved as text (RFC 4180), rows by rows. Spreadsheets of Vietnamese offices part cells by ';' or
 * tabs as often as by ',': whichever the first line has most of. Empty rows are left out.
 */
export const readCsv = (text: string): string[][] => readCsvRows(text).rows.map(({ cells }) => cells);

/**
 * The same with the line each row begins on, the first being 1. `openFrom`: the line of a quotation mark that is never
 * closed, with which everything after it is one cell; null where there is none.
 */
export const readCsvRows = (text: string): { rows: { cells: string[]; row: number }[]; openFrom: number | null } => {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const parted = separatorOf(plain);
  const rows: { cells: string[]; row: number }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  let opened = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ cells, row: begun });
    cells = [];
  };
  for (let i = 0; i < plain.length; i += 1) {
    const sign = plain[i]!;
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      opened = line;
      cell = '';
    } else if (sign === parted) endCell();
    else if (sign === '\n') {
      endRow();
      begun = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return { rows, openFrom: quoted ? opened : null };
};

const separatorOf = (text: string): string => {
  const line = text.split('\n', 1)[0]!;
  const [most] = [',', ';', '\t']
    .map((sign) => ({ sign, times: line.split(sign).length }))
    .sort((one, other) => other.times - one.times);
  return most!.sign;
};

/**
 * A table as text that spreadsheets open with its Vietnamese letters: with a byte order mark, and words in quotes.
 * Numbers stand bare, so that they are counted with, also those below nought; null leaves a cell empty.
 */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;

const written = (cell: string | number | null): string => (typeof cell === 'string' ? quote(cell) : String(cell ?? ''));

/** A cell that begins like a formula is kept from being one. */
const quote = (cell: string): string => `"${cell.replace(/^([=+\-@\t\r])/, "'$1").replace(/"/g, '""')}"`;
