import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { entriesThatRead, logVisit, refusals, seen, signIn, until } from './steps.ts';

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
let desk: Phone;
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  [phone, desk] = await Promise.all([newPhone(), newPhone()]);
});
afterAll(async () => {
  await phone?.remove();
  await desk?.remove();
  await signal?.close();
  await province?.remove();
});

test('T2: what a locked phone still held is decided on by the commune, counts once, and nothing was lost', async () => {
  const village = await phone.tab(signal.url);
  await signIn(village, province.invitations.villageMember);
  signal.lose();
  await logVisit(village, { VNEID_CAI: 3 });

  const office = await desk.tab(province.url, { width: 1440, height: 900 });
  await signIn(office, province.invitations.communeOfficer);
  await office.goto(`${province.url}/nguoi-va-may`);
  await office.getByRole('button', { name: /^Khoá máy số \d+ của Nguyễn Thị Mẫu$/ }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Khoá máy', exact: true }).click();
  await office.getByRole('button', { name: /^Mở lại máy/ }).waitFor();

  // The road again. The phone sends by itself what it has; it is told where that lies, and shows all of it.
  signal.regain();
  await village.goto(signal.url);
  await seen(village, /Hộp chờ/);
  await village.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(village, 'onPhone'), 1);

  await office.goto(`${province.url}/hop-cho`);
  const held = office.getByRole('region', { name: 'Nguyễn Thị Mẫu' });
  await held
    .getByText(/1 lượt ghi/)
    .first()
    .waitFor();
  const installs = async () => {
    await office.goto(province.url);
    const row = office.locator('#bang').getByRole('row').filter({ hasText: 'Thôn 1' });
    await row.waitFor();
    return row.getByText('3', { exact: true }).count();
  };
  expect(await installs()).toBe(0);
  await office.goto(`${province.url}/hop-cho`);
  await office.getByRole('button', { name: /^Nhận phần của/ }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Nhận', exact: true }).click();
  await office
    .getByText(/Đã nhận/)
    .first()
    .waitFor();
  await until(installs, 1);

  // Given back, the phone hears what became of its work, and goes on.
  await office.goto(`${province.url}/nguoi-va-may`);
  await office.getByRole('button', { name: /^Mở lại máy/ }).click();
  await office.getByRole('button', { name: /^Khoá máy số \d+ của Nguyễn Thị Mẫu$/ }).waitFor();
  await village.goto(`${signal.url}/hop-gui`);
  await village.getByRole('button', { name: 'Thử gửi ngay' }).click();
  await village.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(village, 'received'), 1);
  expect(await village.getByText(refusals['device-revoked']!).count()).toBe(0);
  expect(await installs()).toBe(1);
});
