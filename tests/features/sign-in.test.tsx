import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import SignIn from '#features/sign-in/SignIn.tsx';
import { inAppBrowser } from '#features/sign-in/in-app-browser.ts';
import { recordHelp } from '#store/record-help.ts';
import { checkPin, hasPin } from '#store/pin.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session } from '#store/session.ts';
import { unsettledCount } from '#store/outbox.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { openGate, refused, unreachable } from '../support/gate.ts';
import { newPhone } from '../support/phone.tsx';
import { welcome } from '../support/situations.ts';

beforeEach(() => history.replaceState(null, '', '/vao'));
afterEach(cleanup);

const invitation = () => screen.getByLabelText('Mã mời của xã');
const openButton = () => screen.getByRole('button', { name: 'Mở sổ' });

test('whose invitation it is shows as soon as eight characters are there, and the village is filled in', async () => {
  const { gate, asked } = openGate();
  const phone = newPhone({ gate });
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'k7qm2xv');
  expect(asked.invitations).toEqual([]);
  await phone.user.type(invitation(), 'd');
  expect(await screen.findByText('Nguyễn Thị Hoa')).toBeTruthy();
  expect(screen.getByText(/Xã Sơn Kim 1, tỉnh Hà Tĩnh/)).toBeTruthy();
  expect(screen.getByDisplayValue('Thôn 2')).toHaveProperty('readOnly', true);
  expect(invitation()).toHaveProperty('value', 'K7QM-2XVD');
  expect(asked.invitations).toEqual(['K7QM2XVD']);
});

test('an invitation in the link is read and leaves the address bar at once', async () => {
  history.replaceState(null, '', '/vao#m=K7QM2XVD');
  const phone = newPhone();
  phone.open(<SignIn />);
  expect(await screen.findByDisplayValue('K7QM-2XVD')).toBeTruthy();
  expect(location.hash).toBe('');
  expect(location.href).not.toContain('K7QM');
});

test('a link tapped while the page is open is read too', async () => {
  const phone = newPhone();
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7');
  location.hash = '#m=K7QM2XVD';
  expect(await screen.findByDisplayValue('K7QM-2XVD')).toBeTruthy();
  expect(location.hash).toBe('');
});

test('opening the book keeps who this is; the PIN may be skipped', async () => {
  const phone = newPhone();
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM-2XVD');
  await phone.user.click(openButton());
  await waitFor(async () => expect(await session(phone.db)).toMatchObject({ device: 17 }));
  expect(await hasPin(phone.db)).toBe(false);
});

test('a PIN of three digits is refused beside its field, nothing is asked of the province, and what was typed stays', async () => {
  const { gate, asked } = openGate();
  const phone = newPhone({ gate });
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  await phone.user.type(screen.getByLabelText('Mã PIN'), '123');
  await phone.user.click(openButton());
  expect(screen.getByLabelText('Mã PIN')).toHaveProperty('value', '123');
  expect(screen.getByLabelText('Mã PIN').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/4 đến 6 chữ số/)).toBeTruthy();
  expect(asked.signIns).toEqual([]);
  await phone.user.type(screen.getByLabelText('Mã PIN'), '4');
  await phone.user.click(openButton());
  await waitFor(async () => expect(await hasPin(phone.db)).toBe(true));
  expect(await checkPin(phone.db, phone.clock, '1234')).toEqual({ kind: 'right' });
});

test.each([
  ['invitation-unknown', /Không có mã mời này/],
  ['invitation-used', /đã được dùng/],
  ['invitation-expired', /đã hết hạn/],
  ['too-many-attempts', /thử quá nhiều lần/],
] as const)('%s is said beside the field, and what was typed stays', async (code, words) => {
  const phone = newPhone({ gate: openGate({ whoseInvitation: async () => refused(code) }).gate });
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  const said = await screen.findByText(words);
  expect(invitation().getAttribute('aria-describedby')).toContain(said.closest('p')?.id);
  expect(invitation()).toHaveProperty('value', 'K7QM-2XVD');
});

