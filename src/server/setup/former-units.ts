import { addDays } from '#model/day.ts';
import type { FormerType, FormerUnit } from '#model/former-unit.ts';
import { readOfficialTable, unitsValidFrom } from './official-units.ts';

const typeOfPrefix: [prefix: string, type: FormerType][] = [
  ['Thị trấn ', 'thi-tran'],
  ['Phường ', 'phuong'],
  ['Xã ', 'xa'],
];

const tidy = (text: string | null | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * The 10,036 communes of before 1/7/2025 that are known by their code, and those of earlier years known by name alone, each
 * with the commune it became part of; one that was parted stands there once for each.
 */
export const officialFormerUnits = async (): Promise<FormerUnit[]> => {
  const former = new Map<string, FormerUnit>();
  for (const row of await readOfficialTable('ward_mappings')) {
    const written = tidy(row['old_ward_name']);
    const found = typeOfPrefix.find(([prefix]) => written.startsWith(prefix));
    if (!found) continue;
    const [prefix, type] = found;
    const one: FormerUnit = {
      unit: tidy(row['new_ward_code']),
      name: written.slice(prefix.length),
      type,
      district: tidy(row['old_district_name']),
      code: tidy(row['old_ward_code']) || null,
      until: addDays(unitsValidFrom, -1),
    };
    const key = [one.unit, one.name, one.type, one.district].join('/');
    if (!former.get(key)?.code) former.set(key, one);
  }
  return [...former.values()];
};
