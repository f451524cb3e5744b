import { isDay, type Day } from '#model/day.ts';
import { isTypeOf, isUnitName, isVillageCode, villageCode } from '#model/unit-names.ts';
import { unitTypes, type Unit, type UnitId, type UnitType } from '#model/unit.ts';

/** A line of a table; `row` counts as a spreadsheet does, the first is 1. */
export type TableRow = { cells: readonly string[]; row: number };

export type VillageProblem =
  | 'csv-column-missing'
  | 'csv-commune-unknown'
  | 'csv-code-wrong'
  | 'csv-code-twice'
  | 'csv-name-wrong'
  | 'csv-type-unknown'
  | 'csv-day-wrong';

/** `problem` is a key of locales/{vi,en}/province/terminal.json, and under `wrong` of locales/{vi,en}/area.json. */
export type WrongCell = {
  row: number;
  column: string;
  problem: VillageProblem;
  params: Record<string, string | number>;
};
export type VillagesRead =
  /** `rows[n]` is where `villages[n]` stands. */
  | { kind: 'villages'; villages: Unit[]; rows: number[] }
  | { kind: 'wrong-cells'; cells: WrongCell[] }
  | { kind: 'empty' };

export const neededColumns = ['commune_code', 'village_code', 'name', 'type'] as const;
export const optionalColumns = ['valid_from'] as const;
type Column = (typeof neededColumns)[number] | (typeof optionalColumns)[number];

/** Heads as offices write them, without tone marks. */
const otherHeads: Record<string, Column> = {
  'ma xa': 'commune_code',
  'ma thon': 'village_code',
  'ten thon': 'name',
  ten: 'name',
  loai: 'type',
  'tu ngay': 'valid_from',
};

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0111', 'd').replace(/\s+/g, ' ').trim();

/** 'to-dan-pho' here; people write it with spaces and marks. */
export const villageType = (written: string): UnitType | undefined => {
  const type = plain(written).replace(/[\s_]+/g, '-');
  return isTypeOf('village', type) ? type : undefined;
};

const tidy = (cell: string | undefined): string => (cell ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

const readRow = (cells: Record<string, string>, row: number, communes: ReadonlyMap<UnitId, Unit>) => {
  const of = (column: Column) => tidy(cells[column]);
  const commune = communes.get(of('commune_code'));
  const [code, name, type] = [of('village_code'), of('name'), villageType(of('type'))];
  const validFrom: Day | undefined = of('valid_from') || commune?.validFrom;
  const wrong: WrongCell[] = [];
  const fault = (column: Column, problem: VillageProblem, params: WrongCell['params'] = {}) =>
    wrong.push({ row, column, problem, params: { value: of(column), ...params } });
  if (!commune) fault('commune_code', 'csv-commune-unknown');
  if (!isVillageCode(code)) fault('village_code', 'csv-code-wrong');
  if (!isUnitName(name)) fault('name', 'csv-name-wrong');
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

/**
 * Villages from a table with the columns commune_code, village_code, name, type and, if wanted, valid_from, in any order.
 * Every wrong cell is reported; one is enough for none to be given.
 */
export const readVillageRows = (
  [head, ...rows]: readonly TableRow[],
  communes: ReadonlyMap<UnitId, Unit>,
): VillagesRead => {
  const columns = (head?.cells ?? []).map((column) => otherHeads[plain(column)] ?? column.toLowerCase().trim());
  const missing = neededColumns.filter((column) => !columns.includes(column));
  if (!head || (missing.length === 0 && rows.length === 0)) return { kind: 'empty' };
  if (missing.length > 0) {
    const params = { columns: neededColumns.join(',') };
    const cells = missing.map((column) => ({ row: head.row, column, problem: 'csv-column-missing' as const, params }));
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
    const params = { value: villageCode(village), first };
    return [...own, { row, column: 'village_code', problem: 'csv-code-twice' as const, params }];
  });
  if (wrong.length > 0) return { kind: 'wrong-cells', cells: wrong };
  return { kind: 'villages', villages: read.flatMap(({ village }) => village ?? []), rows: read.map(({ row }) => row) };
};
