import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import More from '#features/more/More.tsx';
import { keepDraft } from '#store/draft.ts';
import { unsettledCount } from '#store/outbox.ts';
import { checkPin, hasPin, setPin } from '#store/pin.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { preferences, prefer } from '#ui/preferences.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { openGate, unreachable } from '../support/gate.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(() => {
  cleanup();
  prefer({ textSize: '100', mode: 'auto', language: 'vi' });
});

const openMore = async (gate = openGate().gate) => {
  const phone = newPhone({ gate });
  await phone.signIn();
  return phone;
};
const signOutButton = () => screen.findByRole('button', { name: 'Đăng xuất' });

test('signing out is blocked while something is unsent, and leads to the outbox', async () => {
  const door = openGate();
  const phone = await openMore(door.gate);
  await recordHelp(phone.db, phone.clock, eveningInThon2({ date: '2026-11-09' }));
  phone.open(<More />);
  await phone.user.click(await signOutButton());
  expect(await screen.findByText(/Còn 1 mục tỉnh chưa nhận/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Mở Hộp gửi' })).toBeTruthy();
  expect(door.asked.signOuts).toBe(0);
  expect(await session(phone.db)).toBeDefined();
  expect(await unsettledCount(phone.db)).toBe(1);
});

test('with everything sent it asks once, tells the province, and forgets the notebook', async () => {
  const door = openGate();
  const phone = await openMore(door.gate);
  phone.open(<More />);
  await phone.user.click(await signOutButton());
  await phone.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Đăng xuất' }));
  await waitFor(async () => expect(await session(phone.db)).toBeUndefined());
  expect(door.asked.signOuts).toBe(1);
});

test('signing out works without a network too', async () => {
  const phone = await openMore(openGate({ signOut: async () => unreachable }).gate);
  phone.open(<More />);
  await phone.user.click(await signOutButton());
  await phone.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Đăng xuất' }));
  await waitFor(async () => expect(await session(phone.db)).toBeUndefined());
});

test('before signing out it says what is half done and would be lost', async () => {
  const phone = await openMore();
  await keepDraft(phone.db, phone.clock, 'log', { counts: {} });
  phone.open(<More />);
  await phone.user.click(await signOutButton());
  expect(await screen.findByText(/Còn 1 bản ghi dở chưa lưu/)).toBeTruthy();
});

test('text size, colours and language take effect as chosen, and last', async () => {
  const phone = await openMore();
  phone.open(<More />);
  await phone.user.click(await screen.findByRole('button', { name: /Cỡ chữ/ }));
  await phone.user.click(screen.getByRole('radio', { name: /Rất lớn/ }));
  expect(document.documentElement.style.fontSize).toBe('130%');
  await phone.user.click(screen.getByRole('button', { name: 'Đóng' }));
  await phone.user.click(screen.getByRole('button', { name: /Màu màn hình/ }));
  await phone.user.click(screen.getByRole('radio', { name: /Nắng/ }));
  expect(document.documentElement.dataset['mode']).toBe('nang');
  expect(preferences()).toEqual({ textSize: '130', mode: 'nang', language: 'vi' });
  expect(localStorage.getItem('so-tay-06.preferences')).toContain('nang');
});

test('a PIN is set here, and taken away only by who knows it', async () => {
  const phone = await openMore();
  phone.open(<More />);
  await phone.user.click(await screen.findByRole('button', { name: /Mã PIN/ }));
  await phone.user.type(screen.getByLabelText('Mã PIN mới'), '1357');
  await phone.user.click(screen.getByRole('button', { name: 'Lưu mã PIN' }));
  await waitFor(async () => expect(await hasPin(phone.db)).toBe(true));
  expect(await checkPin(phone.db, phone.clock, '1357')).toEqual({ kind: 'right' });

  await phone.user.click(await screen.findByRole('button', { name: /Mã PIN.*Đang đặt/ }));
  await phone.user.type(await screen.findByLabelText('Mã PIN đang dùng'), '0000');
  await phone.user.click(screen.getByRole('button', { name: 'Bỏ mã PIN' }));
  expect(await screen.findByText('Mã PIN đang dùng chưa đúng.')).toBeTruthy();
  expect(await hasPin(phone.db)).toBe(true);
  await phone.user.clear(screen.getByLabelText('Mã PIN đang dùng'));
  await phone.user.type(screen.getByLabelText('Mã PIN đang dùng'), '1357');
  await phone.user.click(screen.getByRole('button', { name: 'Bỏ mã PIN' }));
  await waitFor(async () => expect(await hasPin(phone.db)).toBe(false));
});

test('an officer has no outbox here, and knows whose phone this is', async () => {
  const phone = newPhone();
  await phone.signIn('communeOfficer');
  await setPin(phone.db, '1357');
  phone.open(<More />);
  expect(await screen.findByText('Cán bộ xã')).toBeTruthy();
  expect(await screen.findByText('Máy số 17')).toBeTruthy();
  expect(screen.queryByText('Hộp gửi')).toBeNull();
});
