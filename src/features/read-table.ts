import { readCsv } from '#model/csv.ts';

/** What an office hands on as a table has less, even with 100,000 rows. */
const mostBytes = 16 * 1024 * 1024;

export type Encoding = 'xlsx' | 'utf-8' | 'utf-16' | 'windows-1258';
export type TableRead =
  | { kind: 'table'; rows: string[][]; encoding: Encoding }
  /** `old-excel`: the format before 2007, which nothing here reads. `unparted`: nothing parts one cell from the next. */
  | { kind: 'too-large' | 'not-a-table' | 'old-excel' | 'empty' | 'unparted' };

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

/**
 * The rows of a table somebody picked: .xlsx (its first sheet), or text parted by commas, semicolons or tabs, in UTF-8,
 * UTF-16 or Windows-1258, whichever it turns out to be. Cells come as text in composed letters; empty rows are left out.
 */
export const readTable = async (file: File): Promise<TableRead> => {
  if (file.size > mostBytes) return { kind: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'old-excel' };
  return startsWith(bytes, 0x50, 0x4b) ? readSheet(bytes) : readCells(bytes);
};

const readCells = (bytes: Uint8Array): TableRead => {
  const decoded = decode(bytes);
  if (!decoded) return { kind: 'not-a-table' };
  const rows = readCsv(decoded.text);
  if (rows.length === 0) return { kind: 'empty' };
  return rows[0]!.length === 1 ? { kind: 'unparted' } : { kind: 'table', rows, encoding: decoded.encoding };
};

/** Excel saves 'Unicode text' as UTF-16, and CSV on a Vietnamese machine as Windows-1258 where nobody asks for UTF-8. */
const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } | undefined => {
  const as = (label: string, encoding: Encoding) => {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes).normalize('NFC');
      return isText(text) ? { text, encoding } : undefined;
    } catch {
      return undefined;
    }
  };
  if (startsWith(bytes, 0xff, 0xfe)) return as('utf-16le', 'utf-16');
  if (startsWith(bytes, 0xfe, 0xff)) return as('utf-16be', 'utf-16');
  return as('utf-8', 'utf-8') ?? as('windows-1258', 'windows-1258');
};

/** Nothing but letters, digits, signs and ends of lines: other bytes make letters of no text in one encoding or another. */
const isText = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 127 && code < 160)) return false;
  }
  return true;
};

const readSheet = async (bytes: Uint8Array): Promise<TableRead> => {
  const [{ readSheet: read }, { unzipSync, zipSync }] = await Promise.all([
    import('read-excel-file/universal'),
    import('fflate'),
  ]);
  try {
    // Stored, not packed: a large sheet would be unpacked by a worker of the library's own, which our content policy admits not.
    const stored = zipSync(unzipSync(bytes), { level: 0 });
    const cells = await read(stored.buffer as ArrayBuffer);
    const rows = cells.map((row) => row.map(asText)).filter((row) => row.some((cell) => cell !== ''));
    if (rows.length === 0) return { kind: 'empty' };
    return { kind: 'table', rows, encoding: 'xlsx' };
  } catch {
    return { kind: 'not-a-table' };
  }
};

/** As a person here would type it: 0,5 and 2026-11-12. */
const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return (typeof cell === 'string' ? cell : String(cell)).normalize('NFC').trim();
};
