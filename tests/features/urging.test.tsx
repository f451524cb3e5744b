import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import '../support/words.ts';
import type { AcceptedOperation } from '#model/operation.ts';
import { announcementOf } from '#model/records/announcement.ts';
import { decidedIn } from '#model/records/merit.ts';
import { createMemory } from '#store/memory.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { at, communeOf, figuresAbout, haTinh, rowOf, villageOf } from '../support/figures.ts';
import { givenFromAbove, targetGiven } from '../support/given-from-above.ts';
import { newOffice } from '../support/office.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const sonKim1 = communeOf('18124', 'Sơn Kim 1');
const villages = [1, 2, 3].map((number) => villageOf('18124', number));

/** The commune officer of Sơn Kim 1, on a morning, with what is on the device before. */
const commune = async (day: string, rows: Parameters<typeof figuresAbout>[1], before: AcceptedOperation[] = []) => {
  const office = await newOffice('communeOfficer', Date.parse(`${day}T09:00:00+07:00`));
  const { db, clock } = office;
  await createMemory(db, clock).keep({
    cursor: 0,
    more: false,
    at: Math.floor(clock.now() / 1000),
    holding: { highestSeq: 0, totals: {} },
    situation: null,
    operations: before,
  });
  return {
    ...office,
    show: async (place = '/don-doc', period = '2026-11') => {
      office.open(place);
      await office.answers(`/api/figures?unit=18124&period=${period}`, figuresAbout(sonKim1, rows, { period }));
    },
  };
};
const heard = (time: string, day: string) => ({
  entries: 4,
  teamsReported: 1,
  lastReceivedAt: at(time, day),
  lastWordAt: at(time, day),
});
const confirmed = (unit: string, when: string, period = '2026-11') =>
  givenFromAbove('confirmation', {
    record: `confirmation:${unit}:${period}`,
    unit,
    set: { state: 'confirmed' },
    at: when,
  });

