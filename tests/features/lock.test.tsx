import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Door } from '#app/Door.tsx';
import { recordHelp } from '#store/record-help.ts';
import { unsettledCount } from '#store/outbox.ts';
import { hasPin, setPin } from '#store/pin.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(() => {
  cleanup();
  showPage('visible');
});

const book = <p>Sổ đang mở</p>;
const pinField = () => screen.findByLabelText('Mã PIN');

const showPage = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  fireEvent(document, new Event('visibilitychange'));
};

const lockedPhone = async () => {
  const phone = newPhone();
  await phone.signIn();
  await setPin(phone.db, '2468');
  phone.open(<Door>{book}</Door>);
  return phone;
};

test('without a PIN the book opens at once', async () => {
  const phone = newPhone();
  await phone.signIn();
  phone.open(<Door>{book}</Door>);
  expect(await screen.findByText('Sổ đang mở')).toBeTruthy();
});

test('with a PIN the book stays shut until the right one', async () => {
  const phone = await lockedPhone();
  await phone.user.type(await pinField(), '1111');
  expect(screen.queryByText('Sổ đang mở')).toBeNull();
  await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
  expect(await screen.findByText(/Mã PIN chưa đúng/)).toBeTruthy();
  await phone.user.type(await pinField(), '2468');
  await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
  expect(await screen.findByText('Sổ đang mở')).toBeTruthy();
});

test('after too many wrong PINs it says how long to wait, and the right one waits too', async () => {
  const phone = await lockedPhone();
  await pinField();
  const tries = async (): Promise<void> => {
    if (screen.queryByText(/Hãy chờ \d+ giây/)) return;
    await phone.user.type(await pinField(), '1111');
    await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
    await screen.findByText(/Mã PIN chưa đúng|Hãy chờ \d+ giây/);
    await waitFor(async () => expect(await pinField()).toHaveProperty('value', ''));
    return tries();
  };
  await tries();
  await phone.user.type(await pinField(), '2468');
  await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
  expect(screen.queryByText('Sổ đang mở')).toBeNull();
});

test('five minutes out of sight lock it again, four do not', async () => {
  const phone = await lockedPhone();
  await phone.user.type(await pinField(), '2468');
  await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
  await screen.findByText('Sổ đang mở');
  showPage('hidden');
  phone.clock.pass(4 * 60_000);
  showPage('visible');
  expect(screen.queryByText('Sổ đang mở')).toBeTruthy();
  showPage('hidden');
  phone.clock.pass(5 * 60_000);
  showPage('visible');
  expect(await pinField()).toBeTruthy();
  expect(screen.queryByText('Sổ đang mở')).toBeNull();
});

test('a forgotten PIN: a new invitation of the same person opens the book with all its work', async () => {
  const phone = newPhone();
  await phone.signIn();
  await recordHelp(phone.db, phone.clock, eveningInThon2({ date: '2026-11-09' }));
  await setPin(phone.db, '2468');
  phone.open(<Door>{book}</Door>);
  await phone.user.click(await screen.findByRole('button', { name: 'Quên mã PIN' }));
  await phone.user.type(await screen.findByLabelText('Mã mời của xã'), 'K7QM2XVD');
  await phone.user.click(screen.getByRole('button', { name: 'Mở sổ' }));
  expect(await screen.findByText('Sổ đang mở')).toBeTruthy();
  expect(await hasPin(phone.db)).toBe(false);
  expect(await unsettledCount(phone.db)).toBe(1);
});

test("changing one's mind about a forgotten PIN leads back to the PIN, not into the book", async () => {
  const phone = await lockedPhone();
  await phone.user.click(await screen.findByRole('button', { name: 'Quên mã PIN' }));
  await phone.user.click(await screen.findByRole('button', { name: 'Quay lại nhập PIN' }));
  expect(await screen.findByText('Nhập mã PIN')).toBeTruthy();
  expect(screen.queryByText('Sổ đang mở')).toBeNull();
});
