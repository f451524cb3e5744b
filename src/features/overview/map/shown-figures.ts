import { figureOf } from '#features/overview/completeness.ts';
import { classBreaks, classOf } from '#model/class-breaks.ts';
import type { Measure } from '#model/indicator.ts';
import type { UnitId } from '#model/unit.ts';
import type { FiguresRow } from '#store/officer-pages.ts';

/** One unit's figure as a map shows it: `value` is what is compared, null where nothing is known. */
export type ShownRow = { row: FiguresRow; count: number | null; value: number | null; level: number | null };
export type ShownFigures = {
  measure: Measure;
  /** By 1,000 residents, or the count itself. */
  by: 'residents' | 'count';
  rows: ShownRow[];
  /** Lower edges of the classes above the first. */
  edges: number[];
  /** Units that stand without a colour. */
  unknown: number;
};

const tenths = (value: number) => Math.round(value * 10) / 10;

/** The figures of a measure in classes of about equally many units. `residents` in people; empty: by the count. */
export const shownFigures = (
  rows: readonly FiguresRow[],
  measure: Measure,
  residents: ReadonlyMap<UnitId, { count: number }> | undefined,
): ShownFigures => {
  const valued = rows.map((row) => {
    const count = figureOf(row, measure);
    if (!residents || count === null) return { row, count, value: count };
    const people = residents.get(row.unit.id)?.count ?? 0;
    return { row, count, value: people > 0 ? tenths((1000 * count) / people) : null };
  });
  const known = valued.flatMap(({ value }) => value ?? []);
  const edges = classBreaks(known, { grain: residents ? 0.1 : 1 });
  return {
    measure,
    by: residents ? 'residents' : 'count',
    rows: valued.map((one) => ({ ...one, level: one.value === null ? null : classOf(one.value, edges) })),
    edges,
    unknown: valued.length - known.length,
  };
};

/** Of five shades, those that so many classes wear: the lightest and the darkest, and what lies between. */
export const shadeOf = (level: number, edges: readonly number[]): number =>
  edges.length === 0 ? 2 : Math.round((level * 4) / edges.length);
