import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  choose,
  columnsOffered,
  comparedWith,
  comparisons,
  counts,
  layoutOf,
  levels,
  parts,
  periodsOf,
  readChoice,
  rowsOffered,
  type Choice,
} from '#features/analysis/choice.ts';
import { chartPage, tablePage } from '#features/analysis/pages.ts';
import { measures } from '#model/indicator.ts';
import { savedView } from '#model/records/saved-view.ts';
import { PivotQuestion } from '#protocol/pivot.ts';
import { parse } from 'valibot';

const world = { current: '2026-11', usual: ['VNEID_CAI', 'DD_MUC2_VD'] };
const read = (address: string) => readChoice(new URLSearchParams(address), world);

const anyChoice: fc.Arbitrary<Choice> = fc
  .record({
    by: fc.constantFrom(...parts),
    rows: fc.constantFrom('unit' as const, 'period' as const, 'measure' as const, 'value' as const),
    columns: fc.nat(10),
    measures: fc.subarray(measures, { minLength: 1, maxLength: 8 }),
    last: fc.constantFrom('2025-11', '2026-03', '2026-11'),
    count: fc.constantFrom(...counts),
    level: fc.constantFrom(...levels),
    only: fc.subarray(['18124', '18124-02', '18532']),
    compare: fc.constantFrom(...comparisons),
  })
  .map(({ rows, columns, ...rest }) => {
    const row = rowsOffered(rest.by).includes(rows) ? rows : 'unit';
    const offered = columnsOffered(row, rest.by);
    const layout = layoutOf(row, offered[columns % offered.length]!, rest.by);
    return choose({ ...rest, layout }, {});
  });

describe('what was chosen', () => {
  test('stands whole in the address: who opens it sees the same, whatever is usual for them', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const address = new URLSearchParams(addressOf(choice));
        expect(readChoice(address, { ...world, usual: ['TT_BUOI'] })).toEqual(choice);
      }),
    );
  });

  test('can always be asked of the province, and be kept as a view', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        for (const page of [
          tablePage('42', choice, '2026-11'),
          chartPage('42', choice, 'whole'),
          chartPage('42', choice, 'sameDay'),
        ])
          parse(PivotQuestion, Object.fromEntries(new URLSearchParams(page.split('?')[1])));
        const address = new URLSearchParams(addressOf(choice)).toString().replace(/%2C/g, ',');
        expect(() => parse(savedView.field('address')!, address)).not.toThrow();
      }),
    );
  });

  test('nonsense in an address gives what is usual', () => {
    const usual = read('');
    expect(usual).toMatchObject({ measures: world.usual, last: '2026-11', count: '3', by: 'none', compare: 'before' });
    expect(usual.layout).toEqual({ rows: 'unit', columns: ['measure', 'period'] });
    expect(read('bang=x,y&cs=NO_SUCH&ky=2031-01&so-ky=99&phan=z&cap=q&so-sanh=w')).toEqual(usual);
  });
});

test('told apart by something, that always stands in the table', () => {
  for (const by of parts.filter((part) => part !== 'none'))
    for (const rows of rowsOffered(by))
      for (const pair of columnsOffered(rows, by)) expect([rows, ...pair]).toContain('value');
});

test('told apart, nothing is compared up to the same day, which is kept for whole sums only', () => {
  const choice = choose(read(''), { by: 'gender' });
  expect(choice.compare).toBe('none');
  expect(tablePage('42', choice, '2026-11')).toContain('until=whole');
  expect(tablePage('42', read(''), '2026-11')).toContain('until=sameDay');
  expect(tablePage('42', read('ky=2026-10'), '2026-11')).toContain('until=whole');
});

test('periods run up to the last one, over the turn of a year', () => {
  expect(periodsOf({ last: '2026-01', count: '3' })).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(comparedWith({ compare: 'year', last: '2026-11' })).toBe('2025-11');
  expect(comparedWith({ compare: 'none', last: '2026-11' })).toBeUndefined();
});
