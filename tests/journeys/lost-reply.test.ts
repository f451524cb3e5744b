import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInByHttp } from '../support/officer.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { entriesThatRead, logVisit, signIn, until } from './steps.ts';

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

test('P3, S1: the province loses power between its commit and its reply: the entry counts once', async () => {
  const page = await phone.tab(signal.url);
  await signIn(page, province.invitations.villageMember);

  const replyLost = signal.loseReplyTo('POST /api/push');
  await logVisit(page, { VNEID_CAI: 6 });
  await replyLost;
  await province.kill();
  await page.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(page, 'onPhone'), 1);

  await province.startAgain();
  const officer = await signInByHttp(province.url, province.invitations.communeOfficer);
  expect(await officer.figures()).toMatchObject({ entries: 1, totals: { VNEID_CAI: 6 } });

  signal.regain();
  await until(() => entriesThatRead(page, 'received'), 1);
  expect(await officer.figures()).toMatchObject({ entries: 1, totals: { VNEID_CAI: 6 } });
});
