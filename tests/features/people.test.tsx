import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let officer: Phone;
let hoa: Phone;
beforeEach(async () => {
  province = await createProvince();
  officer = await province.phone('communeOfficer');
  hoa = await province.phone('villageMember');
});
afterEach(async () => {
  cleanup();
  await province.close();
});
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const at = async (place: string, who = officer) => {
  const office = await realOffice(province, who);
  office.open(place);
  await office.sync();
  return office;
};

test('an officer invites somebody into a village: the code is shown once, and lets that person in', async () => {
  const { user } = await at('/nguoi-va-may');
  await user.click(await button('Mời người'));
  const sheet = within(await screen.findByRole('dialog'));
  await user.click(sheet.getByRole('button', { name: 'Tạo mã mời' }));
  expect(await sheet.findByText('Hãy gõ họ và tên.')).toBeTruthy();
  await user.type(sheet.getByLabelText('Họ và tên'), 'Lê Văn Bình');
  await user.click(sheet.getByRole('radio', { name: /Tổ trưởng/ }));
  await sheet.findByRole('option', { name: /Thôn 1/ });
  await user.selectOptions(sheet.getByLabelText('Thôn, tổ dân phố'), '18124-01');
  await user.click(sheet.getByRole('button', { name: 'Tạo mã mời' }));
  const code = (await sheet.findByText(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/)).textContent!;
  expect(sheet.getByRole('img', { name: 'Mã QR để Lê Văn Bình vào sổ' })).toBeTruthy();
  const app = await province.app();
  const come = await app.inject({ method: 'POST', url: '/api/sign-in', payload: { invitation: code } });
  expect(come.json().situation.person).toMatchObject({ name: 'Lê Văn Bình', role: 'villageLead', unit: '18124-01' });
  await user.click(sheet.getByRole('button', { name: 'Xong' }));
  expect(await screen.findByText('Lê Văn Bình')).toBeTruthy();
});

test('somebody is moved to another village, after being told what it means', async () => {
  const { user } = await at('/nguoi-va-may');
  await user.click(await button(`Sửa, chuyển ${hoa.person.name}`));
  const sheet = within(await screen.findByRole('dialog'));
  await sheet.findByRole('option', { name: /Thôn 3/ });
  await user.selectOptions(sheet.getByLabelText('Thôn, tổ dân phố'), '18124-03');
  expect(sheet.getByText(/vẫn tính cho đơn vị cũ/)).toBeTruthy();
  await user.click(sheet.getByRole('button', { name: 'Chuyển' }));
  await waitFor(async () => {
    const row = await province.db
      .selectFrom('person')
      .select('unit_id')
      .where('id', '=', hoa.person.id)
      .executeTakeFirst();
    expect(row?.unit_id).toBe('18124-03');
  });
  expect(await screen.findByRole('heading', { name: /Thôn 3/ })).toBeTruthy();
});

test('without a network nothing is done, and it is said why', async () => {
  const { user } = await at('/nguoi-va-may');
  cutOff();
  await user.click(await button(`Mã mời mới cho ${hoa.person.name}`));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa có mạng nên chưa làm được');
  expect(await province.db.selectFrom('invitation').selectAll().execute()).toEqual([]);
});

test('the log says what was done, by whom, and is chosen from', async () => {
  const first = await at('/nguoi-va-may');
  await first.user.click(await button(`Mã mời mới cho ${hoa.person.name}`));
  await screen.findByText(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/);
  first.putAway();
  const { user, sync } = await at('/nhat-ky-he-thong');
  expect(await screen.findByText(`Mời ${hoa.person.name} làm thành viên tổ`)).toBeTruthy();
  expect(screen.getByText(officer.person.name, { selector: 'b' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Việc đã làm'), 'settings.changed');
  await sync();
  expect(await screen.findByText(/Không có việc nào khớp/)).toBeTruthy();
});
