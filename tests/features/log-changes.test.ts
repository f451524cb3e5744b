import { expect, test } from 'vitest';
import { changesBetween } from '#features/log/changes.ts';
import { fold } from '#features/log/fold.ts';

const saved = {
  date: '2026-11-07',
  place: 'tai-nha',
  channel: 'tan-nha',
  counts: { VNEID_CAI: 12, DD_KICH_HOAT: 6 },
};

test('cài VNeID 12 → 9 is one change, and the activations left alone are none', () => {
  expect(changesBetween(saved, { ...saved, counts: { VNEID_CAI: 9, DD_KICH_HOAT: 6 } })).toEqual([
    { of: 'count', code: 'VNEID_CAI', before: 12, after: 9 },
  ]);
});

test('a count taken out, one put in, a day, a service, a cell and a note are each a change', () => {
  const after = {
    ...saved,
    date: '2026-11-06',
    counts: { VNEID_CAI: 12, DVC_HD: 1 },
    services: { 'dang-ky-khai-sinh': 1 },
    cells: { 'VNEID_CAI/gender/nu': 5 },
    note: 'Nhầm ngày',
  };
  expect(changesBetween(saved, after)).toEqual([
    { of: 'date', before: '2026-11-07', after: '2026-11-06' },
    { of: 'count', code: 'DD_KICH_HOAT', before: 6, after: 0 },
    { of: 'count', code: 'DVC_HD', before: 0, after: 1 },
    { of: 'service', code: 'dang-ky-khai-sinh', before: 0, after: 1 },
    { of: 'cell', code: 'VNEID_CAI/gender/nu', before: 0, after: 5 },
    { of: 'note', before: '', after: 'Nhầm ngày' },
  ]);
  expect(changesBetween(saved, saved)).toEqual([]);
});

test('a service is found without diacritics, with them, and in capitals', () => {
  expect(fold('Đăng ký khai sinh')).toBe('dang ky khai sinh');
  expect(fold('Đăng ký khai sinh'.normalize('NFD'))).toBe('dang ky khai sinh');
  expect(fold('GIẤY PHÉP ')).toBe('giay phep');
});
