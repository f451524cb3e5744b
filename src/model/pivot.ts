import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';

/** What figures are laid out along. `value`: of the part they are told apart by, as 'nu' of gender. */
export type PivotAxis = 'unit' | 'period' | 'measure' | 'value';

/** Where one figure stands. Told apart by nothing, `value` is ''. */
export type PivotPlace = { unit: UnitId | typeof everyUnit; period: PeriodId; measure: Measure; value: string };

/** In place of a unit: all units shown together. */
export const everyUnit = '*';

/** What the province answers, as far as it is counted with here; see protocol/pivot.ts. Nothing is told of what is 0. */
export type PivotFacts = {
  units: readonly { id: UnitId }[];
  completeness: readonly { unit: UnitId; period: PeriodId; teamsReported: number; teams: number }[];
  cells: readonly { unit: UnitId; period: PeriodId; measure: Measure; value: string; total: number | null }[];
  sums: readonly { period: PeriodId; measure: Measure; value: string; total: number; rounded: boolean }[];
};

/**
 * `hidden`: fewer than 5 of a vulnerable group, which nobody above the commune reads. `unknown`: nothing came from there,
 * which is not nought. `rounded`: to tens, since a figure in it is hidden.
 */
export type PivotFigure = { kind: 'known'; count: number; rounded: boolean } | { kind: 'hidden' } | { kind: 'unknown' };

const known = (count: number, rounded = false): PivotFigure => ({ kind: 'known', count, rounded });
const nameOf = ({ unit, period, measure, value }: PivotPlace) => [unit, period, measure, value].join('\n');

export type PivotReader = {
  /** The figure of one unit, or of every unit as the province summed them. */
  at: (place: PivotPlace) => PivotFigure;
  /** Of some units together. Where one of them is hidden, so is the sum: the others would tell it. */
  sum: (units: readonly UnitId[], place: Omit<PivotPlace, 'unit'>) => PivotFigure;
  /** How many teams below a unit, or below all, have sent something for a period, and how many there are. */
  teams: (unit: PivotPlace['unit'], period: PeriodId) => { teamsReported: number; teams: number };
};

/** Reads figures by their place; every look-up takes the same short time however many there are. */
export const readPivot = ({ units, completeness, cells, sums }: PivotFacts): PivotReader => {
  const totals = new Map(cells.map((cell) => [nameOf(cell), cell.total]));
  const together = new Map(sums.map((sum) => [nameOf({ ...sum, unit: everyUnit }), sum]));
  const reports = new Map<string, { teamsReported: number; teams: number }>();
  for (const { unit, period, teamsReported, teams } of completeness)
    for (const name of [`${unit}\n${period}`, `${everyUnit}\n${period}`]) {
      const before = reports.get(name) ?? { teamsReported: 0, teams: 0 };
      reports.set(name, { teamsReported: before.teamsReported + teamsReported, teams: before.teams + teams });
    }

  const teams: PivotReader['teams'] = (unit, period) =>
    reports.get(`${unit}\n${period}`) ?? { teamsReported: 0, teams: 0 };
  const nothing = ({ unit, period }: Pick<PivotPlace, 'unit' | 'period'>): PivotFigure =>
    teams(unit, period).teamsReported > 0 ? known(0) : { kind: 'unknown' };

  const at: PivotReader['at'] = (place) => {
    if (place.unit === everyUnit) {
      const sum = together.get(nameOf(place));
      return sum ? known(sum.total, sum.rounded) : nothing(place);
    }
    const total = totals.get(nameOf(place));
    if (total === null) return { kind: 'hidden' };
    return total === undefined ? nothing(place) : known(total);
  };
  return {
    at,
    teams,
    sum: (some, place) => {
      const all = units.length === some.length;
      if (all) return at({ ...place, unit: everyUnit });
      const figures = some.map((unit) => at({ ...place, unit }));
      if (figures.some(({ kind }) => kind === 'hidden')) return { kind: 'hidden' };
      const counts = figures.flatMap((figure) => (figure.kind === 'known' ? [figure.count] : []));
      return counts.length === 0 ? { kind: 'unknown' } : known(counts.reduce((sum, count) => sum + count, 0));
    },
  };
};

/** How much more `one` is than `other`; null where either is not known to the unit. */
export const differenceOf = (one: PivotFigure, other: PivotFigure): number | null =>
  one.kind === 'known' && other.kind === 'known' && !one.rounded && !other.rounded ? one.count - other.count : null;

/** The same as a ratio of `other`: 0.05 is 5% more. */
export const growthOf = (one: PivotFigure, other: PivotFigure): number | null => {
  const difference = differenceOf(one, other);
  return difference === null || other.kind !== 'known' || other.count === 0 ? null : difference / other.count;
};

export type PivotLayout = { rows: PivotAxis; columns: readonly PivotAxis[] };
export type PivotMembers = Record<PivotAxis, readonly string[]>;
/** One column: `group` is the member of the outer axis where there are two. */
export type PivotColumn = { group: string | undefined; member: string; at: Partial<Record<PivotAxis, string>> };

/** The columns of a layout: each member of the first axis with each of the second. */
export const columnsOf = ({ columns: [outer, inner] }: PivotLayout, members: PivotMembers): PivotColumn[] => {
  if (outer === undefined) return [];
  if (inner === undefined)
    return members[outer].map((member) => ({ group: undefined, member, at: { [outer]: member } }));
  return members[outer].flatMap((group) =>
    members[inner].map((member) => ({ group, member, at: { [outer]: group, [inner]: member } })),
  );
};

/**
 * Where the figure of a row and a column stands. What neither says is pinned: all units, the last period, the first
 * measure, no value.
 */
export const placeOf = (
  { rows }: Pick<PivotLayout, 'rows'>,
  members: PivotMembers,
  row: string,
  { at }: Pick<PivotColumn, 'at'>,
): PivotPlace => ({
  unit: everyUnit,
  period: members.period[members.period.length - 1] ?? '',
  measure: members.measure[0] ?? '',
  value: members.value[0] ?? '',
  ...at,
  [rows]: row,
});