test('without a network it says so, keeps the code over a restart, and asks again on demand', async () => {
  const door = openGate({ whoseInvitation: async () => unreachable });
  const phone = newPhone({ gate: door.gate });
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  expect(await screen.findByText(/Chưa có mạng\. Mở sổ lần đầu cần mạng một lần/)).toBeTruthy();
  phone.putAway();

  phone.open(<SignIn />);
  expect(await screen.findByDisplayValue('K7QM-2XVD')).toBeTruthy();
  const again = await screen.findByRole('button', { name: 'Thử lại' });
  door.answers.whoseInvitation = openGate().answers.whoseInvitation;
  await phone.user.click(again);
  expect(await screen.findByText('Nguyễn Thị Hoa')).toBeTruthy();
});

test('the answer to signing in is lost on the way: after a restart the same attempt is made, so that no invitation is used up', async () => {
  const door = openGate({ signIn: async () => unreachable });
  const phone = newPhone({ gate: door.gate });
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  await phone.user.click(openButton());
  await waitFor(() => expect(door.asked.signIns).toHaveLength(1));
  phone.putAway();

  phone.open(<SignIn />);
  await screen.findByDisplayValue('K7QM-2XVD');
  await phone.user.click(openButton());
  await waitFor(() => expect(door.asked.signIns).toHaveLength(2));
  const [first, second] = door.asked.signIns;
  expect(first?.attempt).toMatch(/^[\w-]{32}$/);
  expect(second).toEqual(first);
});

test('a code too short is asked for in words, not sent', async () => {
  const { gate, asked } = openGate();
  const phone = newPhone({ gate });
  phone.open(<SignIn />);
  await phone.user.click(openButton());
  expect(screen.getByText(/Hãy gõ mã mời gồm 8 ký tự/)).toBeTruthy();
  await phone.user.type(invitation(), 'K7Q');
  expect(screen.getByText(/Mã mời có 8 chữ và số/)).toBeTruthy();
  expect(asked.signIns).toEqual([]);
});

test('a phone that still holds work goes on under its old number, and the work stays', async () => {
  const { gate, asked } = openGate();
  const phone = newPhone({ gate });
  await phone.signIn();
  await recordHelp(phone.db, phone.clock, eveningInThon2({ date: '2026-11-09' }));
  phone.open(<SignIn />);
  expect(await screen.findByText(/1 mục chưa gửi vẫn còn nguyên/)).toBeTruthy();
  await phone.user.type(invitation(), 'K7QM2XVD');
  await phone.user.click(openButton());
  await waitFor(() => expect(asked.signIns).toEqual([expect.objectContaining({ invitation: 'K7QM2XVD', resume: 17 })]));
  expect(await unsettledCount(phone.db)).toBe(1);
});

test('the phone of another person with unsent work is not taken over', async () => {
  const { gate } = openGate({ signIn: async () => refused('device-of-another-person') });
  const phone = newPhone({ gate });
  await phone.signIn();
  await recordHelp(phone.db, phone.clock, eveningInThon2({ date: '2026-11-09' }));
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  await phone.user.click(openButton());
  expect(await screen.findByText(/còn giữ số liệu của người khác/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Đổi người dùng máy này' })).toBeNull();
  expect(await unsettledCount(phone.db)).toBe(1);
});

test('once the person before has sent everything, the phone may change hands', async () => {
  const door = openGate({
    signIn: async ({ resume }) =>
      resume ? refused('device-of-another-person') : { kind: 'answered', answer: welcome('villageLead', 18) },
  });
  const phone = newPhone({ gate: door.gate });
  await keepSignIn(phone.db, phone.clock, welcome());
  phone.open(<SignIn />);
  await phone.user.type(invitation(), 'K7QM2XVD');
  await phone.user.click(openButton());
  await phone.user.click(await screen.findByRole('button', { name: 'Đổi người dùng máy này' }));
  await waitFor(async () => expect(await session(phone.db)).toMatchObject({ device: 18 }));
  expect(door.asked.signIns.map(({ resume }) => resume)).toEqual([17, undefined]);
});

test('a browser inside another app is known by its name', () => {
  expect(inAppBrowser('Mozilla/5.0 (Linux; Android 11) Chrome/90 Mobile Safari/537.36 Zalo android/12080')).toBe(
    'Zalo',
  );
  expect(inAppBrowser('Mozilla/5.0 (Linux; Android 12) Chrome/103 Mobile [FB_IAB/FB4A;FBAV/388.0]')).toBe('Facebook');
  expect(inAppBrowser('Mozilla/5.0 (Linux; Android 11) Chrome/90.0 Mobile Safari/537.36')).toBeUndefined();
});
