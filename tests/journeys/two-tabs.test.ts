import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInByHttp } from '../support/officer.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { count, entriesThatRead, save, seen, signIn, until } from './steps.ts';

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

test('P1, I1: two tabs write and send: each entry has a name of its own and counts once', async () => {
  const one = await phone.tab(signal.url);
  await signIn(one, province.invitations.villageMember);
  const other = await phone.tab(`${signal.url}/nhat-ky`);

  signal.lose();
  await one.goto(`${signal.url}/ghi`);
  await count(one, 'VNEID_CAI', 1);
  await save(one);
  // The other tab knows at once, by itself.
  await until(() => entriesThatRead(other, 'onPhone'), 1);
  await other.goto(`${signal.url}/ghi`);
  await count(other, 'VNEID_CAI', 2);
  await save(other);

  signal.regain();
  for (const tab of [one, other]) {
    await tab.goto(`${signal.url}/nhat-ky`);
    await until(() => entriesThatRead(tab, 'received'), 2);
  }
  const officer = await signInByHttp(province.url, province.invitations.communeOfficer);
  expect(await officer.figures()).toMatchObject({ entries: 2, totals: { VNEID_CAI: 3 } });
});

test('P1: the tab that sends is closed: the other goes on', async () => {
  const [sender, other] = phone
    .context()
    .pages()
    .filter((page) => page.url().startsWith(signal.url));
  signal.lose();
  await other!.goto(`${signal.url}/ghi`);
  await count(other!, 'VNEID_CAI', 1);
  await save(other!);
  await sender!.close();
  signal.regain();
  await other!.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(other!, 'received'), 3);
  await seen(other!, 'Nhật ký');
});
