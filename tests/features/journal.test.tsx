import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { keepDraft } from '#store/draft.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { entryById, teamTotals } from '#store/journal.ts';
import { record } from '../support/operations.ts';
import { address, openAt, villagePhone } from '../support/village-phone.tsx';

afterEach(cleanup);

const atHome = { date: '2026-11-07', place: 'tai-nha', channel: 'tan-nha', counts: { VNEID_CAI: 12, DD_KICH_HOAT: 6 } };
const evening = {
  date: '2026-11-10',
  place: 'nha-van-hoa',
  channel: 'to-dan-pho',
  counts: { TT_BUOI: 1, TT_NGUOI: 42, VNEID_CAI: 8, DD_MUC2_VD: 5 },
};
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const item = async (name: string) => within((await screen.findByRole('link', { name })).closest('li')!);

test('an entry reads as people say it: where, when, what, and the word of where it is', async () => {
  const phone = await villagePhone();
  await phone.wrote(evening);
  openAt(phone, '/nhat-ky');
  const entry = await item('Lượt 1');
  expect(entry.getByText('08:15 · Nhà văn hoá thôn')).toBeDefined();
  expect(entry.getByText('Trên máy')).toBeDefined();
  expect(screen.getByRole('listitem').textContent).toContain('1 buổi, 42 người dự, 8 cài VNeID, 5 vận động mức 2');
  expect(screen.getByText('Kỳ này: 15/10–14/11', { exact: false }).textContent).toContain('1 lượt');
  expect(screen.getByRole('heading', { name: /Thứ Ba 10\/11 · hôm nay/ })).toBeDefined();
});

test('with the receipt the word changes by itself, without a tap', async () => {
  const phone = await villagePhone();
  await phone.wrote(evening);
  openAt(phone, '/nhat-ky');
  expect((await item('Lượt 1')).getByText('Trên máy')).toBeDefined();
  await phone.provinceAnswers(1);
  expect(await screen.findByText('Tỉnh đã nhận')).toBeDefined();
});

test('what was begun comes first in its day, as Nháp, and leads back to the form', async () => {
  const phone = await villagePhone();
  await phone.wrote(evening);
  await keepDraft(phone.db, phone.clock, 'log', {
    date: '2026-11-10',
    place: 'tai-nha',
    channel: 'tan-nha',
    counts: { VNEID_CAI: '2', DD_KICH_HOAT: '2,5' },
    cells: {},
    services: {},
    note: '',
    reason: '',
  });
  openAt(phone, '/nhat-ky');
  await screen.findByText('Đang ghi dở');
  const [first] = screen.getAllByRole('listitem');
  expect(first!.textContent?.trim()).toBe('Đang ghi dởNhápTại nhà dân · 2 cài VNeID');
  await userEvent.click(within(first!).getByRole('link'));
  expect(address()).toBe('/ghi');
});

test('a correction shows what it changed and why, the old figure struck through; its own word until it is received', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  await phone.provinceAnswers(1);
  await correctEntry(phone.db, phone.clock, {
    entry,
    content: { ...atHome, counts: { VNEID_CAI: 9, DD_KICH_HOAT: 6 } },
    reason: 'ghi nhầm cả người Thôn 3',
  });
  openAt(phone, '/nhat-ky');
  const shown = await item('Lượt 1');
  expect(shown.getByText('Tỉnh đã nhận')).toBeDefined();
  expect(shown.getByText('Trên máy')).toBeDefined();
  expect(shown.getByText('cài VNeID từ 12 thành 9')).toBeDefined();
  expect(document.querySelector('del')?.textContent).toBe('12');
  expect(shown.getByText('Lý do: ghi nhầm cả người Thôn 3')).toBeDefined();
});

