import { CsvError, parse } from 'csv-parse/sync';
import type { Unit, UnitId } from '#model/unit.ts';
import { readVillageRows, type TableRow, type VillagesRead as RowsRead } from '#model/village-rows.ts';

export type VillagesRead = RowsRead | { kind: 'not-utf8' } | { kind: 'broken'; row: number; why: string };

const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
};

const readRecords = (text: string): TableRow[] => {
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const records: TableRow[] = [];
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

/** The villages of a CSV file: UTF-8 with or without BOM, comma or semicolon; what its rows have to be: model/village-rows.ts. */
export const readVillages = (bytes: Uint8Array, communes: ReadonlyMap<UnitId, Unit>): VillagesRead => {
  const text = asText(bytes);
  if (text === undefined) return { kind: 'not-utf8' };
  try {
    return readVillageRows(readRecords(text), communes);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'broken', row: Number(error['lines'] ?? 1), why: error.code };
  }
};
