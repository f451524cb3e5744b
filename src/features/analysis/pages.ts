import { comparedWith, periodsOf, type Choice } from '#features/analysis/choice.ts';
import { shiftPeriod, type PeriodId } from '#model/period.ts';
import type { Unit, UnitId } from '#model/unit.ts';

const page = (question: Record<string, string>) =>
  `/api/pivot?${new URLSearchParams(question).toString().replace(/%2C/g, ',')}`;

/** Of a period under way, days yet to come are not counted in the periods beside it either. */
const untilOf = ({ compare, last }: Choice, current: PeriodId) =>
  compare !== 'none' && last === current ? 'sameDay' : 'whole';

const inOrder = (periods: readonly (PeriodId | undefined)[]): string =>
  [...new Set(periods.filter((one): one is PeriodId => one !== undefined))].sort().join();

/** The page of figures a choice asks for, and the name under which the device keeps it. */
export const tablePage = (unit: UnitId, choice: Choice, current: PeriodId): string =>
  page({
    unit,
    of: choice.level,
    periods: inOrder([...periodsOf(choice), comparedWith(choice)]),
    measures: choice.measures.join(),
    by: choice.by,
    until: untilOf(choice, current),
  });

export const chartLength = 6;

/** The sums of the whole unit over half a year, and a year ago: for the chart and what stands beside it. */
export const chartPage = (unit: UnitId, choice: Choice, until: 'whole' | 'sameDay'): string =>
  page({
    unit,
    of: 'self',
    periods: inOrder([
      ...periodsOf({ last: choice.last, count: '6' }),
      shiftPeriod(choice.last, -1),
      shiftPeriod(choice.last, -12),
    ]),
    measures: choice.measures.join(),
    until,
  });

/** Where villages of a whole province are shown: the communes they are of, for their names. */
export const namesPage = ({ id, level }: Pick<Unit, 'id' | 'level'>, choice: Choice): string | undefined =>
  level === 'province' && choice.level === 'villages'
    ? page({ unit: id, of: 'below', periods: choice.last, measures: choice.measures[0] ?? '' })
    : undefined;
