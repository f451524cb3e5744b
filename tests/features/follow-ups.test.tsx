import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import FollowUps from '#features/follow-ups/FollowUps.tsx';
import More from '#features/more/More.tsx';
import { keptAfterDone } from '#store/follow-ups-sweep.ts';
import { createMemory } from '#store/memory.ts';
import { hasPin, setPin } from '#store/pin.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(cleanup);

const phoneWithPin = async () => {
  const phone = newPhone();
  await phone.signIn();
  await setPin(phone.db, '2468');
  return phone;
};
type Phone = Awaited<ReturnType<typeof phoneWithPin>>;

const press = async ({ user }: Phone, name: string) => user.click(await screen.findByRole('button', { name }));
const enter = async (phone: Phone, pin: string, button: string) => {
  const field = await screen.findByLabelText('Mã PIN của máy');
  await phone.user.clear(field);
  await phone.user.type(field, pin);
  await press(phone, button);
};
const add = async (phone: Phone, hint: string, need: string) => {
  await press(phone, 'Thêm một nhà');
  const sheet = within(await screen.findByRole('dialog'));
  await phone.user.type(sheet.getByLabelText('Gợi nhớ nhà nào'), hint);
  await phone.user.click(sheet.getByLabelText(need));
  await press(phone, 'Lưu trên máy này');
};
/** Turned on, with one house. */
const phoneWithList = async () => {
  const phone = await phoneWithPin();
  phone.open(<FollowUps />);
  await enter(phone, '2468', 'Bật danh sách');
  await add(phone, 'nhà cuối ngõ 3', 'Đi làm mức 2');
  await screen.findByText('nhà cuối ngõ 3');
  return phone;
};
const openAgain = (phone: Phone) => {
  phone.putAway();
  phone.open(<FollowUps />);
};

test('without a PIN the screen says so, says that nothing leaves the phone, and asks for nothing', async () => {
  const phone = newPhone();
  await phone.signIn();
  phone.open(<FollowUps />);
  expect(await screen.findByText('Danh sách này chỉ có khi máy đặt mã PIN.')).toBeTruthy();
  expect(screen.getByText(/không bao giờ gửi đi đâu/)).toBeTruthy();
  expect(screen.queryByLabelText('Mã PIN của máy')).toBeNull();
  phone.putAway();
  phone.open(<More />, '/them#ma-pin');
  expect(await screen.findByLabelText('Mã PIN mới')).toBeTruthy();
});

test('the list is off until its person turns it on, and every page asks for the PIN again', async () => {
  const phone = await phoneWithPin();
  phone.open(<FollowUps />);
  expect(await screen.findByText(/Danh sách đang tắt/)).toBeTruthy();
  await enter(phone, '2468', 'Bật danh sách');
  expect(await screen.findByText('Không có nhà nào đang chờ.')).toBeTruthy();
  await add(phone, 'nhà cuối ngõ 3', 'Đi làm mức 2');
  expect(await screen.findByText(/Đi làm mức 2 ·/)).toBeTruthy();
  openAgain(phone);
  await screen.findByLabelText('Mã PIN của máy');
  expect(screen.queryByText('nhà cuối ngõ 3')).toBeNull();
  await enter(phone, '2468', 'Mở danh sách');
  expect(await screen.findByText('nhà cuối ngõ 3')).toBeTruthy();
});

test('a house is done with one tap, back with another, and wiped thirty days after', async () => {
  const phone = await phoneWithList();
  await press(phone, 'Xong: nhà cuối ngõ 3');
  await press(phone, 'Chưa xong: nhà cuối ngõ 3');
  await press(phone, 'Xong: nhà cuối ngõ 3');
  expect(await screen.findByText('Tự xoá khỏi máy sau 30 ngày.')).toBeTruthy();
  phone.clock.pass(keptAfterDone);
  openAgain(phone);
  await enter(phone, '2468', 'Mở danh sách');
  await screen.findByText('Không có nhà nào đang chờ.');
  expect(screen.queryByText('nhà cuối ngõ 3')).toBeNull();
});

