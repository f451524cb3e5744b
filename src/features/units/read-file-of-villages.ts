import { readText } from '#features/read-file.ts';
import { readCsvRows } from '#model/csv.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { readVillageRows, type VillagesRead } from '#model/village-rows.ts';

/** A file of a hundred thousand villages is read whole, so that its one bad row is found. */
const mostBytes = 16 * 1024 * 1024;
/** What the province takes at once; see protocol/units.ts. */
export const mostVillages = 10_000;

export type FileRead =
  | VillagesRead
  | { kind: 'not-text' | 'too-large' }
  | { kind: 'broken'; row: number }
  | { kind: 'too-many'; count: number };

/** The villages in a file somebody picked, by the rules of model/village-rows.ts; one wrong cell, and none is given. */
export const readFileOfVillages = async (file: File, communes: ReadonlyMap<UnitId, Unit>): Promise<FileRead> => {
  const found = await readText(file, mostBytes);
  if (found.kind !== 'text') return found;
  const { rows, openFrom } = readCsvRows(found.text);
  if (openFrom !== null) return { kind: 'broken', row: openFrom };
  const read = readVillageRows(rows, communes);
  return read.kind === 'villages' && read.villages.length > mostVillages
    ? { kind: 'too-many', count: read.villages.length }
    : read;
};
