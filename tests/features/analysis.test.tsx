import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { choose, readChoice } from '#features/analysis/choice.ts';
import { chartPage, tablePage } from '#features/analysis/pages.ts';
import type { Pivot, PivotCell } from '#protocol/pivot.ts';
import { savedViewOf } from '#model/records/saved-view.ts';
import { recordsOfType } from '#store/records.ts';
import { at, communeOf, haTinh } from '../support/figures.ts';
import { newOffice } from '../support/office.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const [xuanLoc, canLoc, haLinh] = [
  communeOf('18406', 'Xuân Lộc'),
  communeOf('18409', 'Can Lộc'),
  communeOf('18550', 'Hà Linh'),
];
const units = [xuanLoc, canLoc, haLinh];
const world = { current: '2026-11', usual: ['DD_MUC2_LD', 'VNEID_CAI'] };
const read = (address = '') => readChoice(new URLSearchParams(address), world);

const span = (period: string) => ({ period, first: '2026-10-15', last: '2026-11-10', closed: 69, of: 69 });
/** Figures of these units; Hà Linh has sent nothing. */
const pivotOf = (periods: string[], cells: PivotCell[], sums: Pivot['sums'], shown = units): Pivot => ({
  unit: haTinh,
  at: at('09:10'),
  periods: periods.map(span),
  units: shown,
  completeness: shown.flatMap(({ id }) =>
    periods.map((period) => ({ unit: id, period, teamsReported: id === haLinh.id ? 0 : 20, teams: 22 })),
  ),
  cells,
  sums,
});
const cell = (unit: string, period: string, measure: string, total: number | null, value = '') => ({
  unit,
  period,
  measure,
  value,
  total,
});
const sum = (period: string, measure: string, total: number, rounded = false, value = '') => ({
  period,
  measure,
  value,
  total,
  rounded,
});

const months = ['2026-09', '2026-10', '2026-11'];
const table = pivotOf(
  months,
  [
    cell('18406', '2026-10', 'DD_MUC2_LD', 84),
    cell('18406', '2026-11', 'DD_MUC2_LD', 79),
    cell('18409', '2026-10', 'DD_MUC2_LD', 1099),
    cell('18409', '2026-11', 'DD_MUC2_LD', 1204),
  ],
  [sum('2026-10', 'DD_MUC2_LD', 1183), sum('2026-11', 'DD_MUC2_LD', 1283)],
);
const half = ['2025-11', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const chart = pivotOf(
  half,
  [],
  [sum('2026-10', 'DD_MUC2_LD', 1500), sum('2026-11', 'DD_MUC2_LD', 1283), sum('2025-11', 'DD_MUC2_LD', 1000)],
  [haTinh],
);
const partly = {
  ...chart,
  sums: [sum('2026-10', 'DD_MUC2_LD', 1183), sum('2026-11', 'DD_MUC2_LD', 1283), sum('2025-11', 'DD_MUC2_LD', 1000)],
};

const opened = async (address = '') => {
  const office = await newOffice('provinceOfficer');
  office.open(`/phan-tich${address}`);
  return office;
};
const openedWhole = async () => {
  const office = await opened();
  await office.answers(tablePage('42', read(), '2026-11'), table);
  await office.answers(chartPage('42', read(), 'whole'), chart);
  await office.answers(chartPage('42', read(), 'sameDay'), partly);
  await screen.findByRole('table', { name: /Số liệu tỉnh Hà Tĩnh/ });
  return office;
};
const textOf = (name: string | RegExp) =>
  [...screen.getByRole('row', { name }).querySelectorAll('th, td')].map((one) => one.textContent);

test('a province officer reads communes by measure and month, against the same day of the month before', async () => {
  await openedWhole();
  expect(
    screen.getByText(/Kỳ T11 \(15\/10–14\/11\) mới tới ngày 10\/11 · 2\/3 xã có số liệu, tính đến 09:10/),
  ).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'Mức 2: đã thu nhận (người)' }).getAttribute('colspan')).toBe('4');
  expect(textOf(/^Xuân Lộc/).slice(0, 6)).toEqual(['Xuân Lộc', '20/22', '0', '84', '79', '−5']);
  expect(textOf(/^Can Lộc/)[5]).toBe('+105');
  expect(textOf(/^Hà Linh/)[4]).toBe('–chưa có số liệu');
  expect(textOf(/^2 xã có số liệu/).slice(0, 6)).toEqual(['2 xã có số liệu', '40/66', '0', '1.183', '1.283', '+100']);
  expect(screen.getByText(/T9, T10, T11 đều tính từ đầu kỳ/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Can Lộc' }).getAttribute('href')).toBe('/tong-quan/18409?ky=2026-11');

  const behind = '/tong-quan/18409/luot?chi-so=DD_MUC2_LD&ky=2026-11';
  expect(screen.getByRole('link', { name: '1.204, xem lượt ghi' }).getAttribute('href')).toBe(behind);
  const [foot] = screen.getAllByRole('link', { name: '1.283, xem lượt ghi' });
  expect(foot?.getAttribute('href')).toBe('/tong-quan/42?ky=2026-11');

  const beside = within(await screen.findByRole('region', { name: 'So với cùng ngày kỳ trước' }));
  expect(beside.getByRole('row', { name: /^Mức 2/ }).textContent).toBe('Mức 2: đã thu nhận1.2831.183+8,5%');
});

