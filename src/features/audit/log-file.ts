import { xlsxOf } from '#features/xlsx.ts';
import { writeCsv } from '#model/csv.ts';
import { dayInVietnam } from '#model/day.ts';

/** A line of the log as it stands in a file; `at` in seconds. */
export type Line = { at: number; who: string; place: string; device: number | null; what: string; about: string };
export type Heads = Record<keyof Line, string>;

const order = ['at', 'who', 'place', 'device', 'what', 'about'] as const;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** '2026-11-12 19:30:05' in Vietnam: ordered as text, it is in order. */
const written = (at: number): string =>
  `${dayInVietnam(at * 1000)} ${new Date(at * 1000 + 7 * 3600 * 1000).toISOString().slice(11, 19)}`;

/** The log as a table for a spreadsheet. */
export const fileOf = async (
  kind: 'csv' | 'xlsx',
  name: string,
  sheet: string,
  heads: Heads,
  lines: readonly Line[],
): Promise<File> => {
  const head = order.map((column) => heads[column]);
  if (kind === 'csv') {
    const rows = lines.map((line) => order.map((column) => (column === 'at' ? written(line.at) : line[column])));
    return new File([writeCsv([head, ...rows])], `${name}.csv`, { type: 'text/csv' });
  }
  const rows = lines.map((line) => order.map((column) => (column === 'at' ? { moment: line.at } : line[column])));
  return new File([await xlsxOf([{ name: sheet, heads: [head], rows }])], `${name}.xlsx`, { type: xlsxType });
};