test('past the day the late ones come first and are chosen; one message goes to all of them', async () => {
  const { show, user, db } = await commune(
    '2026-11-17',
    villages.map((village, i) => rowOf(village, i === 2 ? {} : heard('08:00', '2026-11-13'))),
    [confirmed('18124-02', '2026-11-13T20:00:00+07:00')],
  );
  await show();
  expect(await screen.findByText('Đã quá hạn 3 ngày.')).toBeDefined();
  expect(await screen.findByText('1/3 thôn đã xong')).toBeDefined();
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getAllByRole('cell')[0]!.textContent)).toEqual([
    'Quá hạn 3 ngày',
    'Quá hạn 3 ngày',
    'Xong ngày 13/11',
  ]);
  await user.click(screen.getByRole('checkbox', { name: 'Nhắc Thôn 1' }));
  await user.click(screen.getByRole('button', { name: 'Soạn lời nhắc 1 thôn' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Nhắc 1 thôn' }));
  const text = sheet.getByLabelText<HTMLTextAreaElement>('Nội dung').value;
  expect(text).toContain('Hạn xác nhận số liệu tháng 11 là hết ngày 14/11/2026, nay đã quá.');

  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(sheet.getByRole('button', { name: 'Chép để gửi Zalo' }));
  expect(write.mock.calls[0]![0]).toMatch(/^Nhắc báo cáo kỳ tháng 11\/2026\n\n[^]+\n- Thôn 3: Quá hạn 3 ngày$/);

  await user.click(sheet.getByRole('button', { name: 'Gửi thông báo trong sổ' }));
  await waitFor(async () =>
    expect((await recordsOfType(db, 'announcement')).map(({ record }) => announcementOf(record))).toMatchObject([
      { units: ['18124-03'], urging: { period: '2026-11', officers: false }, unit: '18124' },
    ]),
  );
  await user.click(screen.getByRole('tab', { name: 'Đã nhắc' }));
  expect(await screen.findByRole('heading', { name: 'Nhắc báo cáo kỳ tháng 11/2026' })).toBeDefined();
});

test('who presses Nhắc beside one village finds the message to it open, and to nobody else', async () => {
  const { show, user, db } = await commune(
    '2026-11-17',
    villages.map((village, i) => rowOf(village, i === 2 ? {} : heard('08:00', '2026-11-13'))),
  );
  await show('/don-doc?ky=2026-11&gui=18124-02');
  const sheet = within(await screen.findByRole('dialog', { name: 'Nhắc 1 thôn' }));
  await user.click(sheet.getByRole('button', { name: 'Gửi thông báo trong sổ' }));
  await waitFor(async () =>
    expect((await recordsOfType(db, 'announcement')).map(({ record }) => announcementOf(record))).toMatchObject([
      { units: ['18124-02'], urging: { period: '2026-11', officers: false } },
    ]),
  );
});

test('once the commune has closed nobody is asked to confirm any more, and who had not is told so', async () => {
  const { show } = await commune(
    '2026-11-17',
    villages.map((village) => rowOf(village, { ...heard('08:00', '2026-11-13'), closed: true })),
    [confirmed('18124-02', '2026-11-13T20:00:00+07:00')],
  );
  await show();
  await waitFor(() => expect(screen.getAllByRole('row', { name: /Chưa xác nhận khi xã chốt/ })).toHaveLength(2));
  expect(screen.getByRole('button', { name: 'Chọn thôn cần nhắc' })).toBeDefined();
});

test('before the day those who were not heard of are chosen, and nobody is judged yet', async () => {
  const { show, user } = await commune(
    '2026-11-12',
    villages.map((village, i) => rowOf(village, i === 0 ? heard('08:00', '2026-11-11') : { lastWordAt: null })),
  );
  await show();
  expect(await screen.findByText('Còn 2 ngày.')).toBeDefined();
  expect(await screen.findByRole('button', { name: 'Soạn lời nhắc 2 thôn' })).toBeDefined();
  expect(screen.getByRole('row', { name: /Thôn 1.*Đang làm/ })).toBeDefined();
  await user.click(screen.getByRole('tab', { name: 'Khen, chấn chỉnh' }));
  expect(await screen.findByText(/Đề xuất có sau hạn báo cáo/)).toBeDefined();
});

test('what is proposed follows rules that are said; the officer decides otherwise, and that is kept', async () => {
  const { show, user, db } = await commune(
    '2026-11-20',
    villages.map((village, i) =>
      rowOf(village, i === 0 ? { ...heard('08:00', '2026-11-13'), totals: { VNEID_CAI: 40 } } : {}),
    ),
    [
      confirmed('18124-01', '2026-11-14T08:00:00+07:00'),
      targetGiven('VNEID_CAI', 40, { unit: '18124-01' }),
      targetGiven('VNEID_CAI', 40, { unit: '18124-02' }),
    ],
  );
  await show('/don-doc?xem=merit');
  const line = async (name: string) => within((await screen.findByText(name, { selector: 'a' })).closest('li')!);
  expect((await line('Thôn 1')).getByText('Đề xuất khen')).toBeDefined();
  expect((await line('Thôn 2')).getByText('Đề xuất chấn chỉnh')).toBeDefined();
  expect(await (await line('Thôn 2')).findByText('0% chỉ tiêu')).toBeDefined();
  expect(screen.getByText(/ít nhất 2 mặt chưa tốt/)).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Quyết định cho Thôn 2' }));
  const sheet = within(screen.getByRole('dialog', { name: 'Quyết định cho Thôn 2' }));
  await user.click(sheet.getByRole('radio', { name: 'Không khen, không chấn chỉnh' }));
  await user.type(sheet.getByLabelText('Ghi chú'), 'Thôn bị lũ cô lập cả tháng');
  await user.click(sheet.getByRole('button', { name: 'Lưu quyết định' }));
  await waitFor(async () =>
    expect(decidedIn((await recordById(db, 'merit:18124-02:2026-11'))?.record)).toMatchObject({
      decision: 'none',
      note: 'Thôn bị lũ cô lập cả tháng',
      signs: { onTime: 'bad', pace: 'bad', quality: 'bad' },
    }),
  );
  expect(await (await line('Thôn 2')).findByText(/^bạn, /)).toBeDefined();

  const files: Blob[] = [];
  URL.createObjectURL = (file: Blob | MediaSource) => {
    files.push(file as Blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Tải bảng .xlsx' }));
  await waitFor(() => expect(files).toHaveLength(1));
  const parts = unzipSync(new Uint8Array(await files[0]!.arrayBuffer()));
  const texts = Object.entries(parts)
    .filter(([name]) => /sharedStrings|sheet1/.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('');
  for (const said of ['Khen thưởng, chấn chỉnh kỳ tháng 11/2026', 'Thôn bị lũ cô lập cả tháng', 'Đề xuất khen'])
    expect(texts).toContain(said);
});

test('a province reminds communes by their officers, and no village has to read it', async () => {
  const office = await newOffice('provinceOfficer', Date.parse('2026-11-18T09:00:00+07:00'));
  office.open('/don-doc');
  const open = rowOf(communeOf('18125', 'Sơn Kim 2'), { teams: 14, teamsReported: 12 });
  await office.answers(
    '/api/figures?unit=42&period=2026-11',
    figuresAbout(haTinh, [rowOf(sonKim1, { closed: true, teams: 3, teamsReported: 3 }), open]),
  );
  expect(await screen.findByRole('row', { name: /Xã Sơn Kim 2 Quá hạn 3 ngày 12\/14 Tổ/ })).toBeDefined();
  expect(screen.getByRole('row', { name: /Xã Sơn Kim 1 Đã xong 3\/3 Tổ/ })).toBeDefined();
  const closing = { unit: '18124', standing: 'closed', at: at('16:00', '2026-11-16'), missing: [], late: 2 };
  await office.answers('/api/report?unit=42&period=2026-11', { below: [{ ...closing, amendedSince: 0 }] });
  expect(await screen.findByRole('row', { name: /Xã Sơn Kim 1 Xong ngày 16\/11, chậm 1 ngày/ })).toBeDefined();
  await office.user.click(screen.getByRole('button', { name: 'Soạn lời nhắc 1 xã' }));
  await office.user.click(await screen.findByRole('button', { name: 'Gửi thông báo trong sổ' }));
  await waitFor(async () =>
    expect((await recordsOfType(office.db, 'announcement')).map(({ record }) => announcementOf(record))).toMatchObject([
      { units: ['18125'], urging: { officers: true } },
    ]),
  );
});

test('what the province says to a commune stands first on its page; what it says to another does not', async () => {
  const said = (unit: string, text: string) =>
    givenFromAbove('announcement', {
      record: undefined as never,
      unit: '42',
      set: { title: 'Nhắc', text, units: [unit], urging: { period: '2026-11', officers: true } },
    });
  const { show } = await commune('2026-11-17', [], [said('18124', 'Xin chốt hôm nay'), said('18125', 'Xin gửi ngay')]);
  await show();
  expect(await screen.findByText('Xin chốt hôm nay')).toBeDefined();
  expect(screen.queryByText('Xin gửi ngay')).toBeNull();
});
