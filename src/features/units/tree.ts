import { withoutMarks } from '#features/without-marks.ts';
import type { FormerUnit } from '#model/former-unit.ts';
import type { Day } from '#model/day.ts';
import { existsOn, type Unit, type UnitId } from '#model/unit.ts';

/** The units of an area as they stand on a day, by what they stand under. */
export type Tree = { root: Unit; below: ReadonlyMap<UnitId, Unit[]>; byId: ReadonlyMap<UnitId, Unit> };

const collator = new Intl.Collator('vi', { numeric: true });
const byName = (one: Unit, other: Unit) => collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);

export const treeOn = (units: readonly Unit[], day: Day): Tree | undefined => {
  const [root, ...others] = units;
  if (!root) return undefined;
  const below = new Map<UnitId, Unit[]>();
  for (const unit of others)
    if (unit.parent !== null && existsOn(unit, day)) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  for (const children of below.values()) children.sort(byName);
  return { root, below, byId: new Map(units.map((unit) => [unit.id, unit])) };
};

/** Whether a unit is this one or stands below it. */
export const isWithin = (byId: Tree['byId'], unit: UnitId, whole: UnitId): boolean => {
  for (let at: UnitId | null | undefined = unit; at; at = byId.get(at)?.parent) if (at === whole) return true;
  return false;
};

/** A unit that was searched for; `former`: under a name it no longer has. */
export type Found = { unit: Unit; former?: FormerUnit };

const mostFound = 40;

/**
 * Units by name, code, or what they, or what became part of them, were called before; those of today first, a name from its
 * beginning before one from its middle.
 */
export const findUnits = (
  { units, former }: { units: readonly Unit[]; former: readonly FormerUnit[] },
  wanted: string,
  day: Day,
): Found[] => {
  const plain = withoutMarks(wanted);
  if (plain === '') return [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const said = (name: string) => withoutMarks(name);
  const living = units.filter((unit) => existsOn(unit, day));
  const own = living.filter(({ id, name }) => said(name).includes(plain) || id === wanted.trim());
  const before = former.flatMap((one): Found[] => {
    const unit = byId.get(one.unit);
    const hit = said(one.name).includes(plain) || one.code === wanted.trim();
    return unit && hit && existsOn(unit, day) ? [{ unit, former: one }] : [];
  });
  const gone = units.filter((unit) => !existsOn(unit, day) && said(unit.name).includes(plain));
  const first = (found: Found) => (said(found.former?.name ?? found.unit.name).startsWith(plain) ? 0 : 1);
  const all: Found[] = [...own.map((unit) => ({ unit })), ...before, ...gone.map((unit) => ({ unit }))];
  return all
    .map((found, at) => ({ found, at }))
    .sort((one, other) => first(one.found) - first(other.found) || one.at - other.at)
    .map(({ found }) => found)
    .slice(0, mostFound);
};
