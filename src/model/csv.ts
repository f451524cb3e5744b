/**
 * The cells of a table saved as text (RFC 4180), rows by rows. Spreadsheets of Vietnamese offices part cells by ';' or
 * tabs as often as by ',': whichever the first line has most of. Empty rows are left out.
 */
export const readCsv = (text: string): string[][] => {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const parted = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < plain.length; i += 1) {
    const sign = plain[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === parted) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
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
