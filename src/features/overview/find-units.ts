import { withoutMarks } from '#features/without-marks.ts';
import type { Day } from '#model/day.ts';
import { existsOn, type Unit } from '#model/unit.ts';
import type { UnitsPage } from '#store/officer-pages.ts';

/** `as`: the former name it was found by, with its district. */
export type FoundUnit = { unit: Unit; as?: { name: string; district: string } };

const rank = { province: 0, commune: 1, village: 2 } as const;

/** How well a name answers what is typed: begins with it, has a word that does, holds it, or does not (undefined). */
const fitOf = (name: string, plain: string): number | undefined => {
  const own = withoutMarks(name);
  if (own.startsWith(plain)) return 0;
  if (own.includes(` ${plain}`)) return 1;
  return own.includes(plain) ? 2 : undefined;
};

/**
 * Units that exist on a day whose name, former name or code answers what is typed, tone marks or not: communes before
 * villages, names that begin with it before others. One found by its own name is not told again by a former one.
 */
export const findUnits = (
  { units, former }: Pick<UnitsPage, 'units' | 'former'>,
  wanted: string,
  today: Day,
  most = 12,
): FoundUnit[] => {
  const plain = withoutMarks(wanted);
  if (plain === '') return [];
  const living = new Map(units.filter((unit) => existsOn(unit, today)).map((unit) => [unit.id, unit]));
  const byName = [...living.values()].flatMap((unit) => {
    const fit = unit.id.toLowerCase() === plain ? 0 : fitOf(unit.name, plain);
    return fit === undefined ? [] : [{ found: { unit }, fit, level: rank[unit.level] }];
  });
  const named = new Set(byName.map(({ found }) => found.unit.id));
  const byFormer = former.flatMap(({ unit: id, name, district }) => {
    const unit = living.get(id);
    const fit = fitOf(name, plain);
    if (!unit || named.has(id) || fit === undefined) return [];
    return [{ found: { unit, as: { name, district } }, fit: fit + 0.5, level: rank[unit.level] }];
  });
  return [...byName, ...byFormer]
    .sort((a, b) => a.level - b.level || a.fit - b.fit || a.found.unit.name.localeCompare(b.found.unit.name, 'vi'))
    .slice(0, most)
    .map(({ found }) => found);
};