test('telephone numbers and days gone by are told before anything is kept', async () => {
  const phone = await phoneWithPin();
  phone.open(<FollowUps />);
  await enter(phone, '2468', 'Bật danh sách');
  await add(phone, 'nhà chị Lan 0912345678', 'Cài VNeID');
  expect(await screen.findByText('Đừng ghi số điện thoại hay số giấy tờ ở đây.')).toBeTruthy();
  const hint = screen.getByLabelText('Gợi nhớ nhà nào');
  await phone.user.clear(hint);
  await press(phone, 'Lưu trên máy này');
  expect(await screen.findByText('Hãy ghi vài chữ để nhớ nhà nào.')).toBeTruthy();
});

test('a wrong PIN ten times: what to do is said, the wait grows to minutes, and the list is whole', async () => {
  const phone = await phoneWithList();
  openAgain(phone);
  const said: string[] = [];
  for (let tries = 0; tries < 10; tries++) {
    await enter(phone, '1357', 'Mở danh sách');
    await waitFor(async () => expect(await screen.findByLabelText('Mã PIN của máy')).toHaveProperty('value', ''));
    said.push((await screen.findByText(/Danh sách vẫn còn nguyên/)).textContent);
    phone.clock.pass(60 * 60_000);
    openAgain(phone);
  }
  expect(said[0]).toBe('Mã PIN chưa đúng. Danh sách vẫn còn nguyên, hãy thử lại.');
  expect(said[4]).toBe('Sai nhiều lần. Danh sách vẫn còn nguyên; hãy chờ 30 giây rồi thử lại.');
  expect(said[9]).toBe('Sai nhiều lần. Danh sách vẫn còn nguyên; hãy chờ 16 phút rồi thử lại.');
  await enter(phone, '2468', 'Mở danh sách');
  expect(await screen.findByText('nhà cuối ngõ 3')).toBeTruthy();
});

test('a changed PIN opens the same list; taking the PIN away is said to delete it', async () => {
  const phone = await phoneWithList();
  phone.putAway();
  phone.open(<More />, '/them#ma-pin');
  await phone.user.type(await screen.findByLabelText('Mã PIN mới'), '135790');
  await phone.user.type(await screen.findByLabelText('Mã PIN đang dùng'), '2468');
  expect(await screen.findByText(/danh sách Hộ cần quay lại trên máy này cũng bị xoá/)).toBeTruthy();
  await press(phone, 'Lưu mã PIN');
  await waitFor(() => expect(screen.queryByLabelText('Mã PIN mới')).toBeNull());
  openAgain(phone);
  await enter(phone, '135790', 'Mở danh sách');
  expect(await screen.findByText('nhà cuối ngõ 3')).toBeTruthy();

  phone.putAway();
  phone.open(<More />, '/them#ma-pin');
  await phone.user.type(await screen.findByLabelText('Mã PIN đang dùng'), '135790');
  await press(phone, 'Bỏ mã PIN');
  await waitFor(async () => expect(await hasPin(phone.db)).toBe(false));
  openAgain(phone);
  expect(await screen.findByText('Danh sách này chỉ có khi máy đặt mã PIN.')).toBeTruthy();
});

test('T2: locked by the commune while the list stands open, the phone shows nothing of it any more', async () => {
  const phone = await phoneWithList();
  await createMemory(phone.db, phone.clock).note({
    kind: 'refused',
    at: phone.clock.now(),
    refusal: { code: 'device-revoked', params: {}, message: '' },
    nextTryAt: null,
  });
  expect(await screen.findByText(/Xã đã khoá máy này/)).toBeTruthy();
  expect(screen.queryByText('nhà cuối ngõ 3')).toBeNull();
});

test('turned off, the list is deleted, and a new one begins empty', async () => {
  const phone = await phoneWithList();
  await press(phone, 'Tắt và xoá danh sách');
  expect(await screen.findByText('1 nhà trong danh sách sẽ bị xoá khỏi máy này và không lấy lại được.')).toBeTruthy();
  await press(phone, 'Xoá danh sách');
  await enter(phone, '2468', 'Bật danh sách');
  expect(await screen.findByText('Không có nhà nào đang chờ.')).toBeTruthy();
});
