import { addBreakdowns, measureOfServices, type Breakdown, type Part } from '#model/breakdown.ts';
import { indicatorOf, type Measure } from '#model/indicator.ts';
import { daysOf, type PeriodKind } from '#model/period.ts';
import { byDay, upToDay } from '#model/series.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { unsaid, type PivotPart, type PivotQuestion } from '#protocol/pivot.ts';
import type { ProvinceDatabase } from '../province.ts';
import { breakdownsOf } from './breakdown-rows.ts';
import type { CountedPeriod } from './counted-period.ts';
import { totalsOf } from './figures.ts';

type About = { unit: Unit; units: readonly Unit[]; standing: readonly Unit[]; span: CountedPeriod; kind: PeriodKind };

/** What a pivot counts in one period: by unit shown, and by the communes a province is made of, which decide what is hidden. */
export type CountsByUnit = { shown: Map<UnitId, Breakdown>; communes: Map<UnitId, Breakdown> };

/**
 * The kept sums of one period, cut down to the measures asked for, by measure and value; '' where they are told apart by
 * nothing. Communes and villages have sums of their own; a province's are those of its communes.
 */
export const countsByUnit = async (
  tx: ProvinceDatabase,
  { unit, units, standing, span, kind }: About,
  { by, measures }: PivotQuestion,
): Promise<CountsByUnit> => {
  const read = (ids: readonly UnitId[]) => readCounts(tx, ids, { by, measures, span, kind });
  const communesOf = standing.filter(({ level }) => level === 'commune').map(({ id }) => id);
  const shownLevel = units[0]?.level;
  if (shownLevel === 'village') {
    const shown = await read(units.map(({ id }) => id));
    return { shown, communes: await read(communesOf) };
  }
  const communes = await read(communesOf);
  if (shownLevel !== 'province') return { shown: communes, communes };
  const whole = [...communes.values()].reduce(addBreakdowns, {});
  return { shown: new Map([[unit.id, whole]]), communes };
};

const readCounts = async (
  tx: ProvinceDatabase,
  ids: readonly UnitId[],
  { by, measures, span, kind }: Pick<PivotQuestion, 'by' | 'measures'> & { span: CountedPeriod; kind: PeriodKind },
): Promise<Map<UnitId, Breakdown>> => {
  const { period, whole, days } = span;
  if (ids.length === 0) return new Map();
  if (by === 'none' && !whole) {
    const kept = await breakdownsOf(tx, 'day', ids, period);
    const all = daysOf(period, kind);
    return mapped(kept, (breakdown) => told(upToDay(byDay(only(breakdown, measures), all), days)));
  }
  if (by === 'none') return mapped(await totalsOf(tx, ids, period), (totals) => told(only(totals, measures)));
  const kept = mapped(await breakdownsOf(tx, by, ids, period), (breakdown) => only(breakdown, measures));
  if (!leavesUnsaid(by)) return kept;
  const totals = await totalsOf(tx, ids, period);
  return new Map(ids.map((id) => [id, withUnsaid(kept.get(id) ?? {}, only(totals.get(id) ?? {}, measures), by)]));
};

const mapped = <From, To>(map: ReadonlyMap<UnitId, From>, change: (from: From) => To): Map<UnitId, To> =>
  new Map([...map].map(([id, from]) => [id, change(from)]));

const only = <Value>(all: Readonly<Record<Measure, Value>>, measures: readonly Measure[]): Record<Measure, Value> =>
  Object.fromEntries(measures.flatMap((measure) => (measure in all ? [[measure, all[measure]!]] : [])));

const told = (totals: Record<Measure, number>): Breakdown =>
  Object.fromEntries(Object.entries(totals).map(([measure, total]) => [measure, { '': total }]));

/** What the optional cells of an entry name need not be all of it. Groups of vulnerable people overlap: there, nothing is left over. */
const leavesUnsaid = (by: Part | PivotPart): boolean => by === 'gender' || by === 'age' || by === 'service';

const withUnsaid = (kept: Breakdown, totals: Record<Measure, number>, by: PivotPart): Breakdown => {
  const whole: Breakdown = {};
  for (const [measure, total] of Object.entries(totals)) {
    if (!isToldApart(measure, by)) continue;
    const said = Object.values(kept[measure] ?? {}).reduce((sum, count) => sum + count, 0);
    whole[measure] = { ...kept[measure], ...(total > said && { [unsaid]: total - said }) };
  }
  return whole;
};

const isToldApart = (measure: Measure, by: PivotPart): boolean => {
  if (by === 'service') return measure === measureOfServices;
  return indicatorOf(measure)?.dimensions.includes(by === 'age' ? 'ageGroup' : 'gender') ?? false;
};
