import { useMemo } from 'react';
import { useNow } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam, type Day } from '#model/day.ts';
import { obstacleOf } from '#model/records/obstacle.ts';
import { planItemOf } from '#model/records/plan-item.ts';

import { isFor, taskOf } from '#model/records/task.ts';
import type { ReportFacts, UnitSums } from '#model/report/facts.ts';
import { aimsOf, givenLines, obstacleLines, planLines, targetLines, type Given } from '#model/report/lines.ts';
import { unitSaid } from '#model/report/words.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import { answersOf, roundOn } from '#model/task-answers.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import type { ReportPage } from '#store/officer-pages.ts';

type Rows = readonly RecordRow[];

/** The tasks given to a commune or its villages, with how many of them have done it. */
const givenTo = (page: ReportPage, tasks: Rows, progress: Rows, today: Day, settings: ProvinceSettings): Given[] => {
  const known = new Map(progress.map(({ id, record }) => [id, record]));
  const villages = page.figures.rows.map(({ unit }) => unit);
  const day = page.last < today ? page.last : today;
  return tasks.flatMap((row) => {
    const task = taskOf(row.record);
    const whom = [page.unit, ...villages].filter((unit) => isFor(task, row.unit, unit));
    if (task.title === '' || whom.length === 0) return [];
    const round = roundOn(task, day, settings.periodKind);
    const answers = answersOf({ id: row.id, deadline: task.deadline }, round, whom, known, today);
    return [{ task, done: answers.filter(({ state }) => state === 'done').length, all: whom.length }];
  });
};

/**
 * The sums a report speaks of. A province that has consolidated speaks of those it consolidated, whatever its communes
 * amended since, until it consolidates again.
 */
export const sumsOf = ({ figures, consolidated, standing }: ReportPage) =>
  consolidated && standing !== 'open'
    ? {
        at: consolidated.at,
        totals: consolidated.totals,
        rows: new Map(consolidated.rows.map(({ unit, totals }) => [unit, totals])),
      }
    : {
        at: figures.asOf,
        totals: figures.totals,
        rows: new Map(figures.rows.map(({ unit, totals }) => [unit.id, totals])),
      };

/** The villages that were late when their commune closed, or are now while it has not. */
const unconfirmedIn = ({ steps, confirmations }: ReportPage): ReadonlySet<UnitId> =>
  new Set(
    steps.find(({ step }) => step === 'closed')?.missing ??
      confirmations.filter(({ state }) => state !== 'confirmed').map(({ unit }) => unit),
  );

const rowsOf = (page: ReportPage): UnitSums[] => {
  const unconfirmed = unconfirmedIn(page);
  const standing = new Map(page.below.map((below) => [below.unit, below.standing]));
  const sums = sumsOf(page).rows;
  return page.figures.rows.map(({ unit, teamsReported }) => ({
    unit,
    totals: sums.get(unit.id) ?? {},
    reported: teamsReported > 0,
    confirmed: !unconfirmed.has(unit.id),
    closed: (standing.get(unit.id) ?? 'open') !== 'open',
  }));
};

/** A village is named by itself in its commune's report, and by its commune in the province's. */
const namer = (page: ReportPage) => {
  const names = new Map(
    [page.unit, ...[...page.figures.rows, ...(page.figures.predecessors ?? [])].map(({ unit }) => unit)].map((unit) => [
      unit.id,
      unit.level === 'village' ? unit.name : unitSaid(unit),
    ]),
  );
  return (unit: UnitId): string => names.get(unit) ?? names.get(unit.split('-')[0]!) ?? '';
};

const isBelow = (of: UnitId, unit: UnitId): boolean => unit === of || unit.startsWith(`${of}-`);

/** Everything a report is made from, as this device knows it; undefined until all of it is there. */
export const useFacts = (me: Situation, page: ReportPage | undefined): ReportFacts | undefined => {
  const today = dayInVietnam(useNow());
  const tasks = useOfficerRecords('task').rows;
  const progress = useOfficerRecords('progress').rows;
  const plan = useOfficerRecords('plan-item').rows;
  const obstacles = useOfficerRecords('obstacle').rows;
  const targets = useOfficerRecords('target').rows;
  const { settings } = me;
  return useMemo(() => {
    if (!page || !tasks || !progress || !plan || !obstacles || !targets) return undefined;
    const { unit, period, first, last, figures } = page;
    const ofProvince = unit.level === 'province';
    const sums = sumsOf(page);
    const items = plan.flatMap((row) => (row.unit === unit.id ? (planItemOf(row.record) ?? []) : []));
    const nameOf = namer(page);
    const given = ofProvince ? [] : givenTo(page, tasks, progress, today, settings);
    const here = obstacles.filter((row) => ofProvince || isBelow(unit.id, row.unit));
    const [, communeFlag, , officeFlag] = flagsOf(period, settings);
    return {
      unit,
      period,
      first,
      last,
      signed: (ofProvince ? officeFlag! : communeFlag!).marked.slice(0, 7),
      at: sums.at,
      totals: sums.totals,
      before: page.before.totals,
      year: page.year.totals,
      rows: rowsOf(page),
      teams: figures.teams,
      tasks: [...planLines(items, period, today), ...givenLines(given, { first, last }, today)],
      obstacles: obstacleLines(
        here.map(({ record }) => obstacleOf(record)),
        { first, last },
        nameOf,
      ),
      targets: targetLines(
        aimsOf(
          targets.map(({ record }) => record),
          unit.id,
          period,
        ),
        sums.totals,
      ),
      amendments: page.amendments.map(({ number, reason, difference }) => ({
        number,
        reason,
        difference: difference.map((one) => ({ ...one, unit: nameOf(one.unit) })),
      })),
    };
  }, [page, tasks, progress, plan, obstacles, targets, today, settings]);
};
