import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import '../support/words.ts';
import { targetValue } from '#model/records/target.ts';
import { figureValue } from '#model/records/official-figure.ts';
import { conflicts } from '#model/record.ts';
import type { AcceptedOperation } from '#model/operation.ts';
import { createMemory } from '#store/memory.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { communeOf, figuresAbout, haTinh, rowOf, villageOf } from '../support/figures.ts';
import { figureGiven, targetGiven } from '../support/given-from-above.ts';
import { newOffice } from '../support/office.tsx';

afterEach(cleanup);

const sonKim1 = communeOf('18124', 'Sơn Kim 1');
const villages = [1, 2, 3].map((at) => rowOf(villageOf('18124', at), { totals: at === 2 ? { VNEID_CAI: 22 } : {} }));

const pulls = ({ db, clock }: Awaited<ReturnType<typeof newOffice>>, operations: AcceptedOperation[]) =>
  createMemory(db, clock).keep({
    cursor: 0,
    more: false,
    at: Math.floor(clock.now() / 1000),
    holding: { highestSeq: 0, totals: {} },
    situation: null,
    operations,
  });

/** The commune officer of Sơn Kim 1, on 10/11, with what the province and colleagues wrote before. */
const commune = async (place: string, before: AcceptedOperation[] = [], period = '2026-11') => {
  const office = await newOffice('communeOfficer');
  await pulls(office, before);
  office.open(place);
  await office.answers(`/api/figures?unit=18124&period=${period}`, figuresAbout(sonKim1, villages, { period }));
  return office;
};
const valueOf = async (office: Awaited<ReturnType<typeof commune>>, goal: string, unit: string, period = '2026-11') =>
  targetValue((await recordById(office.db, `target:${goal}:${unit}:${period}`))?.record);

