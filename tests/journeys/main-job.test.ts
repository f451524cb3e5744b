import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { entriesThatRead, logVisit, seen, signIn, until } from './steps.ts';

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  phone = await newPhone();
});
afterAll(async () => {
  await phone?.remove();
  await signal?.close();
  await province?.remove();
});

test('a morning in the hamlet without signal reaches the commune and the province', async () => {
  const first = await phone.tab(signal.url);
  await signIn(first, province.invitations.villageMember);

  // Up the valley, where there is none.
  signal.lose();
  await logVisit(first, { VNEID_CAI: 3, DD_MUC1_HD: 2 });
  await first.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(first, 'onPhone'), 1);

  // The app is closed, and opened again, still without signal.
  await phone.switchOff();
  await phone.switchOn();
  const again = await phone.tab(signal.url);
  await again.getByRole('navigation').last().waitFor();
  for (const deepLink of ['/ghi', '/hop-gui', '/so-lieu', '/them', '/nhat-ky']) {
    await again.goto(`${signal.url}${deepLink}`);
    await again.reload();
    await again.getByRole('heading', { level: 1 }).first().waitFor();
  }
  await until(() => entriesThatRead(again, 'onPhone'), 1);
  expect(await entriesThatRead(again, 'received')).toBe(0);

  // Back on the road. Nobody taps.
  signal.regain();
  await until(() => entriesThatRead(again, 'received'), 1);
  expect(await entriesThatRead(again, 'onPhone')).toBe(0);

  const desk = await newPhone();
  try {
    const screen = { width: 1440, height: 900 };
    const commune = await desk.tab(province.url, screen);
    await signIn(commune, province.invitations.communeOfficer);
    const village = commune.getByRole('row').filter({ hasText: 'Thôn 1' });
    await village.getByText('3', { exact: true }).first().waitFor();
    await village.getByText('2', { exact: true }).first().waitFor();
    await seen(commune, /1\/\d+ thôn có số liệu/);
  } finally {
    await desk.remove();
  }

  const office = await newPhone();
  try {
    const provincial = await office.tab(province.url, { width: 1440, height: 900 });
    await signIn(provincial, province.invitations.provinceOfficer);
    const commune = provincial.getByRole('row').filter({ hasText: 'Sơn Kim 1' });
    await commune.getByText('3', { exact: true }).first().waitFor();
    await seen(provincial, /1\/69 xã/);
    await commune.getByRole('link').first().click();
    await provincial.getByRole('row').filter({ hasText: 'Thôn 1' }).first().waitFor();
  } finally {
    await office.remove();
  }
});
