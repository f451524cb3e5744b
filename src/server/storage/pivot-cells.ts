import type { Breakdown } from '#model/breakdown.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import { isSensitive, isSmall, sumOfCommunes } from '#model/small-cells.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Pivot, PivotPart } from '#protocol/pivot.ts';
import type { CountsByUnit } from './pivot-counts.ts';

type About = {
  period: PeriodId;
  units: readonly Unit[];
  by: PivotPart;
  /** Whether whoever asks stands above the commune. */
  aboveCommune: boolean;
};

/** The cells and sums of one period as their reader may see them (model/small-cells.ts). What is 0 is left out, where it hides nothing. */
export const pivotCells = (
  { shown, communes }: CountsByUnit,
  { period, units, by, aboveCommune }: About,
): Pick<Pivot, 'cells' | 'sums'> => {
  const careful = aboveCommune && isSensitive(by);
  const cells: Pivot['cells'] = [];
  const sums: Pivot['sums'] = [];
  for (const { measure, value } of columnsOf(shown)) {
    const at = (of: ReadonlyMap<UnitId, Breakdown>, unit: UnitId) => of.get(unit)?.[measure]?.[value] ?? 0;
    const counts = units.map((unit) => ({ unit, count: at(shown, unit.id) }));
    const whole = counts.reduce((sum, { count }) => sum + count, 0);
    const column = { period, measure, value };
    const sum = careful
      ? sumOfCommunes([...communes.keys()].map((id) => at(communes, id)))
      : { total: whole, rounded: false };
    // Of one village alone nobody can see here what stands beside it.
    const alone = careful && communes.size === 0;
    const hidden = alone ? new Set(units.map(({ id }) => id)) : careful ? hiddenAmong(counts) : new Set<UnitId>();
    for (const { unit, count } of counts) {
      if (hidden.has(unit.id)) cells.push({ unit: unit.id, ...column, total: null });
      else if (count !== 0)
        cells.push({ unit: unit.id, ...column, total: unit.level === 'province' ? sum.total : count });
    }
    if (!alone) sums.push({ ...column, ...sum });
  }
  return { cells, sums };
};

const columnsOf = (shown: ReadonlyMap<UnitId, Breakdown>): { measure: Measure; value: string }[] => {
  const values = new Map<Measure, Set<string>>();
  for (const breakdown of shown.values())
    for (const [measure, row] of Object.entries(breakdown)) {
      const known = values.get(measure) ?? new Set();
      values.set(measure, known);
      for (const value of Object.keys(row)) known.add(value);
    }
  return [...values].flatMap(([measure, known]) => [...known].sort().map((value) => ({ measure, value })));
};

/** Small cells; and all villages of a commune beside a small one, whose number the commune's own sum would tell. */
const hiddenAmong = (counts: readonly { unit: Unit; count: number }[]): Set<UnitId> => {
  const small = counts.filter(({ count }) => isSmall(count)).map(({ unit }) => unit);
  const communes = new Set(small.filter(({ level }) => level === 'village').map(({ parent }) => parent));
  const beside = counts.filter(({ unit }) => unit.level === 'village' && communes.has(unit.parent));
  return new Set([...small, ...beside.map(({ unit }) => unit)].map(({ id }) => id));
};
