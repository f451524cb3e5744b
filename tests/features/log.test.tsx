import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { EntryDraft } from '#model/draft.ts';
import { newestRevision } from '#model/entry.ts';
import { draft } from '#store/draft.ts';
import { lastEntryByMe, countEntries } from '#store/journal.ts';
import { outbox } from '#store/outbox.ts';
import { address, openAt, villagePhone, type VillagePhone } from '../support/village-phone.tsx';

afterEach(cleanup);

const count = (what: string) => screen.findByRole<HTMLInputElement>('textbox', { name: `Số lượng, ${what}` });
const type = async (what: string, text: string) => {
  const field = await count(what);
  await userEvent.click(field);
  await userEvent.keyboard(text);
};
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const save = () => tap('Lưu lượt này');
const keptDraft = async ({ db }: VillagePhone) => (await draft<EntryDraft>(db, 'log'))?.value;
const summary = () => screen.findByRole('alert', { name: /Cần sửa/ });

const chooseDay = async (day: string) => {
  await tap(/Đổi ngày/);
  await userEvent.click(await screen.findByRole('radio', { name: /Ngày khác/ }));
  fireEvent.change(screen.getByLabelText('Chọn ngày đã qua'), { target: { value: day } });
  await tap('Chọn ngày này');
};
const choosePlace = async (place: string) => {
  await tap(/Đổi nơi/);
  const places = await screen.findByRole('group', { name: 'Nơi làm' });
  await userEvent.click(within(places).getByRole('radio', { name: place }));
  await tap('Xong');
};

test('an evening at the culture house: numbers, Lưu, and it is on the phone and waits to be sent', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  expect(await screen.findByRole('button', { name: /^Ngày ?Hôm nay, 10\/11.*Đổi ngày$/ })).toBeDefined();
  await tap('Thêm 1, Tuyên truyền');
  await type('Người dự', '42');
  await type('Cài VNeID', '8');
  await save();
  expect(await screen.findByRole('heading', { name: 'Đã lưu trên máy' })).toBeDefined();
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content).toEqual({
    date: '2026-11-10',
    place: 'nha-van-hoa',
    channel: 'to-dan-pho',
    counts: { TT_BUOI: 1, TT_NGUOI: 42, VNEID_CAI: 8 },
  });
  expect((await outbox(phone.db)).waiting).toHaveLength(1);
  expect(await keptDraft(phone)).toBeUndefined();
});

test('after saving, one tap begins the next entry empty, another leads to Hôm nay', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await save();
  await tap('Ghi lượt nữa');
  expect((await count('Cài VNeID')).value).toBe('0');
  await type('Kích hoạt', '2');
  await save();
  await tap('Về Hôm nay');
  expect(address()).toBe('/');
  expect(await countEntries(phone.db)).toBe(2);
});

test('Lưu tapped twice in a hurry saves once', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  const button = screen.getByRole('button', { name: 'Lưu lượt này' });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(await countEntries(phone.db)).toBe(1);
});

test.each([
  ['Cài VNeID', '-3', 'Cài VNeID: hãy nhập số nguyên từ 0 đến 500.'],
  ['Cài VNeID', '2,5', 'Cài VNeID: hãy nhập số nguyên từ 0 đến 500.'],
  ['Cài VNeID', 'nhiều', 'Cài VNeID: hãy nhập số nguyên từ 0 đến 500.'],
  ['Cài VNeID', '99999', /99\.999 vượt mức tối đa 500/],
  ['Người dự', '30', 'Đã có người dự thì phải có ít nhất 1 buổi tuyên truyền. Hãy nhập số buổi.'],
])(
  '%s %j is not saved: the summary says what to do and has the focus, and what was typed is there',
  async (what, text, words) => {
    const phone = await villagePhone();
    openAt(phone, '/ghi');
    await type(what, text);
    await save();
    expect(document.activeElement).toBe(await summary());
    expect(within(await summary()).getByRole('link', { name: words })).toBeDefined();
    expect((await count(what)).value).toBe(text);
    expect(await countEntries(phone.db)).toBe(0);
    await waitFor(async () => expect(Object.values((await keptDraft(phone))!.counts)).toContain(text));
  },
);

test('a line of the summary leads to its field, which says the same beside it; mended, both are gone', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '-3');
  await save();
  await userEvent.click(within(await summary()).getByRole('link'));
  const field = await count('Cài VNeID');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toContain('số nguyên');
  await userEvent.clear(field);
  await userEvent.type(field, '3');
  expect(screen.queryByRole('alert', { name: /Cần sửa/ })).toBeNull();
  await save();
  expect(await screen.findByRole('heading', { name: 'Đã lưu trên máy' })).toBeDefined();
});

