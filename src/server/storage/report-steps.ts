import type { Selectable } from 'kysely';
import { standingAfter, type ReportStanding, type ReportStepName } from '#model/report-steps.ts';
import type { PeriodId } from '#model/period.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { ReportStep } from '#protocol/report.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import type { ReportStepTable } from './schema.ts';

/** A step with the name of who took it. */
export type TakenStep = Selectable<ReportStepTable> & { by: string };

/** The steps of these units' reports of a period, oldest first. */
export const stepsOf = async (
  db: ProvinceDatabase,
  units: readonly UnitId[],
  period: PeriodId,
): Promise<Map<UnitId, TakenStep[]>> => {
  const steps = new Map<UnitId, TakenStep[]>();
  if (units.length === 0) return steps;
  const rows = await db
    .selectFrom('report_step')
    .innerJoin('person', 'person.id', 'report_step.person_id')
    .selectAll('report_step')
    .select('person.name as by')
    .where('report_step.unit_id', 'in', units)
    .where('period', '=', period)
    .orderBy('number')
    .execute();
  for (const row of rows) steps.set(row.unit_id, [...(steps.get(row.unit_id) ?? []), row]);
  return steps;
};

/** As officers read it. */
export const stepShown = ({ step, number, at, by, reason, missing }: TakenStep): ReportStep => ({
  step,
  number,
  at: Number(at),
  by,
  reason,
  missing: JSON.parse(missing) as UnitId[],
});

/** How a report stands, and since when, in seconds; null while nobody did anything. */
export const standingOf = (steps: readonly TakenStep[] = []): { standing: ReportStanding; at: number | null } => {
  const standing = standingAfter(steps);
  const moved = steps.filter(({ step }) => step !== 'amended');
  const last = moved[moved.length - 1];
  return { standing, at: last ? Number(last.at) : null };
};

/** Adds a step to a report. The caller holds the lock under which it looked at the steps before. `at` in seconds. */
export const addStep = async (
  tx: ProvinceDatabase,
  about: { unit: UnitId; period: PeriodId; number: number; step: ReportStepName },
  by: { person: { id: PersonId }; device: Caller['device'] | null },
  at: number,
  { reason = null, missing = [], detail }: { reason?: string | null; missing?: readonly UnitId[]; detail?: unknown },
): Promise<void> => {
  await tx
    .insertInto('report_step')
    .values({
      unit_id: about.unit,
      period: about.period,
      number: about.number,
      step: about.step,
      at,
      person_id: by.person.id,
      device: by.device,
      reason,
      missing: JSON.stringify(missing),
      detail: detail === undefined ? null : JSON.stringify(detail),
    })
    .execute();
};
