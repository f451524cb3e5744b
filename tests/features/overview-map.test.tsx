import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { i18n } from '#app/i18n.ts';
import '../support/words.ts';
import { dashboardOf } from '#features/overview/addresses.ts';
import { findUnits } from '#features/overview/find-units.ts';
import { nextInDirection } from '#features/overview/map/next-in-direction.ts';
import { drawAreas } from '#features/draw-areas.ts';
import { shownFigures } from '#features/overview/map/shown-figures.ts';
import { boundariesOf } from '#features/use-boundaries.ts';
import { toUrge } from '#features/overview/urging.ts';
import type { UnitsPage } from '#protocol/units.ts';
import { squareAt } from '../support/areas.ts';
import { at, communeOf, dashboardAbout, haTinh, rowOf, villageOf } from '../support/figures.ts';
import { newOffice } from '../support/office.tsx';

beforeEach(async () => {
  await i18n.loadNamespaces(['overview', 'dashboard', 'obstacles']);
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const commune = (id: string, name: string, VNEID_CAI: number | null, teamsReported = 3, teams = 3) =>
  rowOf(communeOf(id, name), {
    ...(VNEID_CAI !== null && { totals: { VNEID_CAI } }),
    teams,
    teamsReported: VNEID_CAI === null ? 0 : teamsReported,
    entries: VNEID_CAI === null ? 0 : 5,
    lastReceivedAt: VNEID_CAI === null ? null : at('08:52'),
  });
const sonKim1 = commune('18124', 'Sơn Kim 1', 120);
const sonKim2 = commune('18127', 'Sơn Kim 2', 40, 1);
const haLinh = commune('18550', 'Hà Linh', null);
const province = dashboardAbout(haTinh, [sonKim1, sonKim2, haLinh], {
  sameDay: { period: '2026-10', totals: { VNEID_CAI: 100 }, rows: [] },
});
const address = dashboardOf('42', '2026-11');
const west = { unit: '18124', polygons: squareAt(105.2, 18.4) };
const east = { unit: '18127', polygons: squareAt(105.3, 18.4) };
const north = { unit: '18550', polygons: squareAt(105.2, 18.5) };

const opened = async (areas: (typeof west)[], body = province) => {
  const office = await newOffice();
  office.open();
  await office.answers(address, body);
  await office.answers(boundariesOf('42'), { unit: '42', areas });
  return office;
};
const theMap = () => screen.findByRole('group', { name: /^Bản đồ số liệu/ });

describe('the map', () => {
  test('draws each unit where it lies, says its figure, and leads to it; one stop for Tab', async () => {
    await opened([west, east, north]);
    const map = within(await theMap());
    await waitFor(() => expect(map.getAllByRole('link')).toHaveLength(3));
    const first = map.getByRole('link', { name: 'Xã Sơn Kim 1, Cài VNeID, 120 người, 3/3 tổ · 08:52' });
    expect(first.getAttribute('href')).toBe('/tong-quan/18124?ky=2026-11');
    expect(map.getByRole('link', { name: 'Xã Hà Linh, Cài VNeID, chưa có số liệu, 0/3 tổ · chưa gửi' })).toBeTruthy();
    expect(map.getAllByRole('link').map((link) => link.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
    expect(screen.getByText('1 xã chưa có số liệu')).toBeTruthy();
    expect(screen.getByText(/Chia lớp theo phân vị/)).toBeTruthy();
    expect(screen.getByText('từ 120 trở lên')).toBeTruthy();
  });

  test('the same figures stand in a table, the largest first and the unknown last', async () => {
    const office = await opened([west, east, north]);
    await office.user.click(await screen.findByRole('button', { name: 'Xem dạng bảng' }));
    const table = within(screen.getByRole('table', { name: /^Số liệu trên bản đồ/ }));
    expect(table.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      'Sơn Kim 1',
      'Sơn Kim 2',
      'Hà Linh',
    ]);
    expect(table.getByRole('link', { name: /Sơn Kim 2, Cài VNeID: 40/ })).toBeTruthy();
  });

  test('another measure is chosen, and is there again on the next visit', async () => {
    const office = await opened([west]);
    await office.user.selectOptions(await screen.findByRole('combobox', { name: 'Chỉ số' }), 'TT_BUOI');
    expect(await screen.findByRole('heading', { name: 'Tuyên truyền' })).toBeTruthy();
    office.putAway();
    office.open();
    expect(await screen.findByRole('heading', { name: 'Tuyên truyền' })).toBeTruthy();
  });

  test('where nothing was loaded, units are tiles in the order of their codes, and that is said', async () => {
    await opened([]);
    const map = within(await theMap());
    expect(map.getAllByRole('link').map((link) => link.textContent.split(',')[0])).toEqual([
      'Sơn Kim 1 120',
      'Sơn Kim 2 40',
      'Hà Linh –',
    ]);
    expect(screen.getByText('Tỉnh chưa nạp ranh giới: mỗi ô là một xã, xếp theo mã.')).toBeTruthy();
  });

  test('cut off before any boundaries came: the tiles stand in for the map', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(address, province);
    await office.cutOff();
    expect(within(await theMap()).getAllByRole('link')).toHaveLength(3);
  });

  test('a unit without a boundary is counted below the map', async () => {
    await opened([west, east]);
    expect(await screen.findByText(/1 đơn vị chưa có ranh giới/)).toBeTruthy();
  });

  test('areas fill the drawing, north above south, east right of west', () => {
    const { drawn, height } = drawAreas([west, east, north], 456, 400);
    const [w, e, n] = drawn;
    expect(e!.x).toBeGreaterThan(w!.x + 100);
    expect(n!.y).toBeLessThan(w!.y - 100);
    expect(height).toBeLessThanOrEqual(400);
    for (const { path } of drawn) expect(path).toMatch(/^M[\d.]+,[\d.]+L.*Z$/);
  });

  test('arrows go to what lies nearest in their direction, and nowhere from the edge', () => {
    const spots = [
      { id: 'w', x: 0, y: 0 },
      { id: 'e', x: 10, y: 2 },
      { id: 'far', x: 30, y: 0 },
      { id: 's', x: 1, y: 12 },
    ];
    expect(nextInDirection(spots, spots[0]!, 'ArrowRight')?.id).toBe('e');
    expect(nextInDirection(spots, spots[1]!, 'ArrowRight')?.id).toBe('far');
    expect(nextInDirection(spots, spots[0]!, 'ArrowDown')?.id).toBe('s');
    expect(nextInDirection(spots, spots[0]!, 'ArrowLeft')).toBeUndefined();
    expect(nextInDirection(spots, spots[0]!, 'a')).toBeUndefined();
  });

  test('by 1,000 residents where they are known: a unit without them has no colour, and nothing is divided by none', () => {
    const residents = new Map([
      ['18124', { count: 24_000 }],
      ['18127', { count: 0 }],
    ]);
    const shown = shownFigures(province.rows, 'VNEID_CAI', residents);
    expect(shown.rows.map(({ value, count }) => [value, count])).toEqual([
      [5, 120],
      [null, 40],
      [null, null],
    ]);
    expect(shown.unknown).toBe(2);
  });
});

describe('the month before', () => {
  const worked = (report: 'open' | 'consolidated' | 'sent') =>
    dashboardAbout(haTinh, [sonKim1], { before: { period: '2026-10', totals: { VNEID_CAI: 5 }, report } });

  test('stands first as long as the province has not sent it, with the days it is late and the way to it', async () => {
    await opened([west], worked('consolidated'));
    expect(await screen.findByText(/^Báo cáo tháng 10 chưa gửi Văn phòng Chính phủ, quá hạn \d+ ngày\.$/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mở báo cáo tháng 10' }).getAttribute('href')).toBe('/bao-cao/42/2026-10');
  });

  test.each([
    ['was sent', worked('sent')],
    [
      'is of before anybody worked with the handbook',
      { ...worked('open'), before: { period: '2026-10', totals: {}, report: 'open' as const } },
    ],
  ])('asks for nothing once it %s', async (_, dashboard) => {
    await opened([west], dashboard);
    await theMap();
    expect(screen.queryByText(/Báo cáo tháng 10/)).toBeNull();
  });
});

describe('who wants a word', () => {
  test('a month not closed in time first, then nothing sent, then the least complete; the whole and the closed not', () => {
    const closed = { ...commune('18600', 'A', 5, 1), closed: true };
    const half = commune('18601', 'B', 5, 2, 4);
    const urged = toUrge([sonKim1, sonKim2, half, haLinh, closed], new Set(['18124']), '2026-11-12');
    expect(urged.map(({ row, why }) => [row.unit.id, why])).toEqual([
      ['18124', 'late'],
      ['18550', 'nothing'],
      ['18127', 'part'],
      ['18601', 'part'],
    ]);
  });

  test('nobody is left in a unit that is gone', () => {
    const gone = { ...haLinh, unit: { ...haLinh.unit, validTo: '2026-11-10' } };
    expect(toUrge([gone], new Set(), '2026-11-10')).toHaveLength(1);
    expect(toUrge([gone], new Set(['18550']), '2026-11-11')).toEqual([]);
  });

  test('a commune without villages has nobody to write to; where none has any, the way to add them is shown', async () => {
    const bare = commune('18600', 'A', null, 0, 0);
    expect(toUrge([bare], new Set(), '2026-11-12')).toEqual([]);
    await opened([], dashboardAbout(haTinh, [bare]));
    const part = within(await screen.findByRole('region', { name: 'Xã cần đôn đốc' }));
    expect(part.getByRole('link', { name: 'Mở Địa bàn' }).getAttribute('href')).toBe('/dia-ban');
    expect(screen.queryByRole('link', { name: 'Nhắc các tổ chưa gửi' })).toBeNull();
  });

  test('stands in a table, each with the way to write to it; all of them at once under Đôn đốc', async () => {
    await opened([west]);
    const table = within(await screen.findByRole('table', { name: 'Xã cần đôn đốc' }));
    expect(table.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Hà Linh', 'Sơn Kim 2']);
    expect(table.getByRole('link', { name: 'Nhắc xã Hà Linh' }).getAttribute('href')).toBe(
      '/don-doc?ky=2026-11&gui=18550',
    );
    expect(screen.getByRole('link', { name: 'Nhắc các tổ chưa gửi' }).getAttribute('href')).toBe('/don-doc?ky=2026-11');
  });
});

const tileOf = async (measure: string) =>
  (await screen.findByRole('heading', { level: 3, name: new RegExp(`^${measure}`) })).closest('a')!;

describe('a figure', () => {
  test('says how it stands against the same day of the period before, how whole and fresh it is, and opens what is behind', async () => {
    await opened([west]);
    const tile = await tileOf('Cài VNeID');
    expect(tile.textContent).toContain('160');
    expect(tile.textContent).toContain('+60% cùng ngày kỳ trước');
    expect(tile.textContent).toContain('2/3 xã · 08:52');
    expect(tile.getAttribute('href')).toBe('/?ky=2026-11&xep=-VNEID_CAI#bang');
  });

  test('from ten times as much on it is said in times, not in thousands of percents', async () => {
    await opened([west], { ...province, sameDay: { period: '2026-10', totals: { VNEID_CAI: 7 }, rows: [] } });
    expect((await tileOf('Cài VNeID')).textContent).toContain('gấp 22 lần cùng ngày kỳ trước');
  });

  test('nothing by the same day before is said, not divided by', async () => {
    await opened([west], { ...province, sameDay: { period: '2026-10', totals: {}, rows: [] } });
    const tile = await tileOf('Cài VNeID');
    expect(tile.textContent).toContain('160');
    expect(tile.textContent).toContain('cùng ngày kỳ trước chưa có');
  });

  test('the ruler says how many have sent and closed', async () => {
    await opened([west]);
    expect((await screen.findByRole('region', { name: 'Thước tháng' })).textContent).toContain('4/9 tổ');
    expect(screen.getByRole('region', { name: 'Thước tháng' }).textContent).toContain('0/3 xã chốt');
  });
});

describe('finding a unit', () => {
  const village = villageOf('18124', 2);
  const ended = { ...communeOf('18999', 'Xuân Cũ'), validTo: '2026-06-30' };
  const page: UnitsPage = {
    at: at('09:10'),
    unit: '42',
    units: [haTinh, sonKim1.unit, sonKim2.unit, communeOf('18409', 'Xuân Lộc'), village, ended],
    former: [
      { unit: '18409', name: 'Quang Lộc', type: 'xa', district: 'huyện Can Lộc', code: '18424', until: '2025-06-30' },
      { unit: '18409', name: 'Xuân Lộc', type: 'xa', district: 'huyện Can Lộc', code: '18421', until: '2025-06-30' },
    ],
    planned: [],
  };
  const found = (wanted: string) => findUnits(page, wanted, '2026-11-10').map(({ unit, as }) => [unit.id, as?.name]);

  test('by its name without marks, by a former one, by its code; never one that has ended, never twice', () => {
    expect(found('son kim')).toEqual([
      ['18124', undefined],
      ['18127', undefined],
    ]);
    expect(found('quang loc')).toEqual([['18409', 'Quang Lộc']]);
    expect(found('xuan')).toEqual([['18409', undefined]]);
    expect(found('18127')).toEqual([['18127', undefined]]);
    expect(found('thon 2')).toEqual([['18124-02', undefined]]);
    expect(found('  ')).toEqual([]);
  });

  test('the key "/" opens it, Enter goes to the first that fits', async () => {
    const office = await opened([west]);
    await theMap();
    await office.user.keyboard('/');
    const field = await screen.findByRole('textbox', { name: 'Tên, tên cũ hoặc mã' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await office.answers('/api/units?unit=42', page);
    await office.user.type(field, 'quang loc');
    expect(await screen.findByText(/trước là Quang Lộc, huyện Can Lộc/)).toBeTruthy();
    await office.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/tong-quan/18409?ky=2026-11'));
  });

  test('"/" typed into a field is only a letter', async () => {
    const office = await opened([west]);
    await office.user.type(await screen.findByRole('textbox', { name: 'Tìm xã, phường' }), 'a/b');
    expect(screen.queryByRole('dialog', { name: 'Tìm xã, tổ' })).toBeNull();
  });
});
