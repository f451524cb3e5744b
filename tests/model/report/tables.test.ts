import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '#model/indicator.ts';
import type { UnitSums } from '#model/report/facts.ts';
import {
  byDifference,
  byMeasure,
  byObstacle,
  byTarget,
  byTask,
  byUnit,
  measuresBelow,
  type ReportTable,
} from '#model/report/tables.ts';
import { haTinh, november } from '../../support/report-facts.ts';

const all: ReportTable[] = [
  byMeasure(november),
  byUnit(november),
  byTask(november),
  byObstacle(november),
  byTarget(november),
  byDifference({ number: 1, reason: '', difference: [{ unit: 'Sơn Phúc', measure: 'TT_BUOI', before: 0, after: 3 }] }),
];

test.each(all)('$id is as wide as its page, and every row fills it', ({ columns, rows, foot }) => {
  expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
  for (const row of [...rows, ...(foot ? [foot] : [])]) expect(row).toHaveLength(columns.length);
});

describe('Biểu 01', () => {
  test('has this period, the one before and the year', () => {
    expect(byMeasure(november).rows[1]).toEqual([2, 'Lượt người được tuyên truyền', 'lượt', 1204, 1132, 11870, null]);
  });

  test('shows the eight of the form always, others once they have a figure', () => {
    const { rows } = byMeasure({ totals: {}, before: {}, year: {} });
    expect(rows).toHaveLength(8);
    expect(byMeasure(november).rows.map(([, name]) => name)).toContain('Vận động làm thẻ căn cước');
  });

  test('keeps the figure of the book where the report says another, and says which and why', () => {
    const [first] = byMeasure(november, { TT_BUOI: { value: 32, reason: 'thôn báo thêm' } }).rows;
    expect(first).toEqual([1, 'Buổi tuyên truyền', 'buổi', 31, 28, 284, 'Báo cáo ghi 32: thôn báo thêm']);
  });
});

describe('Biểu 02', () => {
  test('leaves the cells of a village empty that sent nothing, and names it', () => {
    const { rows, note } = byUnit(november);
    expect(rows[3]).toEqual([4, 'Sơn Phúc', ...measuresBelow.map(() => null)]);
    expect(note).toBe('Đến thời điểm tổng hợp, còn 01 thôn, tổ dân phố chưa có số liệu: Sơn Phúc.');
  });

  test('says nothing of missing ones where all sent', () => {
    expect(byUnit({ ...november, rows: november.rows.slice(0, 3) }).note).toBeNull();
  });

  test('names a village that sent, and did not say that it is all', () => {
    const rows = november.rows.map((row) => ({ ...row, confirmed: row.unit.name !== 'Mai Long' }));
    expect(byUnit({ ...november, rows: rows.slice(0, 3) }).note).toBe(
      '01 thôn, tổ dân phố có số liệu nhưng chưa xác nhận: Mai Long.',
    );
    expect(byUnit({ ...november, rows }).note).toContain('chưa có số liệu: Sơn Phúc. 01 thôn');
  });

  test('of a province lists its communes', () => {
    const table = byUnit({
      unit: haTinh,
      rows: [
        {
          unit: { id: '1', name: 'Vũng Áng', type: 'phuong' },
          totals: {},
          reported: true,
          confirmed: false,
          closed: false,
        },
      ],
    });
    expect(table.title).toBe('Biểu 02. Kết quả theo xã, phường');
    expect(table.rows[0]?.[1]).toBe('phường Vũng Áng');
    expect(table.note).toBe('Đến thời điểm tổng hợp, còn 01 xã, phường chưa chốt số liệu: phường Vũng Áng.');
  });

  test('its last row is the sum of the others, whatever they are', () => {
    const totals = fc.dictionary(fc.constantFrom(...measures), fc.nat(1_000_000));
    const row = fc.record({
      totals,
      reported: fc.boolean(),
      confirmed: fc.boolean(),
      closed: fc.boolean(),
      unit: fc.constant({ id: '1', name: 'A', type: 'thon' as const }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows: UnitSums[]) => {
        const table = byUnit({ unit: november.unit, rows });
        table.foot!.slice(2).forEach((sum, at) => {
          const cells = table.rows.map((line) => Number(line[at + 2] ?? 0));
          expect(sum).toBe(cells.reduce((so, count) => so + count, 0));
        });
      }),
    );
  });
});

test('Biểu 03 says how each task stands', () => {
  expect(byTask(november).rows[1]).toEqual([2, 'Tuyên truyền trên loa', 'UBND xã', '', 'Thường xuyên', 'Trễ hạn', '']);
  expect(byTask({ tasks: [] }).note).toBe('Không có.');
});

test('Biểu 04 names kinds, villages and proposals, and adds up', () => {
  const { rows, foot } = byObstacle(november);
  expect(rows[0]).toEqual([
    1,
    'Không có sóng, không có mạng',
    2,
    'Sơn Phúc, Mai Long',
    'Đề nghị Viettel kiểm tra trạm',
  ]);
  expect(foot).toEqual([null, 'Cộng', 3, null, null]);
});

test('a target that is passed is not capped, and one that nobody was asked about has no ratio', () => {
  expect(byTarget(november).rows).toEqual([
    ['Hướng dẫn cài VNeID', 'người', 240, 268, '111,7%'],
    ['Ý kiến hài lòng', '%', '90%', null, null],
  ]);
});

test('an amendment says before, after and the difference, and why', () => {
  const difference = [{ unit: 'Sơn Phúc', measure: 'TT_BUOI', before: 5, after: 3 }];
  const table = byDifference({ number: 1, reason: 'ghi trùng', difference });
  expect(table.title).toBe('Bảng điều chỉnh số 01');
  expect(table.rows).toEqual([[1, 'Sơn Phúc', 'Buổi tuyên truyền', 5, 3, -2]]);
  expect(table.note).toBe('Lý do: ghi trùng');
});
