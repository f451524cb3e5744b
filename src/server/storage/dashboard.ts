import { dayInVietnam, daysFrom } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import { daysOf, shiftPeriod, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import { obstacleOf, whoseMove } from '#model/records/obstacle.ts';
import { byDay, runningTotals, upToDay, type Series } from '#model/series.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Dashboard } from '#protocol/dashboard.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { breakdownsOf } from './breakdown-rows.ts';
import { existingIn } from './existing.ts';
import { figuresIn } from './figures.ts';
import { readRecord } from './record-row.ts';
import { standingOf, stepsOf } from './report-steps.ts';
import { readSettings } from './settings.ts';

/**
 * The figures of a unit for a period and what they are held against: the period before, day by day; what is closed below,
 * and which obstacles wait. Read from kept sums (rule S2): the cost follows the units. Throws Refused with 'role-too-low'
 * or 'unit-out-of-scope'.
 */
export const dashboardFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined; period?: PeriodId | undefined },
): Promise<Dashboard> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const now = clock.now();
      const figures = await figuresIn(tx, caller, asked, now);
      const { unit, period, rows, first } = figures;
      const { periodKind } = await readSettings(tx);
      const days = daysOf(period, periodKind);
      const day = Math.min(Math.max(daysFrom(first, dayInVietnam(now)) + 1, 0), days.length);
      const before = shiftPeriod(period, -1);
      const current = await seriesOf(tx, unit, period, periodKind);
      const earlier = await seriesOf(tx, unit, before, periodKind);
      const sameDay = day === days.length ? earlier.length : Math.min(day, earlier.length);
      return {
        ...figures,
        day,
        days: days.length,
        sameDay: {
          period: before,
          totals: upToDay(earlier.own, sameDay),
          rows: [...earlier.below]
            .map(([one, series]) => ({ unit: one, totals: upToDay(series, sameDay) }))
            .filter(({ totals }) => Object.keys(totals).length > 0),
        },
        before: {
          period: before,
          totals: upToDay(earlier.own, earlier.length),
          report: standingOf((await stepsOf(tx, [unit.id], before)).get(unit.id)).standing,
        },
        series: {
          days,
          current: runningTotals(current.own, day),
          before: runningTotals(earlier.own, earlier.length),
        },
        closedBelow: rows.filter(({ closed }) => closed).length,
        obstacles: await obstaclesOf(tx, unit),
      };
    });
};

type DayByDay = { length: number; own: Series; below: Map<UnitId, Series> };

/** Day by day, of a unit and of those right below it that stood in the period. Communes have sums of their own, a province those of its communes. */
const seriesOf = async (tx: ProvinceDatabase, unit: Unit, period: PeriodId, kind: PeriodKind): Promise<DayByDay> => {
  const days = daysOf(period, kind);
  const below = await unitsBelow(tx, unit, spanOf(period, kind));
  const own = unit.level === 'province' ? [] : [unit.id];
  const kept = await breakdownsOf(tx, 'day', [...own, ...below], period);
  const series = new Map([...kept].map(([id, breakdown]) => [id, byDay(breakdown, days)]));
  const parts = below.flatMap((id) => [[id, series.get(id)] as const]);
  return {
    length: days.length,
    own: unit.level === 'province' ? sumOfSeries(series.values()) : (series.get(unit.id) ?? {}),
    below: new Map(parts.flatMap(([id, one]) => (one ? [[id, one]] : []))),
  };
};

const unitsBelow = async (
  tx: ProvinceDatabase,
  { id, level }: Unit,
  span: ReturnType<typeof spanOf>,
): Promise<UnitId[]> => {
  if (level === 'village') return [];
  const rows = await tx.selectFrom('unit').select('id').where('parent_id', '=', id).where(existingIn(span)).execute();
  return rows.map((row) => row.id);
};

const sumOfSeries = (all: Iterable<Series>): Series => {
  const sum: Record<Measure, number[]> = {};
  for (const series of all)
    for (const [measure, counts] of Object.entries(series)) {
      const into = (sum[measure] ??= counts.map(() => 0));
      counts.forEach((count, i) => (into[i] = into[i]! + count));
    }
  return sum;
};

const obstaclesOf = async (tx: ProvinceDatabase, { id, level }: Unit): Promise<Dashboard['obstacles']> => {
  let rows = tx.selectFrom('record').select('state').where('type', '=', 'obstacle');
  if (level === 'commune') rows = rows.where('commune_id', '=', id);
  if (level === 'village') rows = rows.where('unit_id', '=', id);
  const moves = (await rows.execute()).map((row) => whoseMove(obstacleOf(readRecord(row))));
  return {
    open: moves.filter((move) => move !== 'nobody').length,
    waitingHere: moves.filter((move) => move === level).length,
  };
};
