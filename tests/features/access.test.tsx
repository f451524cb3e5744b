import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let officer: Phone;
beforeEach(async () => {
  province = await createProvince();
  officer = await province.phone('administrator');
});
afterEach(async () => {
  cleanup();
  await province.close();
});

const opened = async (who = officer) => {
  const office = await realOffice(province, who);
  office.open('/cai-dat/ket-noi');
  await office.sync();
  await screen.findByRole('heading', { level: 1, name: 'Kết nối hệ thống khác' });
  const press = async (name: string) => office.user.click(await screen.findByRole('button', { name }));
  const make = async (name: string) => {
    await press('Tạo mã kết nối');
    const sheet = within(screen.getByRole('dialog', { name: 'Tạo mã kết nối' }));
    if (name) await office.user.type(sheet.getByLabelText('Hệ thống nào dùng mã này'), name);
    return { sheet, send: () => office.user.click(sheet.getByRole('button', { name: 'Tạo mã kết nối' })) };
  };
  return { ...office, press, make };
};
const reads = async (secret: string) =>
  (await province.app()).inject({ url: paths.openFigures, headers: { authorization: `Bearer ${secret}` } });

test('a token is made, seen once, reads, and is revoked after a question', async () => {
  const { make, press, user, db } = await opened();
  expect(await screen.findByText(/Chưa có mã nào/)).toBeDefined();
  const { sheet, send } = await make('Trung tâm IOC');
  await user.click(sheet.getByRole('checkbox', { name: /Đơn vị/ }));
  await user.selectOptions(sheet.getByLabelText('Địa bàn'), 'Xã Sơn Kim 1');
  await user.click(sheet.getByRole('radio', { name: /90 ngày/ }));
  await send();

  const shown = within(await screen.findByRole('dialog', { name: 'Mã của Trung tâm IOC' }));
  const secret = shown.getByLabelText<HTMLInputElement>('Mã kết nối').value;
  expect((await reads(secret)).json()).toMatchObject({ data: [{ unit: '18124' }] });
  expect(JSON.stringify(await db.views.toArray())).not.toContain(secret.slice(5));
  await user.click(shown.getByRole('button', { name: 'Tôi đã chép mã' }));
  expect(document.body.textContent).not.toContain(secret);

  const line = within((await screen.findByText('Trung tâm IOC')).closest('li')!);
  expect(line.getByText(/Số liệu và chỉ tiêu · Xã Sơn Kim 1/)).toBeDefined();
  expect(line.getByText('hết hạn 10/2/2027')).toBeDefined();
  await press('Thu hồi mã của Trung tâm IOC');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Thu hồi' }));
  await waitFor(() => expect(line.getByText('Đã thu hồi')).toBeDefined());
  expect(line.queryByRole('button')).toBeNull();
  expect((await reads(secret)).json()).toMatchObject({ code: 'access-token-revoked' });
});

test('without a name, without anything to read, and without a network nothing is made, and it is said why', async () => {
  const { make, user } = await opened();
  const { sheet, send } = await make('');
  for (const box of sheet.getAllByRole<HTMLInputElement>('checkbox')) if (box.checked) await user.click(box);
  await send();
  expect(sheet.getByText('Hãy ghi tên hệ thống sẽ dùng mã này.')).toBeDefined();
  expect(sheet.getByText('Hãy chọn ít nhất một phần được đọc.')).toBeDefined();
  await user.type(sheet.getByLabelText('Hệ thống nào dùng mã này'), 'IOC');
  await user.click(sheet.getByRole('checkbox', { name: /Tình trạng báo cáo/ }));
  cutOff();
  await send();
  expect(await sheet.findByText(/Chưa có mạng nên chưa làm được/)).toBeDefined();
  expect(await province.db.selectFrom('access_token').selectAll().execute()).toEqual([]);
});

test('a commune’s officer is told whose matter it is', async () => {
  await opened(await province.phone('communeOfficer'));
  expect(await screen.findByText(/Vai trò của bạn không làm được việc này/)).toBeDefined();
});
