import { describe, expect, test } from 'vitest';
import { behind } from '#features/analysis/behind.ts';
import { closingOf } from '#features/analysis/closing.ts';
import { everyUnit, type PivotFigure } from '#model/pivot.ts';

const province = { id: '42', level: 'province' as const };
const commune = { id: '18406', level: 'commune' as const };
const known = (count: number, rounded = false): PivotFigure => ({ kind: 'known', count, rounded });
const place = (unit: string) => ({ unit, period: '2026-11', measure: 'VNEID_CAI' });
const entries = (unit: string) => `/tong-quan/${unit}/luot?chi-so=VNEID_CAI&ky=2026-11`;

describe('behind a figure', () => {
  test('of a unit stand its entries, of a whole province the figures of its communes', () => {
    expect(behind(known(7), place('18406'), { own: province, by: 'none' })).toBe(entries('18406'));
    expect(behind(known(7), place(everyUnit), { own: province, by: 'gender' })).toBe('/tong-quan/42?ky=2026-11');
    expect(behind(known(7), place('18406-01'), { own: commune, by: 'vulnerable' })).toBe(entries('18406-01'));
    expect(behind(known(7), place(everyUnit), { own: commune, by: 'none' })).toBe(entries('18406'));
  });

  test('stands nothing to read where nothing was counted, or where it may not be read', () => {
    const asked = { own: province, by: 'none' as const };
    for (const figure of [known(0), known(20, true), { kind: 'hidden' }, { kind: 'unknown' }] as PivotFigure[])
      expect(behind(figure, place('18406'), asked)).toBeUndefined();
    expect(behind(known(7), place('18406'), { own: province, by: 'vulnerable' })).toBeUndefined();
  });
});

test('neighbouring periods that as many communes closed are told together', () => {
  const closed = (period: string, some: number) => ({ period, closed: some, of: 69 });
  expect(closingOf([closed('2026-09', 69), closed('2026-10', 69), closed('2026-11', 61)])).toEqual([
    { first: '2026-09', last: '2026-10', closed: 69, of: 69 },
    { first: '2026-11', last: '2026-11', closed: 61, of: 69 },
  ]);
});