test('nothing counted is nothing to save', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await screen.findByText('Làm được bao nhiêu?');
  await save();
  expect(within(await summary()).getByRole('link', { name: /Lượt này chưa có con số nào/ })).toBeDefined();
  expect(await countEntries(phone.db)).toBe(0);
});

test('a day to come is told at once, and the numbers stay', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await chooseDay('2026-11-12');
  expect(await screen.findByText(/Ngày ghi ở sau hôm nay/)).toBeDefined();
  await save();
  expect(await countEntries(phone.db)).toBe(0);
  expect((await count('Cài VNeID')).value).toBe('8');
  await tap(/Đổi ngày/);
  await userEvent.click(await screen.findByRole('radio', { name: /Hôm qua/ }));
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect((await lastEntryByMe(phone.db))!.date).toBe('2026-11-09');
});

test('a day in a closed period is told at once, with what to do', async () => {
  const phone = await villagePhone({ closed: ['2026-10'] });
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await chooseDay('2026-10-13');
  expect(await screen.findByText(/Kỳ báo cáo tháng 10 đã chốt.*Hãy báo cán bộ xã/)).toBeDefined();
  await save();
  expect(await countEntries(phone.db)).toBe(0);
});

test('a personal number in a note is refused while it is being typed; the note stays to be mended', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await tap('Thêm ghi chú');
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ghi chú' });
  expect(note.getAttribute('aria-describedby')).toContain('note-hint');
  await userEvent.type(note, 'Anh Tư 042099001234');
  expect(await screen.findByText(/Ghi chú có dãy số giống số định danh/)).toBeDefined();
  await save();
  expect(await countEntries(phone.db)).toBe(0);
  expect(note.value).toBe('Anh Tư 042099001234');
  await userEvent.clear(note);
  await userEvent.type(note, 'Hẹn buổi sau');
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content.note).toBe('Hẹn buổi sau');
});

test('a note too long keeps every letter and says by how much', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await tap('Thêm ghi chú');
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ghi chú' });
  fireEvent.change(note, { target: { value: 'Mưa to. '.repeat(40).trim() } });
  expect(await screen.findByText(/dài 319 ký tự, tối đa 280/)).toBeDefined();
  expect(note.value).toHaveLength(319);
});

test('what is unlikely is asked once: looked at again it stays a draft, confirmed it is saved', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '250');
  await save();
  const question = await screen.findByRole('dialog', { name: 'Đúng như vậy chứ?' });
  expect(within(question).getByText(/Cài VNeID: 250 nhiều hơn thường lệ/)).toBeDefined();
  await userEvent.click(within(question).getByRole('button', { name: 'Để tôi xem lại' }));
  expect(await countEntries(phone.db)).toBe(0);
  await save();
  await tap('Đúng, lưu');
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(await countEntries(phone.db)).toBe(1);
});

test('captures at level 2 are asked at the mobile point only; moved elsewhere, the number waits uncounted and says so', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await screen.findByText('Làm được bao nhiêu?');
  expect(screen.queryByRole('textbox', { name: 'Số lượng, Mức 2: đã thu nhận' })).toBeNull();
  await choosePlace('Điểm lưu động');
  await type('Mức 2: đã thu nhận', '11');
  await type('Mức 2: vận động', '14');
  await choosePlace('Tại nhà dân');
  expect(await screen.findByText(/“Mức 2: đã thu nhận” \(11\) không tính ở nơi này/)).toBeDefined();
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content).toMatchObject({
    place: 'tai-nha',
    channel: 'tan-nha',
    counts: { DD_MUC2_VD: 14 },
  });
});

test('✕ keeps the draft; opened again it is all there, with the word Nháp', async () => {
  const phone = await villagePhone();
  const first = openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await type('Kích hoạt', '2,5');
  expect(screen.getByText('Nháp')).toBeDefined();
  await tap(/Đóng/);
  expect(address()).toBe('/');
  first.unmount();
  openAt(phone, '/ghi');
  expect((await count('Cài VNeID')).value).toBe('8');
  expect((await count('Kích hoạt')).value).toBe('2,5');
  expect(screen.getByText('Nháp')).toBeDefined();
});

test('the app put aside in the middle of a number has the draft on the phone at once', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  fireEvent(window, new Event('pagehide'));
  await waitFor(async () => expect((await keptDraft(phone))?.counts).toEqual({ VNEID_CAI: '8' }));
});

test('a draft thrown away comes back for eight seconds', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await tap('Bỏ bản nháp');
  expect((await count('Cài VNeID')).value).toBe('0');
  await waitFor(async () => expect(await keptDraft(phone)).toBeUndefined());
  await tap('Lấy lại');
  expect((await count('Cài VNeID')).value).toBe('8');
  await waitFor(async () => expect((await keptDraft(phone))?.counts).toMatchObject({ VNEID_CAI: '8' }));
});

