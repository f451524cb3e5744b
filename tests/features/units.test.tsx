import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFormerUnits } from '#server/storage/former-units.ts';
import { wantedViews } from '#store/views.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let top: Phone;
const open = async (who: Phone, place: string) => {
  const office = await realOffice(province, who);
  office.open(place);
  await office.sync();
  return office;
};
type Office = Awaited<ReturnType<typeof open>>;
/** The page of one unit is asked for once the tree is there. */
const arrived = async ({ db, clock, sync }: Office, unit: string) => {
  await waitFor(async () => expect(await wantedViews(db, clock)).toContain(`/api/units/profile?unit=${unit}`));
  await sync();
};
const openUnit = async (who: Phone, unit: string) => {
  const office = await open(who, `/dia-ban/${unit}`);
  await arrived(office, unit);
};

beforeEach(async () => {
  province = await createProvince();
  top = await province.phone('provinceOfficer');
  await keepFormerUnits(province.db, [
    { unit: '18127', name: 'Quang Lộc', type: 'xa', district: 'Huyện Can Lộc', code: '18482', until: '2025-06-30' },
  ]);
});
afterEach(async () => {
  cleanup();
  await province.close();
});

test('a former name leads to the unit it is now, and that unit’s page tells where it comes from', async () => {
  const office = await open(top, '/dia-ban');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Tìm xã, thôn, tên cũ' }), 'quang loc');
  const link = await screen.findByRole('link', { name: /Xã Sơn Kim 2/ });
  expect(link.textContent).toContain('tên cũ: xã Quang Lộc, huyện Can Lộc');
  await userEvent.click(link);
  await arrived(office, '18127');
  expect(await screen.findByRole('heading', { level: 1, name: 'Xã Sơn Kim 2' })).toBeTruthy();
  expect(await screen.findByText(/Trước là xã Quang Lộc, huyện Can Lộc/)).toBeTruthy();
});

test('a unit’s page is headed by its name while all else of it is still on the way, and so is the window', async () => {
  await open(top, '/dia-ban/18124');
  expect(await screen.findByRole('heading', { level: 1, name: 'Xã Sơn Kim 1' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Thêm thôn' })).toBeNull();
  await waitFor(() => expect(document.title).toBe('Xã Sơn Kim 1 · Sổ tay 06'));
});

test('the window of one’s own area is called after the place, not after the app', async () => {
  const office = await open(top, '/dia-ban');
  await arrived(office, '42');
  expect(await screen.findByRole('heading', { level: 2, name: 'Tỉnh Hà Tĩnh' })).toBeTruthy();
  expect(document.title).toBe('Địa bàn · Sổ tay 06');
});

test('a commune officer adds a village, which is there at once, and is told what is wrong before anything is sent', async () => {
  const officer = await province.phone('communeOfficer');
  await openUnit(officer, '18124');
  await userEvent.click(await screen.findByRole('button', { name: 'Thêm thôn' }));
  const sheet = within(await screen.findByRole('dialog'));
  await userEvent.click(sheet.getByRole('button', { name: 'Thêm vào danh mục' }));
  expect(sheet.getByText(/Mã gồm 1 đến 12/)).toBeTruthy();
  await userEvent.type(sheet.getByLabelText('Mã thôn'), '09');
  await userEvent.type(sheet.getByLabelText('Tên'), 'Thôn Bình Yên');
  await userEvent.click(sheet.getByRole('button', { name: 'Thêm vào danh mục' }));
  await waitFor(async () =>
    expect(await province.db.selectFrom('unit').select('name').where('id', '=', '18124-09').executeTakeFirst()).toEqual(
      { name: 'Thôn Bình Yên' },
    ),
  );
  expect(screen.queryByRole('link', { name: 'Sáp nhập, chia tách' })).toBeNull();
});

test('without a network nothing is said to be done', async () => {
  await openUnit(top, '18124');
  await userEvent.click(await screen.findByRole('button', { name: 'Đổi tên' }));
  const sheet = within(await screen.findByRole('dialog'));
  cutOff();
  await userEvent.type(sheet.getByLabelText('Tên'), ' mới');
  await userEvent.click(sheet.getByRole('button', { name: 'Đổi sang tên này' }));
  expect((await sheet.findByRole('alert')).textContent).toContain('Chưa có mạng');
});

test('a reorganisation is told in words first, and done only when a person says so', async () => {
  await province.person('villageMember', '18124-02', 'Nguyễn Thị Hoa');
  await open(top, '/dia-ban/18124/sap-xep');
  await userEvent.click(await screen.findByRole('checkbox', { name: /Xã Sơn Kim 2/ }));
  await userEvent.click(screen.getByRole('radio', { name: /Một đơn vị mới/ }));
  await userEvent.type(screen.getByLabelText('Mã xã, phường'), '18200');
  await userEvent.type(screen.getByLabelText('Tên'), 'Kim Liên');
  await userEvent.click(screen.getByRole('button', { name: 'Xem trước' }));
  const outcome = within(await screen.findByRole('region', { name: /Sẽ xảy ra vào 13\/11\/2026/ }));
  expect(outcome.getByText('Xã Sơn Kim 1 tồn tại đến hết 12/11/2026, sau đó là xã Kim Liên.')).toBeTruthy();
  expect(outcome.getByText(/5 thôn đi theo/)).toBeTruthy();
  expect(outcome.getByText('Nguyễn Thị Hoa sang Thôn 2 (mẫu)')).toBeTruthy();
  expect(await province.db.selectFrom('reorganisation').selectAll().execute()).toEqual([]);
  await userEvent.click(outcome.getByRole('button', { name: 'Đặt lịch vào 13/11/2026' }));
  await waitFor(async () =>
    expect(await province.db.selectFrom('reorganisation').select('begins').execute()).toEqual([
      { begins: '2026-11-13' },
    ]),
  );
});

test('a refusal of the province is shown in its words, with days as people write them', async () => {
  await province.unit('18124-04', '18124', { validFrom: '2026-12-01' });
  await open(top, '/dia-ban/18124/sap-xep');
  await userEvent.click(await screen.findByRole('checkbox', { name: /Xã Sơn Kim 2/ }));
  await userEvent.click(screen.getByRole('radio', { name: /Xã Sơn Kim 2/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Xem trước' }));
  expect((await screen.findByRole('alert')).textContent).toContain('chỉ bắt đầu từ 1/12/2026');
});
