import { CsvError, parse } from 'csv-parse/sync';
import { isDay } from '#model/day.ts';
import { unitTypes, type Unit, type UnitId } from '#model/unit.ts';

/** `problem` is a key of locales/{vi,en}/province/terminal.json; `row` counts as a spreadsheet does, the first is 1. */
export type WrongCell = { row: number; column: string; problem: string; params: Record<string, string | number> };
export type VillagesRead =
  /** `rows[n]` is where `villages[n]` stands. */
  | { kind: 'villages'; villages: Unit[]; rows: number[] }
  | { kind: 'wrong-cells'; cells: WrongCell[] }
  | { kind: 'not-utf8' }
  | { kind: 'empty' }
  | { kind: 'broken'; row: number; why: string };

export const neededColumns = ['commune_code', 'village_code', 'name', 'type'] as const;
export const optionalColumns = ['valid_from'] as const;

const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
};

/** 'Tổ dân phố' is written 'to-dan-pho' here; people write it either way. */
const asType = (written: string): Unit['type'] | undefined => {
  const plain = written
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[\s_]+/g, '-');
  return unitTypes.village.find((type) => type === plain);
};

const isName = (text: string) => text.length > 0 && text.length <= 100 && !/[\p{C}<>]/u.test(text);
const isCode = (text: string) => /^[0-9a-z]{1,12}$/i.test(text) && !/^demo/i.test(text);

const readRow = (cells: Record<string, string>, row: number, communes: ReadonlyMap<UnitId, Unit>) => {
  const of = (column: string) => (cells[column] ?? '').replace(/\s+/g, ' ').trim();
  const [commune, code, name, type] = [
    communes.get(of('commune_code')),
    of('village_code'),
    of('name'),
    asType(of('type')),
  ];
  const validFrom = of('valid_from') || commune?.validFrom;
  const wrong: WrongCell[] = [];
  const fault = (column: string, problem: string, params: WrongCell['params'] = {}) =>
    wrong.push({ row, column, problem, params: { value: of(column), ...params } });
  if (!commune) fault('commune_code', 'csv-commune-unknown');
  if (!isCode(code)) fault('village_code', 'csv-code-wrong');
  if (!isName(name)) fault('name', 'csv-name-wrong');
  if (!type) fault('type', 'csv-type-unknown', { types: unitTypes.village.join(', ') });
  if (validFrom && !isDay(validFrom)) fault('valid_from', 'csv-day-wrong');
  const village: Unit | undefined =
    commune && type && validFrom
      ? {
          id: `${commune.id}-${code}`,
          name,
          type,
          level: 'village',
          parent: commune.id,
          validFrom,
          validTo: null,
          mergedInto: [],
          demo: false,
        }
      : undefined;
  return { row, village, wrong };
};

const readRecords = (text: string): { cells: string[]; row: number }[] => {
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const records: { cells: string[]; row: number }[] = [];
  parse(text, {
    bom: true,
    // Excel writes ';' where the comma is the decimal sign, as in Vietnam.
    delimiter: header.includes(';') ? ';' : ',',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    on_record: (cells: string[], { lines }) => void records.push({ cells, row: lines }),
  });
  return records;
};

/**
 * Villages from a CSV file with the columns commune_code, village_code, name, type and, if wanted, valid_from: UTF-8 with
 * or without BOM, comma or semicolon. Every wrong cell is reported; one is enough for none to be given.
 */
export const readVillages = (bytes: Uint8Array, communes: ReadonlyMap<UnitId, Unit>): VillagesRead => {
  const text = asText(bytes);
  if (text === undefined) return { kind: 'not-utf8' };
  let records;
  try {
    records = readRecords(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'broken', row: Number(error['lines'] ?? 1), why: error.code };
  }
  const [head, ...rows] = records;
  const columns = (head?.cells ?? []).map((column) => column.toLowerCase());
  const missing = neededColumns.filter((column) => !columns.includes(column));
  if (!head || (missing.length === 0 && rows.length === 0)) return { kind: 'empty' };
  if (missing.length > 0) {
    const params = { columns: neededColumns.join(',') };
    const cells = missing.map((column) => ({ row: head.row, column, problem: 'csv-column-missing', params }));
    return { kind: 'wrong-cells', cells };
  }

  const read = rows.map(({ cells, row }) =>
    readRow(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])), row, communes),
  );
  const firstRowOf = new Map<UnitId, number>();
  const wrong = read.flatMap(({ row, village, wrong: own }) => {
    const first = village && firstRowOf.get(village.id);
    if (village && first === undefined) firstRowOf.set(village.id, row);
    if (!village || first === undefined) return own;
    const value = village.id.slice(village.id.indexOf('-') + 1);
    return [...own, { row, column: 'village_code', problem: 'csv-code-twice', params: { value, first } }];
  });
  if (wrong.length > 0) return { kind: 'wrong-cells', cells: wrong };
  return { kind: 'villages', villages: read.flatMap(({ village }) => village ?? []), rows: read.map(({ row }) => row) };
};
