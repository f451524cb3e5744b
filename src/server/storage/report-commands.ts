import { dayInVietnam } from '#model/day.ts';
import { spanOf, type PeriodKind } from '#model/period.ts';
import { levelOfRole } from '#model/person.ts';
import { stepBy, stepOn, stepsFrom, type ReportStepName } from '#model/report-steps.ts';
import type { Unit } from '#model/unit.ts';
import type { Act } from '#protocol/audit.ts';
import type { ReportCommand, ReportPage } from '#protocol/report.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { amend } from './amend.ts';
import { noteAct } from './audit.ts';
import { freezePeriod } from './closures.ts';
import { lockCommune, lockEveryCommune } from './commune-head.ts';
import { confirmationsOf } from './confirmations.ts';
import { figuresOf } from './figures.ts';
import { reportPage } from './report.ts';
import { addStep, standingOf, stepsOf, type TakenStep } from './report-steps.ts';
import { unitInScope } from './scope.ts';
import { readSettings } from './settings.ts';

const stepOfCommand: Record<ReportCommand['command'], ReportStepName> = {
  close: 'closed',
  return: 'returned',
  submit: 'submitted',
  amend: 'amended',
  consolidate: 'consolidated',
  sent: 'sent',
};

const actOfStep: Record<ReportStepName, Act> = {
  closed: 'report.closed',
  returned: 'report.returned',
  submitted: 'report.submitted',
  amended: 'report.amended',
  consolidated: 'report.consolidated',
  sent: 'report.sent',
};

/** What a step is taken on, under the lock of the unit whose report it is. `now` in milliseconds. */
export type Taking = {
  tx: ProvinceDatabase;
  officer: Caller;
  unit: Unit;
  steps: readonly TakenStep[];
  periodKind: PeriodKind;
  now: number;
};

/**
 * Takes a step of a report, under the lock of its unit: whoever comes second finds the first one's step and is refused, so that
 * nothing is done twice (rule S3). The same step again by the same device, whose answer was lost, is answered and not taken again.
 * Throws Refused with 'role-too-low', 'unit-out-of-scope', 'report-moved-on' ({by, when}), 'report-not-closed',
 * 'report-consolidated', 'report-not-consolidated', 'report-sent', 'period-not-over' ({last}), 'amendment-empty' or
 * 'amendment-unfit' ({operation}); nothing is changed then.
 */
export const takeStep = async (
  { db, clock }: Province,
  officer: Caller,
  command: ReportCommand,
): Promise<ReportPage> => {
  const step = stepOfCommand[command.command];
  if (levelOfRole[officer.person.role] !== stepBy[step]) throw new Refused('role-too-low');
  const unit = await unitInScope(db, officer, command.unit);
  if (unit.level !== stepOn[step]) throw new Refused('unit-out-of-scope');
  const now = clock.now();

  return db.transaction().execute(async (tx) => {
    // What is consolidated is read from one moment: nothing comes in anywhere while it is.
    await (step === 'consolidated' ? lockEveryCommune(tx) : lockCommune(tx, unit.id));
    const { periodKind } = await readSettings(tx);
    const steps = (await stepsOf(tx, [unit.id], command.period)).get(unit.id) ?? [];
    if (!isTheSameAgain(steps, step, officer, command)) {
      mustBeNext(steps, step, command.known);
      await take({ tx, officer, unit, steps, periodKind, now }, command, step);
    }
    return reportPage(tx, unit, command.period, { periodKind, now });
  });
};

const isTheSameAgain = (
  steps: readonly TakenStep[],
  step: ReportStepName,
  { device }: Caller,
  command: ReportCommand,
): boolean => {
  const last = steps[steps.length - 1];
  return (
    last !== undefined &&
    steps.length === command.known + 1 &&
    last.step === step &&
    last.device === device &&
    last.reason === ('reason' in command ? command.reason : null)
  );
};

/** '09:12 20/11/2026' in Vietnam, for a sentence. `at` in seconds. */
const whenOf = (at: number): string => {
  const vietnam = new Date((at + 7 * 3600) * 1000).toISOString();
  const [year, month, day] = vietnam.slice(0, 10).split('-');
  return `${vietnam.slice(11, 16)} ${Number(day)}/${Number(month)}/${year}`;
};

const mustBeNext = (steps: readonly TakenStep[], step: ReportStepName, known: number): void => {
  const { standing } = standingOf(steps);
  const last = steps[steps.length - 1];
  const movedOn = () =>
    new Refused('report-moved-on', last ? { by: last.by, when: whenOf(Number(last.at)), step: last.step } : {});
  if (steps.length !== known) throw movedOn();
  if (stepsFrom[step].includes(standing)) return;
  if (standing === 'open') throw new Refused(step === 'sent' ? 'report-not-consolidated' : 'report-not-closed');
  throw standing === 'sent' ? new Refused('report-sent') : movedOn();
};

const take = async (taking: Taking, command: ReportCommand, step: ReportStepName): Promise<void> => {
  const { tx, officer, unit, steps, periodKind, now } = taking;
  const { period } = command;
  const at = Math.floor(now / 1000);
  const about = { unit: unit.id, period, number: steps.length + 1, step };
  const { last } = spanOf(period, periodKind);
  switch (command.command) {
    case 'close': {
      // On the last day itself the day's work may still be on its way; who closes then knows it.
      if (dayInVietnam(now) < last) throw new Refused('period-not-over', { last: dayWritten(last) });
      await freezePeriod(tx, { commune: unit.id, period, by: officer.person.id, at });
      await addStep(tx, about, officer, at, { missing: await villagesLate(taking, period) });
      break;
    }
    case 'return': {
      if (unit.parent !== null && (await isConsolidated(tx, unit.parent, period)))
        throw new Refused('report-consolidated');
      await addStep(tx, about, officer, at, { reason: command.reason });
      break;
    }
    case 'submit':
    case 'sent':
      await addStep(tx, about, officer, at, {});
      break;
    case 'amend':
      await amend(tx, taking, command, about);
      break;
    case 'consolidate': {
      if (dayInVietnam(now) < last) throw new Refused('period-not-over', { last: dayWritten(last) });
      const page = await reportPage(tx, unit, period, { periodKind, now });
      const missing = page.below.filter(({ standing }) => standing !== 'closed').map((one) => one.unit);
      await addStep(tx, about, officer, at, { missing, detail: page });
      break;
    }
  }
  await noteAct(
    tx,
    officer,
    { act: actOfStep[step], unit: unit.id, subject: period, params: { step: about.number } },
    at,
  );
};

const dayWritten = (day: string): string => day.split('-').reverse().map(Number).join('/');

/** Villages that have not confirmed, or were returned and have not confirmed again. */
const villagesLate = async ({ tx, unit, periodKind, now }: Taking, period: string): Promise<string[]> => {
  const { rows } = await figuresOf(tx, unit, period, { periodKind, now });
  const said = await confirmationsOf(
    tx,
    rows.map((row) => row.unit),
    period,
  );
  return said.filter(({ state }) => state !== 'confirmed').map((one) => one.unit);
};

const isConsolidated = async (tx: ProvinceDatabase, province: string, period: string): Promise<boolean> => {
  const steps = (await stepsOf(tx, [province], period)).get(province);
  return standingOf(steps).standing !== 'open';
};