test('the chart has the same figures as a table', async () => {
  const office = await openedWhole();
  const trend = within(await screen.findByRole('region', { name: 'Mức 2: đã thu nhận, toàn tỉnh' }));
  expect(trend.getByText(/T10: 1\.500; T11: 1\.283$/)).toBeTruthy();
  expect(trend.getByText('T6–T11: 69/69 xã chốt')).toBeTruthy();
  await office.user.click(trend.getByRole('button', { name: 'Dạng bảng' }));
  expect(trend.getByRole('row', { name: /^T10/ }).textContent).toBe('T101.1831.500');
});

test('told apart by vulnerable groups: small numbers are hidden, their sums rounded, and both are said', async () => {
  const office = await openedWhole();
  await office.user.click(screen.getByRole('button', { name: 'Chia theo Không chia' }));
  await office.user.click(screen.getByRole('radio', { name: 'Nhóm yếu thế' }));
  const choice = choose(read(), { by: 'vulnerable' });
  await office.answers(
    tablePage('42', choice, '2026-11'),
    pivotOf(
      ['2026-11'],
      [
        cell('18406', '2026-11', 'DD_MUC2_LD', null, 'khuyet-tat'),
        cell('18409', '2026-11', 'DD_MUC2_LD', 8, 'khuyet-tat'),
      ],
      [sum('2026-11', 'DD_MUC2_LD', 10, true, 'khuyet-tat')],
    ),
  );
  await waitFor(() => expect(textOf(/^Xuân Lộc/)).toEqual(['Xuân Lộc', '20/22', 'ẩn', '0']));
  expect(textOf(/^2 xã có số liệu/)).toEqual(['2 xã có số liệu', '40/66', '≈ 10', '0']);
  expect(screen.getByText(/dưới 5 người/)).toBeTruthy();
  expect(screen.getByText(/làm tròn đến hàng chục/)).toBeTruthy();
  expect(screen.getByText(/không cộng lại thành tổng/)).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toContain('phan=vulnerable');

  // Of some communes alone, the hidden one hides the sum too.
  await office.user.type(screen.getByRole('textbox', { name: 'Tìm xã, phường' }), 'loc');
  expect(textOf(/^2 xã có số liệu/).slice(2)).toEqual(['ẩn', '0']);
});

test('an address shared by a colleague opens the same choice', async () => {
  const shared = '?bang=measure,period&cs=DD_MUC2_LD&ky=2026-10&so-ky=1&so-sanh=year';
  const office = await opened(shared);
  await office.answers(
    tablePage('42', read(shared), '2026-11'),
    pivotOf(['2025-10', '2026-10'], [], [sum('2025-10', 'DD_MUC2_LD', 1000), sum('2026-10', 'DD_MUC2_LD', 1500)]),
  );
  await screen.findByRole('table', { name: /Số liệu tỉnh Hà Tĩnh/ });
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Chỉ số', 'T10', '± T10/2025']);
  expect(textOf(/^Mức 2/)).toEqual(['Mức 2: đã thu nhận', '1.500', '+500']);
});

test('a view is kept for the unit under a name, can be gone back to, removed, and had back', async () => {
  const office = await openedWhole();
  await office.answers('/api/records?type=saved-view&unit=42', { at: at('09:10'), records: [], units: [] });
  await office.user.click(screen.getByRole('button', { name: 'Lưu góc nhìn' }));
  await office.user.click(screen.getByRole('button', { name: 'Lưu cách xem này' }));
  expect(await screen.findByText(/Hãy đặt tên cho góc nhìn/)).toBeTruthy();
  await office.user.type(screen.getByRole('textbox', { name: 'Tên góc nhìn' }), 'Tuyên truyền theo xã');
  await office.user.click(screen.getByRole('button', { name: 'Lưu cách xem này' }));

  const link = await screen.findByRole('link', { name: 'Tuyên truyền theo xã' });
  expect(link.getAttribute('href')).toContain('/phan-tich?bang=unit,measure,period&cs=DD_MUC2_LD,VNEID_CAI&ky=2026-11');
  expect(screen.getByText('Trên máy')).toBeTruthy();
  const kept = async () => (await recordsOfType(office.db, 'saved-view')).map(({ record }) => savedViewOf(record));
  expect(await kept()).toMatchObject([{ title: 'Tuyên truyền theo xã', removed: false }]);

  await office.user.click(screen.getByRole('button', { name: 'Bỏ góc nhìn Tuyên truyền theo xã' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Tuyên truyền theo xã' })).toBeNull());
  await office.user.click(screen.getByRole('button', { name: 'Lấy lại góc nhìn vừa bỏ' }));
  expect(await screen.findByRole('link', { name: 'Tuyên truyền theo xã' })).toBeTruthy();
});

test('offline and never opened before: it says so', async () => {
  const office = await opened();
  await office.cutOff();
  expect(await screen.findByText(/máy này chưa từng tải bảng này/)).toBeTruthy();
});
