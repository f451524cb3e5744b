import { measures, type Measure } from '#model/indicator.ts';
import { isPeriod, shiftPeriod, type PeriodId } from '#model/period.ts';
import type { PivotAxis, PivotLayout } from '#model/pivot.ts';
import type { UnitId } from '#model/unit.ts';

export const parts = ['none', 'channel', 'place', 'gender', 'age', 'vulnerable', 'service'] as const;
export type Part = (typeof parts)[number];
export const levels = ['below', 'villages'] as const;
export type Level = (typeof levels)[number];
export const comparisons = ['none', 'before', 'year'] as const;
export type Comparison = (typeof comparisons)[number];
export const counts = ['1', '3', '6', '12'] as const;
export type Count = (typeof counts)[number];

/** Everything an officer chose to see. It stands in the address, so that it can be shared and come back to. */
export type Choice = {
  layout: PivotLayout;
  measures: readonly Measure[];
  /** The last period shown, and how many up to it. */
  last: PeriodId;
  count: Count;
  by: Part;
  level: Level;
  /** None: all of them. */
  only: readonly UnitId[];
  compare: Comparison;
};

const most = { measures: 8, units: 100 };

const rowsOffered = (by: Part): PivotAxis[] => [
  'unit',
  'period',
  'measure',
  ...(by === 'none' ? [] : ['value' as const]),
];

/** Which axes can stand in the columns: in twos where there are two, and always with what figures are told apart by. */
export const columnsOffered = (rows: PivotAxis, by: Part): PivotAxis[][] => {
  const rest = (['measure', 'period', 'value'] as const).filter(
    (axis) => axis !== rows && rowsOffered(by).includes(axis),
  );
  const pairs =
    rest.length < 2
      ? [rest]
      : rest.flatMap((one) => rest.filter((other) => other !== one).map((other) => [one, other]));
  return pairs.filter((pair) => by === 'none' || rows === 'value' || pair.includes('value'));
};
export { rowsOffered };

/** A layout that can be shown: the wished one where it can, else the first that is offered. */
export const layoutOf = (rows: PivotAxis, columns: readonly PivotAxis[], by: Part): PivotLayout => {
  const row = rowsOffered(by).includes(rows) ? rows : 'unit';
  const offered = columnsOffered(row, by);
  return { rows: row, columns: offered.find((pair) => pair.join() === columns.join()) ?? offered[0]! };
};

const oneOf = <Item extends string>(items: readonly Item[], text: string | null, usual: Item): Item =>
  items.find((item) => item === text) ?? usual;
const listed = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter(Boolean))];

/** Told apart by a part, figures are kept for whole periods only: nothing to compare up to the same day. */
const comparable = (by: Part, { rows }: PivotLayout): boolean => by === 'none' && rows !== 'period';

/** The choice in an address; where it says nothing, or nonsense, the usual one. */
export const readChoice = (
  address: URLSearchParams,
  { current, usual }: { current: PeriodId; usual: readonly Measure[] },
): Choice => {
  const by = oneOf(parts, address.get('phan'), 'none');
  const [rows = 'unit', ...columns] = listed(address.get('bang')) as PivotAxis[];
  const layout = layoutOf(rows, columns, by);
  const wished = listed(address.get('cs')).filter((code) => measures.includes(code));
  const last = address.get('ky') ?? '';
  return {
    layout,
    measures: (wished.length > 0 ? wished : usual).slice(0, most.measures),
    last: isPeriod(last) && last <= current ? last : current,
    count: oneOf(counts, address.get('so-ky'), '3'),
    by,
    level: oneOf(levels, address.get('cap'), 'below'),
    only: listed(address.get('chi')).slice(0, most.units),
    compare: comparable(by, layout) ? oneOf(comparisons, address.get('so-sanh'), 'before') : 'none',
  };
};

/** The address that says it, whole: what was usual for who shares it need not be for who opens it. */
export const addressOf = (choice: Choice): Record<string, string> => ({
  bang: [choice.layout.rows, ...choice.layout.columns].join(),
  cs: choice.measures.join(),
  ky: choice.last,
  'so-ky': choice.count,
  phan: choice.by,
  cap: choice.level,
  'so-sanh': choice.compare,
  ...(choice.only.length > 0 && { chi: choice.only.join() }),
});

/** A new choice, with what no longer goes with it put right. */
export const choose = (choice: Choice, change: Partial<Choice>): Choice => {
  const next = { ...choice, ...change };
  const layout = layoutOf(next.layout.rows, next.layout.columns, next.by);
  return {
    ...next,
    layout,
    measures: next.measures.slice(0, most.measures),
    only: change.level !== undefined && change.level !== choice.level ? [] : next.only,
    compare: comparable(next.by, layout) ? next.compare : 'none',
  };
};

/** The periods shown, oldest first. */
export const periodsOf = ({ last, count }: Pick<Choice, 'last' | 'count'>): PeriodId[] =>
  Array.from({ length: Number(count) }, (_, at) => shiftPeriod(last, at + 1 - Number(count)));

/** The period the last one is held against. */
export const comparedWith = ({ compare, last }: Pick<Choice, 'compare' | 'last'>): PeriodId | undefined =>
  ({ none: undefined, before: shiftPeriod(last, -1), year: shiftPeriod(last, -12) })[compare];

export { most as choiceLimits };