test('a withdrawn entry bears "Đã rút" beside its state, with the reason, and counts no more', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  await phone.provinceAnswers(1);
  await withdrawEntry(phone.db, phone.clock, { entry, reason: 'trùng lượt 35 của tổ trưởng' });
  openAt(phone, '/nhat-ky');
  const shown = await item('Lượt 1');
  expect(shown.getByText('Đã rút')).toBeDefined();
  expect(shown.getByText('Tỉnh đã nhận')).toBeDefined();
  expect(shown.getByText('Lý do: trùng lượt 35 của tổ trưởng')).toBeDefined();
  expect(screen.getByText('0 lượt')).toBeDefined();
});

test("a colleague's entry bears the colleague's name, and its page offers no way to change it", async () => {
  const phone = await villagePhone();
  const byNam = record(atHome, { device: 23, seq: 4 });
  await phone.pulls([{ ...byNam, number: 1, by: 6, receivedAt: byNam.at + 60 }]);
  const opened = openAt(phone, '/nhat-ky');
  const shown = await item('Lượt của Trần Văn Nam');
  expect(shown.getByText('Tỉnh đã nhận')).toBeDefined();
  opened.unmount();
  openAt(phone, '/nhat-ky/23-4');
  expect(await screen.findByText(/Lượt này do người khác ghi/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /Sửa|Rút/ })).toBeNull();
});

test('another period is a tap away, and what it closed with reads "Đã chốt"', async () => {
  const phone = await villagePhone({ at: '2026-10-13T08:30:00+07:00' });
  await phone.wrote({
    date: '2026-10-12',
    place: 'diem-luu-dong',
    channel: 'luu-dong',
    counts: { DD_MUC2_VD: 14, DD_MUC2_LD: 11 },
  });
  await phone.provinceAnswers(1);
  await phone.closes('2026-10');
  phone.later(28 * 24 * 3600 * 1000);
  openAt(phone, '/nhat-ky');
  expect(await screen.findByText(/Kỳ này chưa có lượt nào/)).toBeDefined();
  await tap('Đổi kỳ');
  await userEvent.click(await screen.findByRole('radio', { name: /Tháng 10/ }));
  const shown = await item('Lượt 1');
  expect(shown.getByText('Đã chốt')).toBeDefined();
  expect(screen.getByText('Kỳ tháng 10: 15/9–14/10', { exact: false })).toBeDefined();
});

test('a withdrawal is confirmed with a reason, then the figures are out of the sums and all is still readable', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  openAt(phone, `/nhat-ky/${entry}`);
  await tap('Rút lượt này');
  const sheet = within(await screen.findByRole('dialog', { name: 'Rút lượt này?' }));
  await userEvent.click(sheet.getByRole('button', { name: 'Rút lượt này' }));
  expect(sheet.getByText(/Chưa có lý do/)).toBeDefined();
  await userEvent.click(sheet.getByRole('button', { name: 'Ghi trùng' }));
  await userEvent.click(sheet.getByRole('button', { name: 'Rút lượt này' }));
  await waitFor(async () => expect((await entryById(phone.db, entry))!.entry.withdrawal?.reason).toBe('Ghi trùng'));
  expect(await teamTotals(phone.db, '2026-11')).toEqual({});
  expect(await screen.findByText(/Lượt này đã rút nên không sửa được nữa/)).toBeDefined();
  expect(screen.getByText('Lý do: Ghi trùng')).toBeDefined();
});

test('the page of an entry tells every version, where each is, and who wrote it', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  await phone.provinceAnswers(1);
  await correctEntry(phone.db, phone.clock, {
    entry,
    content: { ...atHome, counts: { VNEID_CAI: 9 } },
    reason: 'Đếm nhầm',
  });
  await phone.provinceAnswers(2, [{ seq: 2, code: 'entry-not-yours' }]);
  openAt(phone, `/nhat-ky/${entry}`);
  expect(await screen.findByText('Bản đầu')).toBeDefined();
  expect(screen.getByText(/Người ghi: Nguyễn Thị Hoa/)).toBeDefined();
  expect(screen.getByText('Cần xử lý')).toBeDefined();
});
