import { afterEach, describe, expect, test, vi } from 'vitest';
import { chooseMeasures, chosenMeasures, usualMeasures } from '#features/overview/chosen-measures.ts';
import { changesBetween } from '#features/overview/changes-between.ts';
import { figureOf, isComplete, rowsWithData } from '#features/overview/completeness.ts';
import { provincePage } from '#features/province-page.ts';
import { firstOrder, sortRows, type Order } from '#features/overview/sort-rows.ts';
import { sumEntries } from '#features/overview/sum-entries.ts';
import { sumRows } from '#features/overview/sum-rows.ts';
import { tableText } from '#features/table-text.ts';
import { withoutMarks } from '#features/without-marks.ts';
import { at, communeOf, entryOf, figuresAbout, haTinh, rowOf, villageOf } from '../support/figures.ts';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

const sonHong = rowOf(communeOf('1', 'Sơn Hồng'), { teams: 23 });
const huongXuan = rowOf(communeOf('2', 'Hương Xuân'), {
  totals: { VNEID_CAI: 33 },
  entries: 40,
  teams: 39,
  teamsReported: 23,
  lastReceivedAt: at('08:52'),
  devicesSeenAt: at('07:40'),
  devicesWaiting: 3,
});
const ducTho = rowOf(communeOf('3', 'Đức Thọ'), {
  totals: { TT_BUOI: 1 },
  entries: 1,
  teams: 20,
  teamsReported: 20,
  lastReceivedAt: at('21:04', '2026-11-09'),
  devicesSeenAt: at('08:00', '2026-11-09'),
});
const canLoc = rowOf(communeOf('4', 'Can Lộc'), {
  totals: { VNEID_CAI: 360 },
  entries: 90,
  teams: 18,
  teamsReported: 16,
  lastReceivedAt: at('09:02'),
  devicesSeenAt: at('09:02'),
});
const rows = [sonHong, huongXuan, ducTho, canLoc];
const names = (order: Order, of = rows) => sortRows(of, order).map(({ unit }) => unit.name);

