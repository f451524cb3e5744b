import { allocate, allocateEqually, examineParts } from '#model/allocation.ts';
import type { Fault } from '#model/fault.ts';
import { mostOfTarget, type AllocationWay } from '#model/records/target.ts';
import type { UnitId } from '#model/unit.ts';

/** A number as typed, with or without the dots between thousands; undefined for what is no such number. */
export const readCount = (typed: string): number | undefined => {
  const plain = typed.trim();
  if (!/^(\d+|\d{1,3}([. \u00A0]\d{3})+)$/.test(plain)) return undefined;
  const count = Number(plain.replace(/\D/g, ''));
  return count <= mostOfTarget ? count : undefined;
};

/** A percentage as typed: '92,5' or '92.5', from 0 to 100. */
export const readPercent = (typed: string): number | undefined => {
  const plain = typed.trim().replace(',', '.');
  const percent = Number(plain);
  return /^\d+(\.\d)?$/.test(plain) && percent <= 100 ? percent : undefined;
};

type Sharing = {
  way: AllocationWay;
  total: number;
  units: readonly UnitId[];
  populations: ReadonlyMap<UnitId, number>;
  /** What was typed for each unit; looked at only when sharing by hand. */
  typed: Readonly<Record<UnitId, string>>;
};

export type Shared =
  | { kind: 'shared'; parts: Map<UnitId, number>; faults: Fault[] }
  /** These cannot be read, or nobody said how many people live there. */
  | { kind: 'unreadable' | 'population-unknown'; units: UnitId[] };

/** What each unit gets, and whether it adds up to the whole. */
export const share = ({ way, total, units, populations, typed }: Sharing): Shared => {
  if (way === 'same')
    return shared(
      units,
      units.map(() => total),
      [],
    );
  if (way === 'population') {
    const unknown = units.filter((unit) => !populations.get(unit));
    const parts = allocate(
      total,
      units.map((unit) => populations.get(unit) ?? 0),
    );
    return unknown.length > 0 || !parts ? { kind: 'population-unknown', units: unknown } : shared(units, parts, []);
  }
  if (way === 'equal') return shared(units, allocateEqually(total, units.length), []);
  const read = units.map((unit) => ({ unit, count: readCount(typed[unit] ?? '') }));
  const unreadable = read.flatMap(({ unit, count }) => (count === undefined ? [unit] : []));
  if (unreadable.length > 0) return { kind: 'unreadable', units: unreadable };
  const parts = read.map(({ count }) => count!);
  return shared(units, parts, examineParts(total, parts));
};

const shared = (units: readonly UnitId[], parts: readonly number[], faults: Fault[]): Shared => ({
  kind: 'shared',
  parts: new Map(units.map((unit, at) => [unit, parts[at]!])),
  faults,
});
