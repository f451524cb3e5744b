import '../support/whole-bytes.ts';
import '../support/phone.tsx';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCourier } from '#app/courier.ts';
import { HandsProvider } from '#features/handbook.tsx';
import EntryPage from '#features/journal/EntryPage.tsx';
import Outbox from '#features/outbox/Outbox.tsx';
import Photos from '#features/photos/Photos.tsx';
import UnsentPhotos from '#features/photos/UnsentPhotos.tsx';
import { defaultSettings } from '#model/settings.ts';
import { addPhoto, notePhotoReceived, notePhotoRefused, notePhotoSent, photosOfEntry } from '#store/photos.ts';
import { AnnounceProvider } from '#ui/announce.tsx';
import { eveningInThon2 } from '../support/entries.ts';
import { openGate } from '../support/gate.ts';
import { noOffice } from '../support/no-office.ts';
import { jpeg } from '../support/pictures.ts';
import { villagePhone, type VillagePhone } from '../support/village-phone.tsx';

let phone: VillagePhone;
let entry: string;
const link = Object.assign(new EventTarget(), { saveData: false, effectiveType: '4g' });

const linkIs = (effectiveType: string) => {
  link.effectiveType = effectiveType;
  link.dispatchEvent(new Event('change'));
};
const take = async (grain = 1, bytes = 20_000) => {
  const added = await addPhoto(phone.db, phone.clock, entry, jpeg({ grain, bytes }));
  if (added.kind !== 'kept') throw new Error(added.kind);
  return added.name;
};
const wants = async (photos: boolean) => {
  const row = await phone.db.notebook.get('situation');
  if (row?.key !== 'situation') throw new Error('Nobody is signed in');
  const settings = { ...defaultSettings, photos };
  await phone.db.notebook.put({ ...row, situation: { ...row.situation, settings } });
};
const open = (address: string) =>
  render(
    <HandsProvider
      value={{ ...phone, gate: openGate().gate, courier: createCourier(phone.db, phone.clock), office: noOffice }}
    >
      <MemoryRouter initialEntries={[address]}>
        <AnnounceProvider>
          <Routes>
            <Route path="/nhat-ky/:entry" element={<EntryPage />} />
            <Route path="/nhat-ky/:entry/anh" element={<Photos />} />
            <Route path="/anh" element={<UnsentPhotos />} />
            <Route path="/hop-gui" element={<Outbox />} />
          </Routes>
        </AnnounceProvider>
      </MemoryRouter>
    </HandsProvider>,
  );

beforeEach(async () => {
  Object.defineProperty(navigator, 'connection', { value: link, configurable: true });
  Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  link.effectiveType = '4g';
  phone = await villagePhone();
  ({ entry } = await phone.wrote(eveningInThon2({ date: '2026-11-10' })));
  await wants(true);
});
afterEach(cleanup);

test('where the province wants no photos, nothing of them is seen', async () => {
  await wants(false);
  open(`/nhat-ky/${entry}`);
  await screen.findByRole('heading', { name: 'Các bản đã ghi' });
  expect(screen.queryByRole('heading', { name: 'Ảnh' })).toBeNull();
});

test('a photo says in turn that numbers go first, how much has been sent, and that the province has it', async () => {
  const name = await take();
  open(`/nhat-ky/${entry}/anh`);
  const card = (await screen.findByRole('img', { name: 'Ảnh 1' })).closest('li')!;
  await within(card).findByText('Chờ gửi số liệu trước');
  await phone.provinceAnswers(1);
  await within(card).findByText('Chờ gửi');
  await notePhotoSent(phone.db, name, 10_000);
  await within(card).findByText(/^Đã gửi (49|50) ?%$/);
  await notePhotoReceived(phone.db, name);
  await within(card).findByText('Tỉnh đã nhận');
  await userEvent.click(within(card).getByRole('button', { name: 'Xoá ảnh 1' }));
  const asked = screen.getByRole('dialog', { name: 'Xoá ảnh này?' });
  within(asked).getByText(/^Tỉnh đang giữ ảnh này/);
  await userEvent.click(within(asked).getByText('Xoá ảnh'));
  await within(card).findByText('Chờ tỉnh xoá');
  expect(within(card).queryByRole('button', { name: 'Xoá ảnh 1' })).toBeNull();
});