test('a number is shared out over the villages, adds up, and is saved on the machine in one go', async () => {
  const office = await commune('/chi-tieu');
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Thêm chỉ tiêu' }));
  await user.click(await screen.findByRole('radio', { name: /Cài VNeID/ }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Giao: Cài VNeID' }));
  await user.type(sheet.getByRole('textbox', { name: 'Chỉ tiêu chia cho các thôn' }), '61');
  expect(sheet.getByText('Cộng lại 61 trên 61')).toBeDefined();
  await user.click(sheet.getByRole('button', { name: 'Giao cho 3 đơn vị' }));
  await waitFor(async () => expect(await valueOf(office, 'VNEID_CAI', '18124-01')).toBe(21));
  expect(await valueOf(office, 'VNEID_CAI', '18124-02')).toBe(20);
  expect(await valueOf(office, 'VNEID_CAI', '18124-03')).toBe(20);
  const card = within(await screen.findByRole('region', { name: 'Cài VNeID' }));
  expect(card.getByText('Đã giao 61 cho 3 đơn vị')).toBeDefined();
  expect(card.getByRole('row', { name: 'Thôn 2 Trên máy 20 22 110%' })).toBeDefined();
});

test('numbers by hand that do not add up are not handed out; what was typed stays, also when the sheet is closed', async () => {
  const office = await commune('/chi-tieu', [
    targetGiven('VNEID_CAI', 30, { unit: '18124-01' }),
    targetGiven('VNEID_CAI', 30, { unit: '18124-02' }),
  ]);
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Giao: Cài VNeID' }));
  const typed = async () =>
    within(await screen.findByRole('dialog', { name: 'Giao: Cài VNeID' })).getByRole<HTMLInputElement>('textbox', {
      name: 'Thôn 3',
    });
  await user.clear(await typed());
  await user.type(await typed(), '5');
  await user.click(screen.getByRole('button', { name: 'Giao cho 3 đơn vị' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Các phần cộng lại được 65, lệch 5 so với 60. Hãy sửa cho đủ rồi giao.',
  );
  expect(await valueOf(office, 'VNEID_CAI', '18124-03')).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Đóng' }));
  await user.click(await screen.findByRole('button', { name: 'Giao: Cài VNeID' }));
  await waitFor(async () => expect((await typed()).value).toBe('5'));
});

test('by population it is said whose population is missing, and where to enter it', async () => {
  const { user } = await commune('/chi-tieu', [
    figureGiven('DAN_SO', 300, { unit: '18124-01' }),
    figureGiven('DAN_SO', 100, { unit: '18124-02' }),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Thêm chỉ tiêu' }));
  await user.click(await screen.findByRole('radio', { name: /Kích hoạt/ }));
  await user.type(await screen.findByRole('textbox', { name: 'Chỉ tiêu chia cho các thôn' }), '40');
  await user.click(screen.getByRole('radio', { name: /Theo dân số/ }));
  await user.click(screen.getByRole('button', { name: 'Giao cho 3 đơn vị' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Chưa biết dân số của: Thôn 3. Hãy nhập dân số ở thẻ Số chính thức, hoặc chọn cách chia khác.',
  );
});

test('M2: two officers changed one target: both stand side by side until one is chosen, and then the village has one', async () => {
  const office = await commune('/chi-tieu', [
    targetGiven('VNEID_CAI', 50),
    targetGiven('VNEID_CAI', 60, { at: '2026-11-02T09:00:00+07:00', device: 92 }),
  ]);
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Hai số, Thôn 2' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Cài VNeID, Thôn 2: hai số cùng được giao' }));
  expect(sheet.getByRole('region', { name: '60' }).textContent).toContain('Đang tính theo số này');
  expect(sheet.getByRole('region', { name: '50' }).textContent).toContain('Đang để riêng');
  await user.click(sheet.getByRole('button', { name: 'Giữ 50' }));
  await waitFor(async () => expect(await valueOf(office, 'VNEID_CAI', '18124-02')).toBe(50));
  const row = await recordById(office.db, 'target:VNEID_CAI:18124-02:2026-11');
  expect(conflicts(row!.record)).toEqual([]);
  expect(row!.record.fields['value']?.map(({ value }) => value)).toContain(60);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Hai số, Thôn 2' })).toBeNull());
});

test('M2: a colleague’s number that came while the sheet stood open is not replaced unseen', async () => {
  const first = targetGiven('VNEID_CAI', 50);
  const office = await commune('/chi-tieu', [first]);
  const { user, db } = office;
  await user.click(await screen.findByRole('button', { name: 'Giao: Cài VNeID' }));
  const typed = await screen.findByRole('textbox', { name: 'Thôn 2' });
  await pulls(office, [
    targetGiven('VNEID_CAI', 70, { at: '2026-11-09T09:00:00+07:00', device: 92, seen: [`91-${first.seq}`] }),
  ]);
  await screen.findByRole('row', { name: 'Thôn 2 70 22 31%' });
  await user.clear(screen.getByRole('textbox', { name: 'Chỉ tiêu chia cho các thôn' }));
  await user.type(screen.getByRole('textbox', { name: 'Chỉ tiêu chia cho các thôn' }), '55');
  await user.clear(typed);
  await user.type(typed, '55');
  await user.click(screen.getByRole('button', { name: 'Giao cho 3 đơn vị' }));
  expect(await screen.findByRole('button', { name: 'Hai số, Thôn 2' })).toBeDefined();
  const row = await recordById(db, 'target:VNEID_CAI:18124-02:2026-11');
  expect(row!.record.fields['value']?.map(({ value }) => value)).toEqual(expect.arrayContaining([70, 55]));
});

test('a target is taken back from all units in one go, and only when it is said twice', async () => {
  const office = await commune('/chi-tieu', [targetGiven('VNEID_CAI', 50)]);
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Giao: Cài VNeID' }));
  await user.click(await screen.findByRole('button', { name: 'Thôi giao chỉ tiêu này' }));
  expect(await valueOf(office, 'VNEID_CAI', '18124-02')).toBe(50);
  await user.click(await screen.findByRole('button', { name: 'Đúng, thôi giao cho 3 đơn vị' }));
  await waitFor(async () => expect(await valueOf(office, 'VNEID_CAI', '18124-02')).toBeUndefined());
});

test('a month that is over is shown and cannot be changed', async () => {
  await commune('/chi-tieu?ky=2026-10', [targetGiven('VNEID_CAI', 50, { period: '2026-10' })], '2026-10');
  expect(await screen.findByText('Kỳ này đã qua')).toBeDefined();
  expect(await screen.findByRole('row', { name: 'Thôn 2 50 22 44%' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Giao/ })).toBeNull();
});

test('the police’s figures are entered for a unit with their day, and an emptied one is taken back', async () => {
  const office = await commune('/chi-tieu?xem=official', [
    figureGiven('TK_MUC1', 900, { period: '2026-11', asOf: '2026-11-10' }),
  ]);
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Số chính thức: xã Sơn Kim 1' }));
  await user.type(await screen.findByRole('textbox', { name: 'Tài khoản mức 2' }), '1.204');
  await user.clear(screen.getByRole('textbox', { name: 'Tài khoản mức 1' }));
  await user.click(screen.getByRole('button', { name: 'Lưu số chính thức' }));
  const figure = async (code: string) =>
    figureValue((await recordById(office.db, `official:${code}:18124:2026-11`))?.record);
  await waitFor(async () => expect(await figure('TK_MUC2')).toEqual({ count: 1204, asOf: '2026-11-10' }));
  expect(await figure('TK_MUC1')).toBeUndefined();
  const row = await screen.findByRole('row', { name: /^Xã Sơn Kim 1 Trên máy/ });
  const none = '–chưa có số liệu';
  expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
    '1.204Tổ góp 0',
    none,
    `${none}Tổ góp 0`,
    none,
    none,
    '10/11/2026',
  ]);
});

const importing = async () => {
  const office = await commune('/chi-tieu?xem=official');
  const { user } = office;
  const choose = async (content: BlobPart, name = 'so-cong-an.csv') =>
    user.upload(await screen.findByLabelText('Chọn tệp .xlsx hoặc .csv'), new File([content], name));
  const figures = async () =>
    (await recordsOfType(office.db, 'official-figure'))
      .map(({ id, record }) => [id.slice('official:'.length), figureValue(record)?.count ?? null])
      .sort();
  return {
    ...office,
    choose,
    figures,
    open: () => user.click(screen.getByRole('button', { name: 'Nhập từ bảng Excel, CSV' })),
  };
};

test('a table with one bad cell is told where, and nothing of it is written; put right, all of it is', async () => {
  const { user, choose, figures, open } = await importing();
  await screen.findByRole('button', { name: 'Nhập từ bảng Excel, CSV' });
  await open();
  await choose('PK\u0003\u0004\u0000');
  expect((await screen.findByRole('alert')).textContent).toContain('Đây không phải bảng .xlsx hay .csv.');
  await choose('Tài khoản mức 2|1204');
  expect(await screen.findByText(/^Bảng chỉ có một cột/)).toBeDefined();
  await choose('Tài khoản mức 2,Dân số\n1204,5');
  expect(await screen.findByText(/^Bảng thiếu cột “Mã đơn vị”/)).toBeDefined();
  await choose('Mã đơn vị,Tài khoản mức 2\n18124-01,310\n18124-09,5\n18124-02,nhiều');
  expect(await screen.findByText(/^Chưa ghi gì: 2 ô cần sửa trong 3 dòng/)).toBeDefined();
  expect(screen.getByText(/không có đơn vị “18124-09” trong địa bàn/)).toBeDefined();
  expect(screen.getByText('Dòng 4, cột “Tài khoản mức 2”:')).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Lưu/ })).toBeNull();
  expect(await figures()).toEqual([]);

  await choose('Mã đơn vị;Tài khoản mức 2\n18124-01;310\n18124-02;1.204');
  await user.click(await screen.findByRole('button', { name: 'Lưu 2 số' }));
  await waitFor(async () =>
    expect(await figures()).toEqual([
      ['TK_MUC2:18124-01:2026-11', 310],
      ['TK_MUC2:18124-02:2026-11', 1204],
    ]),
  );
});

