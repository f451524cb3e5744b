import { dayInVietnam } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import { periodOf, shiftPeriod, spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Amendment, LateOperation, ReportPage } from '#protocol/report.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { belowIn } from './report-below.ts';
import { confirmationsOf } from './confirmations.ts';
import { figuresOf } from './figures.ts';
import { judgeLate } from './late-judged.ts';
import { lateOperations } from './late-operations.ts';
import { lateShown } from './late-shown.ts';
import { standingOf, stepShown, stepsOf, type TakenStep } from './report-steps.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';

type Asked = { unit?: UnitId | undefined; period?: PeriodId | undefined };

/**
 * Everything the report of a commune or a province for a period is made from, and how far it has come; the own unit and the
 * current period unless asked otherwise. From kept sums and steps: the cost follows the units and what came late. Throws
 * Refused with 'role-too-low' for the villages' people and for a village, or 'unit-out-of-scope'.
 */
export const reportFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: Asked,
): Promise<ReportPage> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const unit = await unitInScope(tx, caller, asked.unit ?? caller.person.unit);
      const now = clock.now();
      const { periodKind } = await readSettings(tx);
      return reportPage(tx, unit, asked.period ?? periodOf(dayInVietnam(now), periodKind), { periodKind, now });
    });
};

/** The same within the caller's transaction, of a unit the caller may read. `now` in milliseconds. */
export const reportPage = async (
  tx: ProvinceDatabase,
  unit: Unit,
  period: PeriodId,
  { periodKind, now }: { periodKind: PeriodKind; now: number },
): Promise<ReportPage> => {
  if (unit.level === 'village') throw new Refused('role-too-low');
  const span = spanOf(period, periodKind);
  const figures = await figuresOf(tx, unit, period, { periodKind, now });
  const former = await figuresOf(tx, unit, shiftPeriod(period, -1), { periodKind, now });
  const units = figures.rows.map((row) => row.unit);
  const steps = (await stepsOf(tx, [unit.id], period)).get(unit.id) ?? [];
  const commune = unit.level === 'commune';
  return {
    unit,
    period,
    ...span,
    at: Math.floor(now / 1000),
    standing: standingOf(steps).standing,
    figures,
    before: { period: former.period, totals: former.totals, rows: totalsByUnit(former.rows) },
    year: await yearUpTo(tx, unit, period),
    confirmations: commune ? await confirmationsOf(tx, units, period) : [],
    below: commune ? [] : await belowIn(tx, units, period),
    steps: steps.map(stepShown),
    late: commune ? await lateIn(tx, unit.id, period, periodKind) : [],
    amendments: steps.filter(({ step }) => step === 'amended').map(amendmentOf),
    above: commune && unit.parent !== null ? await above(tx, unit.parent, period) : null,
    consolidated: consolidatedIn(steps),
  };
};

const totalsByUnit = (rows: readonly { unit: Unit; totals: Record<Measure, number> }[]) =>
  rows.map((row) => ({ unit: row.unit.id, totals: row.totals }));

/** Sums from January's period on; a province's are those of all communes it had in that time. */
const yearUpTo = async (tx: ProvinceDatabase, { id, level }: Unit, period: PeriodId): Promise<ReportPage['year']> => {
  const from = `${period.slice(0, 4)}-01`;
  const sums = tx
    .selectFrom('rollup')
    .select(({ fn }) => ['measure', fn.sum('total').as('total')])
    .where('period', '>=', from)
    .where('period', '<=', period)
    .groupBy('measure');
  const communes = tx.selectFrom('unit').select('id').where('parent_id', '=', id);
  const rows = await (
    level === 'province' ? sums.where('unit_id', 'in', communes) : sums.where('unit_id', '=', id)
  ).execute();
  const totals = rows.map(({ measure, total }): [Measure, number] => [measure, Number(total)]);
  return { from, totals: Object.fromEntries(totals.filter(([, total]) => total !== 0)) };
};

const lateIn = async (
  tx: ProvinceDatabase,
  commune: UnitId,
  period: PeriodId,
  kind: PeriodKind,
): Promise<LateOperation[]> => {
  const late = await lateOperations(tx, commune, period);
  return late.length === 0 ? [] : lateShown(tx, await judgeLate(tx, late, { commune, period, kind }), { period, kind });
};

/** What an amendment's step keeps beside itself. */
export type AmendmentDetail = Pick<Amendment, 'number' | 'operations' | 'difference'>;

const amendmentOf = ({ at, by, reason, detail }: TakenStep): Amendment => ({
  ...(JSON.parse(detail!) as AmendmentDetail),
  at: Number(at),
  by,
  reason: reason ?? '',
});

const above = async (tx: ProvinceDatabase, province: UnitId, period: PeriodId): Promise<ReportPage['above']> => {
  const steps = await stepsOf(tx, [province], period);
  return { unit: province, ...standingOf(steps.get(province)) };
};

/** What consolidating keeps: the page as it stood, whatever is amended later. */
const consolidatedIn = (steps: readonly TakenStep[]): ReportPage['consolidated'] => {
  const taken = steps.filter(({ step }) => step === 'consolidated');
  const last = taken[taken.length - 1];
  if (!last) return null;
  const { figures } = JSON.parse(last.detail!) as Pick<ReportPage, 'figures'>;
  return { at: Number(last.at), totals: figures.totals, rows: totalsByUnit(figures.rows) };
};
