import { describe, expect, test } from 'vitest';
import { isDeadline, isPast, lastDayOf, readDeadline } from '#model/deadline.ts';

describe('a deadline', () => {
  test.each([
    ['2022-03', '2022-03-31'],
    ['2024-02', '2024-02-29'],
    ['2022-Q2', '2022-06-30'],
    ['2026-Q4', '2026-12-31'],
    ['2024', '2024-12-31'],
    ['2023-06-01', '2023-06-01'],
    ['ongoing', null],
  ])('%s is kept until %s', (deadline, last) => expect(lastDayOf(deadline)).toBe(last));

  test('is past the day after its last', () => {
    expect(isPast('2026-11', '2026-11-30')).toBe(false);
    expect(isPast('2026-11', '2026-12-01')).toBe(true);
    expect(isPast('ongoing', '2099-01-01')).toBe(false);
  });

  test.each([
    ['31/12/2026', '2026-12-31'],
    ['ngày 1/6/2023', '2023-06-01'],
    ['trước ngày 01/06/2023', '2023-06-01'],
    ['Tháng 01/2022', '2022-01'],
    ['6/2026', '2026-06'],
    ['Trong tháng 12 năm 2022', '2022-12'],
    ['Trong Quý II năm 2022', '2022-Q2'],
    ['Q3/2026', '2026-Q3'],
    ['2026-Q3', '2026-Q3'],
    ['Năm 2024', '2024'],
    ['2024', '2024'],
    ['2026-12-31', '2026-12-31'],
    ['Thường xuyên', 'ongoing'],
  ])('written “%s” is read as %s', (text, deadline) => expect(readDeadline(text)).toBe(deadline));

  test.each(['', 'sớm', '30/2/2026', '13/2026', 'Quý V/2026', '31.12', '1999', '2026-Q5'])('“%s” is none', (text) =>
    expect(readDeadline(text)).toBeUndefined(),
  );

  test('no other text passes for one', () => {
    for (const text of ['', '2026-13', '2026-02-30', 'Năm 2024']) expect(isDeadline(text)).toBe(false);
  });
});
