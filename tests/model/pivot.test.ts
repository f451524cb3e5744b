import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  differenceOf,
  everyUnit,
  growthOf,
  placeOf,
  readPivot,
  type PivotAxis,
  type PivotFacts,
  type PivotFigure,
  type PivotMembers,
} from '#model/pivot.ts';

const units = ['18124', '18532', '18754'];
const periods = ['2026-09', '2026-10', '2026-11'];
const measures = ['VNEID_CAI', 'DD_MUC2_VD'];
const values = ['nam', 'nu', 'unsaid'];

/** What a province would answer of these counts: nothing said of what is 0, and the sums beside. */
const answered = (counts: (unit: string, period: string, measure: string, value: string) => number): PivotFacts => {
  const cells: PivotFacts['cells'][number][] = [];
  const sums: PivotFacts['sums'][number][] = [];
  for (const period of periods)
    for (const measure of measures)
      for (const value of values) {
        let total = 0;
        for (const unit of units) {
          const count = counts(unit, period, measure, value);
          total += count;
          if (count !== 0) cells.push({ unit, period, measure, value, total: count });
        }
        if (total !== 0) sums.push({ period, measure, value, total, rounded: false });
      }
  const completeness = units.flatMap((unit) =>
    periods.map((period) => ({ unit, period, teamsReported: unit === '18754' ? 0 : 3, teams: 5 })),
  );
  return { units: units.map((id) => ({ id })), completeness, cells, sums };
};
const members: PivotMembers = { unit: units, period: periods, measure: measures, value: values };
const countOf = (figure: PivotFigure) => (figure.kind === 'known' ? figure.count : 0);
const anyCounts = fc
  .array(fc.nat(5000), { minLength: 54, maxLength: 54 })
  .map(
    (list) => (unit: string, period: string, measure: string, value: string) =>
      list[
        ((units.indexOf(unit) * 3 + periods.indexOf(period)) * 2 + measures.indexOf(measure)) * 3 +
          values.indexOf(value)
      ]!,
  );

describe('a table laid out any way', () => {
  const axes: PivotAxis[] = ['unit', 'period', 'measure', 'value'];
  const layouts = axes.flatMap((rows) =>
    axes.flatMap((outer) =>
      axes
        .filter((inner) => new Set([rows, outer, inner]).size === 3)
        .map((inner) => ({ rows, columns: [outer, inner] as const })),
    ),
  );

  test('has the same figure where the same unit, period, measure and value meet', () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...layouts), (counts, layout) => {
        const reader = readPivot(answered(counts));
        const columns = columnsOf(layout, members);
        expect(columns).toHaveLength(members[layout.columns[0]].length * members[layout.columns[1]].length);
        for (const row of members[layout.rows])
          for (const column of columns) {
            const place = placeOf(layout, members, row, column);
            const of = place.unit === everyUnit ? units : [place.unit];
            const expected = of.map((unit) => counts(unit, place.period, place.measure, place.value));
            expect(countOf(reader.at(place))).toBe(expected.reduce((sum, count) => sum + count, 0));
          }
      }),
    );
  });

  test('sums of cells equal sums, of all units and of some', () => {
    fc.assert(
      fc.property(anyCounts, fc.subarray(units, { minLength: 1 }), (counts, some) => {
        const reader = readPivot(answered(counts));
        for (const period of periods)
          for (const measure of measures)
            for (const value of values) {
              const place = { period, measure, value };
              const add = (list: string[]) =>
                list.reduce((sum, unit) => sum + countOf(reader.at({ ...place, unit })), 0);
              expect(countOf(reader.at({ ...place, unit: everyUnit }))).toBe(add(units));
              expect(countOf(reader.sum(some, place))).toBe(add(some));
            }
      }),
    );
  });
});

describe('what is not simply a number', () => {
  const place = { period: '2026-11', measure: 'VNEID_CAI', value: 'khuyet-tat' };
  const facts: PivotFacts = {
    ...answered(() => 0),
    cells: [
      { ...place, unit: '18124', total: null },
      { ...place, unit: '18532', total: 12 },
    ],
    sums: [{ ...place, total: 10, rounded: true }],
  };
  const reader = readPivot(facts);

  test('hidden stays hidden, and hides the sum of some; the sum of all is the province’s, rounded', () => {
    expect(reader.at({ ...place, unit: '18124' })).toEqual({ kind: 'hidden' });
    expect(reader.sum(['18124', '18532'], place)).toEqual({ kind: 'hidden' });
    expect(reader.sum(['18532'], place)).toEqual({ kind: 'known', count: 12, rounded: false });
    expect(reader.sum(units, place)).toEqual({ kind: 'known', count: 10, rounded: true });
  });

  test('nought is known where something came, and unknown where nothing did', () => {
    expect(reader.at({ ...place, value: 'dtts', unit: '18532' })).toEqual({ kind: 'known', count: 0, rounded: false });
    expect(reader.at({ ...place, unit: '18754' })).toEqual({ kind: 'unknown' });
    expect(reader.sum(['18754'], place)).toEqual({ kind: 'unknown' });
    expect(reader.teams(everyUnit, '2026-11')).toEqual({ teamsReported: 6, teams: 15 });
  });

  test('a difference is told only between numbers known to the unit', () => {
    const number = (count: number, rounded = false): PivotFigure => ({ kind: 'known', count, rounded });
    expect(differenceOf(number(79), number(84))).toBe(-5);
    expect(differenceOf(number(80, true), number(84))).toBeNull();
    expect(differenceOf({ kind: 'hidden' }, number(84))).toBeNull();
    expect(growthOf(number(105), number(100))).toBeCloseTo(0.05);
    expect(growthOf(number(3), number(0))).toBeNull();
  });
});
