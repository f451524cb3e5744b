import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepBoundaries } from '#server/storage/boundaries.ts';
import { keepFormerUnits } from '#server/storage/former-units.ts';
import { targetName } from '#model/records/target.ts';
import { wantedViews } from '#store/views.ts';
import { squareAt, twoCommunes } from '../support/areas.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';
import { write } from '../support/record-writes.ts';

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

/** Thon 2 had its evening; Thon 3 is stuck; the commune is to help ten people with VNeID, which it is late with, and has met a target. */
const aPeriodInSonKim1 = async () => {
  const seconds = Math.floor(province.clock.now() / 1000);
  const accepts = async (phone: Phone, operations: Parameters<TestProvince['push']>[1]) =>
    expect((await province.push(phone, operations)).refused).toEqual([]);
  const hoa = await province.phone('villageMember', '18124-02');
  await accepts(hoa, [record(eveningInThon2(), { device: hoa.device, unit: '18124-02', at: seconds })]);
  const tam = await province.phone('villageMember', '18124-03');
  const stuck = { kind: 'khong-co-song', asked: 'tinh', people: 4, text: 'Mất sóng ba ngày' };
  await accepts(tam, [write({ type: 'obstacle', set: stuck }, { device: tam.device, unit: '18124-03', at: seconds })]);
  const aim = (goal: string, value: number, seq: number) =>
    write(
      { type: 'target', record: targetName({ goal, unit: '18124', period: '2026-11' }), set: { value, way: 'hand' } },
      { device: top.device, seq, unit: '18124', at: seconds },
    );
  await accepts(top, [aim('VNEID_CAI', 10, 1), aim('TT_BUOI', 1, 2)]);
};

/** Until the screens want nothing more than what was fetched. */
const settled = async ({ sync }: Office) => {
  for (let round = 0; round < 3; round++) await sync();
};

test('a unit’s page says what is given to it and how far it is, each figure leading to its entries', async () => {
  await aPeriodInSonKim1();
  const office = await open(top, '/dia-ban/18124');
  await arrived(office, '18124');
  await settled(office);
  const targets = within(await screen.findByRole('region', { name: 'Chỉ tiêu giao cho Tổ' }));
  const rows = (await targets.findAllByRole('row')).map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['Tuyên truyền buổiđã đạt110', 'Cài VNeID ngườichậm 36104']);
  expect(targets.getByRole('link', { name: '6' }).getAttribute('href')).toBe(
    '/tong-quan/18124/luot?chi-so=VNEID_CAI&ky=2026-11',
  );
});

test('a unit’s page names what its teams are stuck on, and whom it waits for', async () => {
  await aPeriodInSonKim1();
  const office = await open(top, '/dia-ban/18127');
  await arrived(office, '18127');
  await settled(office);
  const none = within(await screen.findByRole('region', { name: 'Vướng mắc đang chờ' }));
  expect(none.getByText('Không vướng mắc nào đang chờ.')).toBeTruthy();
  office.putAway();
  office.open('/dia-ban/18124');
  await arrived(office, '18124');
  await settled(office);
  const there = within(await screen.findByRole('region', { name: 'Vướng mắc đang chờ' }));
  expect((await there.findByRole('listitem')).textContent).toContain('Mất sóng ba ngày');
  expect(there.getByRole('link', { name: /^Trả lời Thôn 3/ }).getAttribute('href')).toMatch(/^\/vuong-mac\//);
});

test('a unit is shown where it lies, a village in its commune where that is not known better; nowhere without boundaries', async () => {
  await keepBoundaries(province.db, twoCommunes, 1000);
  const office = await open(top, '/dia-ban/18124');
  await arrived(office, '18124');
  await settled(office);
  expect(await screen.findByText('Xã Sơn Kim 1 trong tỉnh Hà Tĩnh')).toBeTruthy();
  office.putAway();
  office.open('/dia-ban/18124-02');
  await arrived(office, '18124-02');
  await settled(office);
  expect(await screen.findByText('Xã Sơn Kim 1 trong tỉnh Hà Tĩnh')).toBeTruthy();
  await keepBoundaries(province.db, [{ unit: '18124-02', polygons: squareAt(105.2, 18.4, 0.02) }], 1000);
  const officer = await open(await province.phone('communeOfficer'), '/dia-ban/18124-02');
  await arrived(officer, '18124-02');
  await settled(officer);
  expect(await screen.findByText('Thôn 2 (mẫu) trong xã Sơn Kim 1')).toBeTruthy();
});

test('villages that sent nothing are reminded from their page, and all of them from their commune’s', async () => {
  await aPeriodInSonKim1();
  const office = await open(await province.phone('communeOfficer'), '/dia-ban/18124-01');
  await arrived(office, '18124-01');
  await settled(office);
  expect((await screen.findByRole('link', { name: 'Nhắc thôn' })).getAttribute('href')).toBe(
    '/don-doc?ky=2026-11&gui=18124-01',
  );
  office.putAway();
  office.open('/dia-ban/18124-02');
  await arrived(office, '18124-02');
  await settled(office);
  expect(await screen.findByText(/tính đến/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Nhắc thôn' })).toBeNull();
  office.putAway();
  office.open('/dia-ban');
  await arrived(office, '18124');
  await settled(office);
  expect((await screen.findByRole('link', { name: 'Nhắc 2 thôn' })).getAttribute('href')).toBe(
    '/don-doc?ky=2026-11&gui=18124-01%2C18124-03',
  );
});

test('the way up to a unit is only open as far as the officer may go', async () => {
  const office = await open(await province.phone('communeOfficer'), '/dia-ban/18124-02');
  await arrived(office, '18124-02');
  expect(await screen.findByRole('heading', { level: 1, name: 'Thôn 2 (mẫu)' })).toBeTruthy();
  const crumbs = screen.getByText('Tỉnh Hà Tĩnh').parentElement!;
  expect([...crumbs.children].map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
    ['Địa bàn', '/dia-ban'],
    ['Tỉnh Hà Tĩnh', null],
    ['Xã Sơn Kim 1', '/dia-ban/18124'],
    ['Mã 18124-02', null],
  ]);
});