test('an import is undone to what stood before, after a question', async () => {
  const { user, choose, figures, open } = await importing();
  await screen.findByRole('button', { name: 'Nhập từ bảng Excel, CSV' });
  const take = async (text: string, name: string, button: string) => {
    await open();
    await choose(text, name);
    await user.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Nhập từ bảng Excel, CSV' })).toBeNull());
  };
  await take('Mã đơn vị,Dân số\n18124-01,310', 'thang-truoc.csv', 'Lưu 1 số');
  await take('Mã đơn vị,Dân số\n18124-01,999\n18124-02,999', 'nham.csv', 'Lưu 2 số');
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác: nham.csv' }));
  expect(await screen.findByText('2 số trở về như trước khi nhập.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Hoàn tác lần nhập' }));
  await waitFor(async () =>
    expect(await figures()).toEqual([
      ['DAN_SO:18124-01:2026-11', 310],
      ['DAN_SO:18124-02:2026-11', null],
    ]),
  );
  expect(await screen.findByText(/đã hoàn tác/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Hoàn tác: nham.csv' })).toBeNull();
});

test('what a commune asks of its villages is not taken for a target of the province', async () => {
  const office = await newOffice('provinceOfficer');
  office.open('/chi-tieu');
  const sonKim2 = communeOf('18125', 'Sơn Kim 2');
  const figures = figuresAbout(haTinh, [rowOf(sonKim1), rowOf(sonKim2)]);
  await office.answers('/api/figures?unit=42&period=2026-11', figures);
  const version = { at: 1_793_000_000, seen: [], by: 40 };
  const given = (goal: string, unit: string, op: string) => ({
    id: `target:${goal}:${unit}:2026-11`,
    type: 'target',
    unit,
    fields: { value: [{ ...version, op, value: 20 }] },
    lists: {},
  });
  const records = [given('VNEID_CAI', '18124-01', '91-1'), given('DD_KICH_HOAT', '18125', '92-1')];
  const page = { at: Math.floor(office.clock.now() / 1000), units: [haTinh, sonKim1, sonKim2] };
  await office.answers('/api/records?type=target&unit=42', { ...page, records });
  await office.answers('/api/records?type=official-figure&unit=42', { ...page, records: [] });
  expect(await screen.findByRole('region', { name: 'Kích hoạt' })).toBeDefined();
  expect(screen.queryByRole('region', { name: 'Cài VNeID' })).toBeNull();
});

test('a plan’s number is set for the province and shared out over its communes, exactly', async () => {
  const office = await newOffice('provinceOfficer');
  const { user } = office;
  office.open('/chi-tieu?xem=plans');
  const communes = [
    communeOf('18124', 'Sơn Kim 1'),
    communeOf('18125', 'Sơn Kim 2'),
    communeOf('18754', 'Vũng Áng', 'phuong'),
  ];
  await office.answers(
    '/api/figures?unit=42&period=2026-11',
    figuresAbout(
      haTinh,
      communes.map((unit) => rowOf(unit)),
    ),
  );
  for (const type of ['target', 'official-figure'])
    await office.answers(`/api/records?type=${type}&unit=42`, {
      at: Math.floor(office.clock.now() / 1000),
      records: [],
      units: [haTinh, ...communes],
    });
  await user.click(await screen.findByRole('radio', { name: 'Kế hoạch Hà Tĩnh' }));
  expect(await screen.findByText('48 mục tiêu')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Giao: C.2023-2025.1' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Giao: C.2025-2030.1' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Chỉ tiêu của cả tỉnh' })).value).toBe(
    '1000000',
  );
  await user.click(screen.getByRole('button', { name: 'Giao cho 3 đơn vị' }));
  const goal = 'target-hatinh-c-2025-2030-01';
  await waitFor(async () => expect(await valueOf(office, goal, '42', '2025-2030')).toBe(1_000_000));
  const given = await Promise.all(communes.map(({ id }) => valueOf(office, goal, id, '2025-2030')));
  expect(given).toEqual([333_334, 333_333, 333_333]);
  expect(await screen.findByText('Đã đặt 1.000.000 tài khoản, đã giao 1.000.000')).toBeDefined();
});

test('a figure of an earlier day keeps its day when another one is entered anew', async () => {
  const office = await commune('/chi-tieu?xem=official', [
    figureGiven('TK_MUC2', 900, { period: '2026-11', asOf: '2026-11-05' }),
    figureGiven('DAN_SO', 5310, { period: '2026-11', asOf: '2026-11-01' }),
  ]);
  const { user } = office;
  await user.click(await screen.findByRole('button', { name: 'Số chính thức: xã Sơn Kim 1' }));
  const day = await screen.findByLabelText<HTMLInputElement>('Tính đến ngày');
  expect(day.value).toBe('2026-11-05');
  fireEvent.change(day, { target: { value: '2026-11-10' } });
  await user.click(screen.getByRole('button', { name: 'Lưu số chính thức' }));
  const figure = async (code: string) =>
    figureValue((await recordById(office.db, `official:${code}:18124:2026-11`))?.record);
  await waitFor(async () => expect(await figure('TK_MUC2')).toEqual({ count: 900, asOf: '2026-11-10' }));
  expect(await figure('DAN_SO')).toEqual({ count: 5310, asOf: '2026-11-01' });
});
