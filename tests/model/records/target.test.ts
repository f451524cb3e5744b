import { describe, expect, test } from 'vitest';
import { target, targetIsPast, targetName, targetParts, targetValue } from '#model/records/target.ts';
import type { Json } from '#model/record.ts';
import type { Role } from '#model/person.ts';
import { recordWith, writtenBy } from '../../support/official-writes.ts';

const set = (
  role: Role,
  { goal = 'DD_MUC2_VD', unit = '18124-02', period = '2026-11' } = {},
  fields: Record<string, Json> = { value: 60 },
) => writtenBy(role, target, { record: targetName({ goal, unit, period }), unit, set: fields }).map(({ code }) => code);

describe('who sets a target', () => {
  test('a commune officer for the villages, a province officer for communes and the province', () => {
    expect(set('communeOfficer')).toEqual([]);
    expect(set('provinceOfficer')).toEqual([]);
    expect(set('provinceOfficer', { unit: '18124' })).toEqual([]);
    expect(set('provinceOfficer', { unit: '42' })).toEqual([]);
  });

  test('no commune its own, which comes from above', () => {
    expect(set('communeOfficer', { unit: '18124' })).toEqual(['target-set-above']);
  });

  test.each<Role>(['villageMember', 'villageLead'])('no %s', (role) => {
    expect(set(role)).toEqual(['officers-only']);
  });
});

describe('a past period is frozen', () => {
  test('a month once it is closed, or once its last day is past', () => {
    expect(set('communeOfficer', { period: '2026-10' })).toEqual(['target-period-past']);
    expect(set('communeOfficer', { period: '2026-09' })).toEqual(['target-period-past']);
    expect(set('communeOfficer', { period: '2026-12' })).toEqual([]);
  });

  test('a plan’s years once the last of them is past; one without an end never', () => {
    const on = { today: '2026-11-12', kind: 'from15to14', closed: [] } as const;
    expect(targetIsPast('2022', on)).toBe(true);
    expect(targetIsPast('2023-2025', on)).toBe(true);
    expect(targetIsPast('2025-2030', on)).toBe(false);
    expect(targetIsPast('2023-', on)).toBe(false);
    expect(set('provinceOfficer', { goal: 'target-hatinh-c-2023-2025-01', period: '2023-2025', unit: '42' })).toEqual([
      'target-period-past',
    ]);
  });
});

describe('what a target is', () => {
  test('is of a measure there is, and named after the unit it is for', () => {
    expect(set('communeOfficer', { goal: 'LA_LAM' })).toEqual(['measure-unknown']);
    const elsewhere = targetName({ goal: 'DD_MUC2_VD', unit: '18124-03', period: '2026-11' });
    expect(
      writtenBy('communeOfficer', target, { record: elsewhere, unit: '18124-02', set: { value: 1 } }).map(
        (f) => f.code,
      ),
    ).toEqual(['record-malformed']);
  });

  test.each(['2026-13', '2026', '2025-2030', ''])('of a measure is not for “%s”, which is no month', (period) => {
    expect(set('communeOfficer', { period })).toEqual(['record-malformed']);
  });

  test.each([-1, 2.5, '60', Number.POSITIVE_INFINITY, 1_000_000_001])('is not %s', (value) => {
    expect(set('communeOfficer', {}, { value })).toEqual(['record-malformed']);
  });

  test('may be a percentage only where people are asked how satisfied they are, and never above a hundred', () => {
    expect(set('communeOfficer', { goal: 'HAI_LONG' }, { value: 92.5 })).toEqual([]);
    expect(set('communeOfficer', { goal: 'HAI_LONG' }, { value: 101 })).toEqual(['record-malformed']);
  });

  test('is taken back by setting none, and says why without anybody’s numbers', () => {
    expect(set('communeOfficer', {}, { value: null, note: 'Thôn sáp nhập' })).toEqual([]);
    expect(set('communeOfficer', {}, { value: 60, note: 'Xem 042085001234' })).toEqual(['note-has-id-number']);
    expect(set('communeOfficer', {}, { value: 60, way: 'by-lot' })).toEqual(['record-malformed']);
    const takenBack = recordWith('target', 'target:VNEID_CAI:18124-02:2026-11', '18124-02', { value: null });
    expect(targetValue(takenBack)).toBeUndefined();
    expect(targetValue(undefined)).toBeUndefined();
  });
});

test('its name says what, whose and when', () => {
  const parts = { goal: 'target-hatinh-c-2025-2030-01', unit: '18124', period: '2025-2030' };
  expect(targetParts(targetName(parts))).toEqual(parts);
});