test('W2: on a full phone nothing is saved, the person is told, and the draft stays', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await waitFor(async () => expect(await keptDraft(phone)).toBeDefined());
  const full = () => {
    throw new DOMException('Quota exceeded', 'QuotaExceededError');
  };
  phone.db.ownOperations.hook('creating', full);
  await save();
  expect(await screen.findByText(/Máy đã đầy nên chưa lưu được. Bản nháp còn nguyên./)).toBeDefined();
  expect((await count('Cài VNeID')).value).toBe('8');
  expect(await countEntries(phone.db)).toBe(0);
  expect((await keptDraft(phone))?.counts).toMatchObject({ VNEID_CAI: '8' });
  phone.db.ownOperations.hook('creating').unsubscribe(full);
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(await countEntries(phone.db)).toBe(1);
});

test('help with services is told apart, found without diacritics, and never more than the total', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Dịch vụ công', '2');
  await tap(/Dịch vụ nào/);
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Tìm dịch vụ' }), 'khai sinh');
  const more = screen.getByRole('button', { name: 'Thêm 1, Đăng ký khai sinh' });
  await userEvent.click(more);
  await userEvent.click(more);
  await userEvent.click(more);
  expect((await count('Đăng ký khai sinh')).value).toBe('2');
  expect(screen.getByText(/Đã ghi đủ 2 lượt/)).toBeDefined();
  await tap('Xong');
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content.services).toEqual({ 'dang-ky-khai-sinh': 2 });
});

test('services typed above the total are refused beside the total', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Dịch vụ công', '2');
  await tap(/Dịch vụ nào/);
  await type('Đăng ký khai tử', '5');
  await tap('Xong');
  await save();
  expect(within(await summary()).getByRole('link', { name: /dịch vụ công \(5\) nhiều hơn tổng \(2\)/ })).toBeDefined();
  expect(await countEntries(phone.db)).toBe(0);
});

test('women and men may be told apart, and are never more than all', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  await tap('Chia theo giới, tuổi, nhóm');
  await tap(/Cài VNeID: 8 người/);
  await type('Cài VNeID, Nữ', '5');
  expect(screen.getByText('Không ghi: 3')).toBeDefined();
  await type('Cài VNeID, Nam', '4');
  await save();
  expect(within(await summary()).getByRole('link', { name: /số chi tiết \(9\) nhiều hơn tổng \(8\)/ })).toBeDefined();
  await type('Cài VNeID, Nam', '3');
  await save();
  await screen.findByRole('heading', { name: 'Đã lưu trên máy' });
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content.cells).toEqual({
    'VNEID_CAI/gender/nu': 5,
    'VNEID_CAI/gender/nam': 3,
  });
});

test('less usual figures wait behind "Thêm số liệu khác", but for those the province switched off', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await tap('Thêm số liệu khác');
  expect(await count('Làm thẻ căn cước')).toBeDefined();
  expect(screen.queryByRole('textbox', { name: 'Số lượng, Tờ rơi' })).toBeNull();
});

test('the next entry starts where the last one was', async () => {
  const phone = await villagePhone();
  await phone.wrote({ date: '2026-11-09', place: 'truong-hoc', channel: 'doan-hoi', counts: { VNEID_CAI: 1 } });
  openAt(phone, '/ghi');
  expect(await screen.findByRole('button', { name: /^Nơi làm ?Trường học.*Đổi nơi$/ })).toBeDefined();
});

test('an officer is told that only the village team logs', async () => {
  openAt(await villagePhone({ role: 'communeOfficer' }), '/ghi');
  expect(await screen.findByText(/Chỉ thành viên tổ công tác ở thôn mới ghi nhận/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Lưu lượt này' })).toBeNull();
});

test('Enter in the search for a service saves nothing', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Dịch vụ công', '2{Enter}');
  await tap(/Dịch vụ nào/);
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Tìm dịch vụ' }), 'khai sinh{Enter}');
  expect(await screen.findByRole('button', { name: 'Thêm 1, Đăng ký khai sinh' })).toBeDefined();
  expect(await countEntries(phone.db)).toBe(0);
});

test('a thumb still on the form while it is being saved leaves no draft of what was saved', async () => {
  const phone = await villagePhone();
  openAt(phone, '/ghi');
  await type('Cài VNeID', '8');
  fireEvent.click(screen.getByRole('button', { name: 'Lưu lượt này' }));
  fireEvent.click(screen.getByRole('button', { name: 'Thêm 1, Cài VNeID' }));
  await tap('Ghi lượt nữa');
  expect((await count('Cài VNeID')).value).toBe('0');
  expect(await keptDraft(phone)).toBeUndefined();
  expect(newestRevision((await lastEntryByMe(phone.db))!.entry).content.counts).toEqual({ VNEID_CAI: 8 });
});