test('over a slow link it waits for Wi-Fi, says so, and goes when a person asks', async () => {
  await take();
  await phone.provinceAnswers(1);
  linkIs('2g');
  open('/anh');
  await screen.findByText('Chờ Wi-Fi');
  await userEvent.click(await screen.findByRole('button', { name: 'Gửi luôn bằng mạng này (20 KB)' }));
  await screen.findByText('Chờ gửi');
  expect(await photosOfEntry(phone.db, entry)).toMatchObject([{ hurry: true }]);
  linkIs('4g');
  expect(screen.queryByRole('button', { name: /Gửi luôn/ })).toBeNull();
});

test('a photo the province will not have says why, and is deleted by a person, after being asked', async () => {
  const name = await take();
  await phone.provinceAnswers(1);
  await notePhotoRefused(phone.db, name, { code: 'photos-enough', params: { most: 6 } });
  open('/hop-gui');
  await userEvent.click(await screen.findByRole('link', { name: /1 ảnh cần xử lý/ }));
  await screen.findByText(/^Lượt này đã có đủ 6 ảnh ở tỉnh/);
  await userEvent.click(screen.getByRole('button', { name: 'Xoá ảnh 1' }));
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Xoá ảnh này?' })).getByText('Xoá ảnh'));
  await screen.findByText('Không có ảnh nào chờ gửi.');
  expect(await photosOfEntry(phone.db, entry)).toEqual([]);
});

test('photos turned off later stay here, say so, and are not offered to be sent', async () => {
  await take();
  await phone.provinceAnswers(1);
  await wants(false);
  linkIs('2g');
  open('/anh');
  await screen.findByText('Tỉnh đang không nhận ảnh');
  await screen.findByText(/^Tỉnh đang không nhận ảnh, nên ảnh ở lại máy này/);
  expect(screen.queryByRole('button', { name: /Gửi luôn/ })).toBeNull();
});

test('a photo whose entry was let go is still seen, and can be deleted', async () => {
  await take();
  await phone.db.ownOperations.clear();
  await phone.db.entries.clear();
  open('/anh');
  await screen.findByText('Không thấy lượt này trên máy.');
  await screen.findByText('Lượt đã bỏ nên không gửi');
  await userEvent.click(screen.getByRole('button', { name: 'Xoá ảnh 1' }));
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Xoá ảnh này?' })).getByText('Xoá ảnh'));
  await screen.findByText('Không có ảnh nào chờ gửi.');
  expect(await photosOfEntry(phone.db, entry)).toEqual([]);
});

test('forty megabytes are told before anything is read, and the entry is as it was', async () => {
  open(`/nhat-ky/${entry}/anh`);
  await screen.findByRole('button', { name: 'Chụp ảnh' });
  const file = new File([new Uint8Array(8)], 'lon.jpg', { type: 'image/jpeg' });
  Object.defineProperty(file, 'size', { value: 40 * 1024 * 1024 + 1 });
  await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Tệp này 41 MB, quá lớn \(tối đa 40 MB\)/);
  expect(await phone.db.entries.count()).toBe(1);
});

test('the seventh photo of an entry is not offered', async () => {
  for (let grain = 1; grain <= 6; grain++) await take(grain);
  expect(await addPhoto(phone.db, phone.clock, entry, jpeg({ grain: 9 }))).toEqual({ kind: 'enough' });
  open(`/nhat-ky/${entry}/anh`);
  await screen.findByText(/tối đa 6 ảnh/);
  expect(screen.queryByRole('button', { name: 'Chụp ảnh' })).toBeNull();
});

test('that room runs out is said at four fifths, before it hurts', async () => {
  const use = { usage: 79, quota: 100 };
  Object.defineProperty(navigator, 'storage', { value: { estimate: async () => use }, configurable: true });
  const { unmount } = open(`/nhat-ky/${entry}/anh`);
  await screen.findByText('Máy này không có ảnh nào của lượt này.');
  expect(screen.queryByText(/Chỗ dành cho sổ đã dùng/)).toBeNull();
  unmount();
  use.usage = 80;
  open(`/nhat-ky/${entry}/anh`);
  await waitFor(() => screen.getByText(/Chỗ dành cho sổ đã dùng 80 ?%/));
});

test('W2: a phone that is full keeps the entry and the photos before, and says that this one is not kept', async () => {
  await take(1);
  const { db } = phone;
  db.photos.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await addPhoto(db, phone.clock, entry, jpeg({ grain: 2 }))).toEqual({ kind: 'not-stored', why: 'full' });
  expect(await photosOfEntry(db, entry)).toHaveLength(1);
  expect(await db.entries.count()).toBe(1);
});
