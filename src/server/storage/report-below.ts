import type { PeriodId } from '#model/period.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ReportPage } from '#protocol/report.ts';
import type { ProvinceDatabase } from '../province.ts';
import { lateOperations } from './late-operations.ts';
import { standingOf, stepsOf } from './report-steps.ts';

/** How far the report of each commune has come: who was missing when it closed, what came late and what was amended since. */
export const belowIn = async (
  tx: ProvinceDatabase,
  communes: readonly Unit[],
  period: PeriodId,
): Promise<ReportPage['below']> => {
  const ids = communes.map(({ id }) => id);
  const province = communes[0]?.parent ?? null;
  const steps = await stepsOf(tx, province === null ? ids : [...ids, province], period);
  const consolidated = (province === null ? [] : (steps.get(province) ?? [])).filter(
    ({ step }) => step === 'consolidated',
  );
  const since = Number(consolidated[consolidated.length - 1]?.at ?? Infinity);
  const late = await lateByCommune(tx, ids, period);
  return communes.map(({ id }) => {
    const own = steps.get(id) ?? [];
    const closed = own.find(({ step }) => step === 'closed');
    return {
      unit: id,
      ...standingOf(own),
      missing: closed ? (JSON.parse(closed.missing) as UnitId[]) : [],
      late: late.get(id) ?? 0,
      amendedSince: own.filter(({ step, at }) => step === 'amended' && Number(at) > since).length,
    };
  });
};

/** Only of communes that anything was ever kept out of: a few of a province's. */
const lateByCommune = async (
  tx: ProvinceDatabase,
  communes: readonly UnitId[],
  period: PeriodId,
): Promise<Map<UnitId, number>> => {
  const late = new Map<UnitId, number>();
  if (communes.length === 0) return late;
  const rows = await tx
    .selectFrom('operation')
    .innerJoin('unit', 'unit.id', 'operation.unit_id')
    .select('unit.parent_id as commune')
    .distinct()
    .where('unit.parent_id', 'in', communes)
    .where('operation.refusal_code', '=', 'period-closed')
    .where('operation.number', 'is', null)
    .execute();
  for (const { commune } of rows)
    if (commune !== null) late.set(commune, (await lateOperations(tx, commune, period)).length);
  return late;
};