describe('the order of the rows', () => {
  test('names stand in the Vietnamese order: Đ after C and before H, not after Z', () => {
    expect(names({ column: 'name', down: false })).toEqual(['Can Lộc', 'Đức Thọ', 'Hương Xuân', 'Sơn Hồng']);
    expect(names({ column: 'name', down: true })).toEqual(['Sơn Hồng', 'Hương Xuân', 'Đức Thọ', 'Can Lộc']);
  });

  test('village 2 stands before village 10', () => {
    const villages = [10, 2, 1].map((number) => rowOf(villageOf('18124', number)));
    expect(names({ column: 'name', down: false }, villages)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 10']);
  });

  test('what is unknown stands last from either end, nought does not', () => {
    expect(names({ column: 'VNEID_CAI', down: true })).toEqual(['Can Lộc', 'Hương Xuân', 'Đức Thọ', 'Sơn Hồng']);
    expect(names({ column: 'VNEID_CAI', down: false })).toEqual(['Đức Thọ', 'Hương Xuân', 'Can Lộc', 'Sơn Hồng']);
  });

  test('teams stand by their share: 20 of 20 is more than 23 of 39', () => {
    expect(names({ column: 'teams', down: false })).toEqual(['Sơn Hồng', 'Hương Xuân', 'Can Lộc', 'Đức Thọ']);
  });

  test('who never sent, and whose devices never spoke, stand where the oldest stand', () => {
    expect(names({ column: 'newest', down: false })).toEqual(['Sơn Hồng', 'Đức Thọ', 'Hương Xuân', 'Can Lộc']);
    expect(names({ column: 'devices', down: true })).toEqual(['Can Lộc', 'Hương Xuân', 'Đức Thọ', 'Sơn Hồng']);
  });

  test('equals stand by name whichever way the column runs', () => {
    const two = [rowOf(communeOf('6', 'Kỳ Hoa')), rowOf(communeOf('5', 'Kỳ Anh'))];
    expect(names({ column: 'newest', down: true }, two)).toEqual(['Kỳ Anh', 'Kỳ Hoa']);
  });

  test('a first tap gives figures from the largest, but names from A and dates from the oldest', () => {
    expect(firstOrder('VNEID_CAI').down).toBe(true);
    expect(['name', 'teams', 'newest', 'devices'].map((column) => firstOrder(column).down)).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});

describe('how complete', () => {
  test('nothing came: the figure is unknown; something came without this measure: it is nought', () => {
    expect(figureOf(sonHong, 'VNEID_CAI')).toBeNull();
    expect(figureOf(ducTho, 'VNEID_CAI')).toBe(0);
    expect(figureOf(huongXuan, 'VNEID_CAI')).toBe(33);
  });

  test('a village whose only entry was withdrawn is unknown again, though something came from it', () => {
    const village = rowOf(villageOf('18124', 2), { lastReceivedAt: at('08:00') });
    expect(figureOf(village, 'TT_BUOI')).toBeNull();
  });

  test('a commune is whole when all of its teams have sent, and a commune without teams never is', () => {
    expect([ducTho, huongXuan, rowOf(communeOf('9', 'Mới'))].map(isComplete)).toEqual([true, false, false]);
    expect(rowsWithData(figuresAbout(haTinh, rows))).toBe(3);
  });
});

test('rows taken together: sums of sums, the latest of times', () => {
  expect(sumRows([sonHong, huongXuan, canLoc])).toEqual({
    totals: { VNEID_CAI: 393 },
    entries: 130,
    teams: 80,
    teamsReported: 39,
    lastReceivedAt: at('09:02'),
    devicesSeenAt: at('09:02'),
    devicesWaiting: 3,
  });
  expect(sumRows([sonHong]).lastReceivedAt).toBeNull();
});

test('a name is found without tone marks, in either Unicode form', () => {
  expect(withoutMarks('  Vũng   Áng ')).toBe('vung ang');
  expect(withoutMarks('ĐỨC THỌ')).toBe('duc tho');
  expect(withoutMarks('Đức Thọ'.normalize('NFD'))).toBe('duc tho');
});

test('a table on the clipboard keeps one cell a cell', () => {
  expect(
    tableText([
      ['Xã', 'Số'],
      ['Sơn\tKim\n1', 0],
      ['Hà Linh', null],
    ]),
  ).toBe('Xã\tSố\r\nSơn Kim 1\t0\r\nHà Linh\t');
});

describe('the columns somebody chose', () => {
  test('core measures the province uses, until somebody chose others; these are found again in order', () => {
    expect(chosenMeasures()).toBeUndefined();
    expect(usualMeasures(['TT_NGUOI'])).not.toContain('TT_NGUOI');
    chooseMeasures(['VM_SO', 'VNEID_CAI']);
    expect(chosenMeasures()).toEqual(['VNEID_CAI', 'VM_SO']);
  });

  test.each(['{', '[]', '"VNEID_CAI"', '["GONE"]', 'null'])(
    'what was kept is nonsense (%s): the usual ones',
    (kept) => {
      localStorage.setItem('so-tay-06.overview.measures', kept);
      expect(chosenMeasures()).toBeUndefined();
    },
  );

  test('storage forbidden: nothing breaks', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    chooseMeasures(['VM_SO']);
    expect(chosenMeasures()).toBeUndefined();
  });
});

describe('a page of the province', () => {
  const kept = { name: '/api/figures?unit=42', wantedAt: 1, fetchedAt: 5, body: { asOf: 1 }, refusal: null };
  const never = { ...kept, fetchedAt: null, body: null };
  const well = { trouble: null };
  const cut = { trouble: { kind: 'unreachable' as const } };
  const outOfScope = { code: 'unit-out-of-scope' as const, params: {} };
  const busy = { code: 'province-busy' as const, params: {} };

  test('asked for, not here yet', () => {
    expect(provincePage(undefined, well)).toEqual({ kind: 'opening' });
    expect(provincePage(never, well)).toEqual({ kind: 'opening' });
  });
  test('never loaded, and no network', () => {
    expect(provincePage(never, cut)).toEqual({ kind: 'unreachable' });
  });
  test('kept from before, and no network: shown, and said so', () => {
    expect(provincePage(kept, cut)).toMatchObject({ kind: 'shown', body: { asOf: 1 }, trouble: 'unreachable' });
  });
  test('the province is busy: the kept page stays', () => {
    expect(provincePage({ ...kept, refusal: busy }, well)).toMatchObject({ kind: 'shown', trouble: busy });
  });
  test('no longer this person’s area: the kept page is not shown any more', () => {
    expect(provincePage({ ...kept, refusal: outOfScope }, well)).toEqual({ kind: 'refused', refusal: outOfScope });
  });
  test('the device was revoked before the page ever came', () => {
    const revoked = { code: 'device-revoked' as const, params: {} };
    expect(provincePage(never, { trouble: { kind: 'refused', refusal: revoked } })).toEqual({
      kind: 'refused',
      refusal: revoked,
    });
  });
});

describe('the entries behind a figure', () => {
  const corrected = entryOf(1, { VNEID_CAI: 5 });
  corrected.revisions.push({
    content: {
      date: '2026-11-08',
      place: 'tai-nha',
      channel: 'to-dan-pho',
      counts: { VNEID_CAI: 4, TT_BUOI: 1 },
      services: { 'dang-ky-khai-sinh': 1 },
      cells: { 'VNEID_CAI/gender/nu': 2 },
      note: 'Đếm lại',
    },
    device: 17,
    seq: 2,
    at: at('08:00'),
    by: 5,
    reason: 'Nhập nhầm',
  });
  const withdrawn = entryOf(
    3,
    { VNEID_CAI: 7 },
    { withdrawal: { device: 17, seq: 4, at: at('08:10'), by: 5, reason: 'Ghi trùng' } },
  );

  test('M1: the newest revision counts, a withdrawn entry does not', () => {
    expect(
      sumEntries([corrected, withdrawn, entryOf(5, { VNEID_CAI: 2 }), entryOf(6, { TT_BUOI: 1 })], 'VNEID_CAI'),
    ).toBe(6);
  });

  test('a correction is told by what it changed and nothing else', () => {
    const [before, after] = corrected.revisions;
    expect(changesBetween(before!.content, after!.content)).toEqual([
      { of: 'date', from: '2026-11-09', to: '2026-11-08' },
      { of: 'place', from: 'nha-van-hoa', to: 'tai-nha' },
      { of: 'note', from: '', to: 'Đếm lại' },
      { of: 'count', key: 'VNEID_CAI', from: 5, to: 4 },
      { of: 'count', key: 'TT_BUOI', from: 0, to: 1 },
      { of: 'service', key: 'dang-ky-khai-sinh', from: 0, to: 1 },
      { of: 'cells' },
    ]);
    expect(changesBetween(before!.content, before!.content)).toEqual([]);
  });
});
