import type { OperationName } from '#model/operation.ts';
import type { PeriodId, PeriodKind } from '#model/period.ts';
import type { ReportStepName } from '#model/report-steps.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Amendment, ReportCommand } from '#protocol/report.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { advanceCommune, headOf } from './commune-head.ts';
import { entryRow, writeEntries } from './entry-row.ts';
import { judgeLate, type Change } from './late-judged.ts';
import { lateOperations, type Late } from './late-operations.ts';
import { lateShown } from './late-shown.ts';
import type { AmendmentDetail } from './report.ts';
import { addStep, type TakenStep } from './report-steps.ts';
import { keepSums } from './sum-rows.ts';
import { addChange, noSums } from './sums.ts';

type Amending = {
  officer: Caller;
  unit: Unit;
  steps: readonly TakenStep[];
  periodKind: PeriodKind;
  /** Milliseconds. */
  now: number;
};

/**
 * Lets the named late operations into a closed period of a commune, whose lock the caller holds: each is judged anew with that
 * period open, numbered behind everything else, so that every phone reads it, its own too, and counted (rules L1, S2, S3). They are said
 * with their number and with what they changed. Throws Refused with 'amendment-empty', or 'amendment-unfit' ({operation})
 * for one that is not late any more, says again what is taken in already or with it, or breaks another rule.
 */
export const amend = async (
  tx: ProvinceDatabase,
  { officer, unit, steps, periodKind: kind, now }: Amending,
  { period, operations, reason }: ReportCommand & { command: 'amend' },
  about: { unit: UnitId; period: PeriodId; number: number; step: ReportStepName },
): Promise<void> => {
  const chosen = chosenOf(await lateOperations(tx, unit.id, period), new Set(operations));
  const judged = await judgeLate(tx, chosen, { commune: unit.id, period, kind });
  for (const { name, hindrance } of judged) if (hindrance !== null) throw unfit(name);

  const number = 1 + steps.filter(({ step }) => step === 'amended').length;
  const changes = judged.flatMap((one) => one.changes);
  const shown = await lateShown(tx, judged, { period, kind });
  const before = await totalsIn(tx, unit.id, period);
  await takeIn(tx, changes, { commune: unit.id, amendment: number, kind });
  const difference = differencesBetween(before, await totalsIn(tx, unit.id, period));
  const detail: AmendmentDetail = { number, operations: shown, difference };
  await addStep(tx, about, officer, Math.floor(now / 1000), { reason, detail });
};

const unfit = (operation: OperationName) => new Refused('amendment-unfit', { operation });

const chosenOf = (late: readonly Late[], names: ReadonlySet<OperationName>): Late[] => {
  if (names.size === 0) throw new Refused('amendment-empty');
  const chosen = late.filter(({ name }) => names.has(name));
  const known = new Set(chosen.map(({ name }) => name));
  const open = new Set(late.map(({ name }) => name));
  for (const name of names) if (!known.has(name)) throw unfit(name);
  for (const { name, twin } of chosen) if (twin !== null && (known.has(twin) || !open.has(twin))) throw unfit(name);
  return chosen;
};

/** Numbers the operations and writes what they come to, all in the caller's transaction. */
const takeIn = async (
  tx: ProvinceDatabase,
  changes: readonly Change[],
  { commune, amendment, kind }: { commune: UnitId; amendment: number; kind: PeriodKind },
): Promise<void> => {
  let head = await headOf(tx, commune);
  const sums = noSums();
  const entries = new Map<string, ReturnType<typeof entryRow>>();
  for (const { row, before, after } of changes) {
    const receivedAt = Number(row.received_at);
    addChange(sums, before, after, { commune, kind, receivedAt });
    const known = entries.get(after.id)?.received_at;
    entries.set(after.id, entryRow(after, { commune, kind, receivedAt: known ?? receivedAt }));
    head += 1;
    await tx
      .updateTable('operation')
      .set({ commune_id: commune, number: head, amendment })
      .where('device', '=', row.device)
      .where('seq', '=', row.seq)
      .execute();
  }
  await writeEntries(tx, [...entries.values()]);
  await keepSums(tx, commune, sums);
  await advanceCommune(tx, commune, head);
};

type Sum = { unit: UnitId; measure: string; total: number };

/** The sums of a commune and its villages, by unit and measure; those of villages that are gone too. */
const totalsIn = async (tx: ProvinceDatabase, commune: UnitId, period: PeriodId): Promise<Map<string, Sum>> => {
  const rows = await tx
    .selectFrom('rollup')
    .innerJoin('unit', 'unit.id', 'rollup.unit_id')
    .select(['rollup.unit_id', 'rollup.measure', 'rollup.total'])
    .where('rollup.period', '=', period)
    .where(({ or, eb }) => or([eb('unit.id', '=', commune), eb('unit.parent_id', '=', commune)]))
    .orderBy('rollup.unit_id')
    .orderBy('rollup.measure')
    .execute();
  return new Map(
    rows.map(({ unit_id, measure, total }) => [
      `${unit_id} ${measure}`,
      { unit: unit_id, measure, total: Number(total) },
    ]),
  );
};

const differencesBetween = (
  before: ReadonlyMap<string, Sum>,
  after: ReadonlyMap<string, Sum>,
): Amendment['difference'] =>
  [...after].flatMap(([key, { unit, measure, total }]) => {
    const was = before.get(key)?.total ?? 0;
    return was === total ? [] : [{ unit, measure, before: was, after: total }];
  });
