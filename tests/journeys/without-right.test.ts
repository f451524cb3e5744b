import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInByHttp } from '../support/officer.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { refusals, seen, signIn } from './steps.ts';

let province: ServerProcess;
let phone: Phone;
beforeAll(async () => {
  province = await startServer();
  phone = await newPhone();
});
afterAll(async () => {
  await phone?.remove();
  await province?.remove();
});

test('a village member at an officer’s address is told so, and finds the way back', async () => {
  const page = await phone.tab(province.url);
  await signIn(page, province.invitations.villageMember);
  for (const address of ['/tong-quan/42', '/tong-quan/18196/luot?measure=VNEID_CAI']) {
    await page.goto(`${province.url}${address}`);
    await seen(page, refusals['role-too-low']!);
  }
  await page.getByRole('link', { name: 'Về trang đầu' }).click();
  await page.getByRole('link', { name: 'Ghi nhận' }).first().waitFor();

  // The province holds to it whatever the screen says.
  const { token } = await page.evaluate(
    () =>
      new Promise<{ token: string }>((resolve) => {
        const opening = indexedDB.open('so-tay-06');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('notebook').objectStore('notebook').get('me');
          reading.onsuccess = () => resolve(reading.result as { token: string });
        };
      }),
  );
  const headers = { Authorization: `Bearer ${token}`, 'X-Protocol': '1', 'Accept-Language': 'vi' };
  for (const path of ['/api/figures?unit=42', '/api/figures?unit=18196', '/api/entries?unit=18196&period=2026-11']) {
    const answer = await fetch(`${province.url}${path}`, { headers });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/\. .+\.$/u) });
  }
});

test('a commune officer outside the own commune is refused by name', async () => {
  const officer = await signInByHttp(province.url, province.invitations.communeOfficer);
  const other = (await officer.figures('42').catch(() => undefined)) as unknown;
  expect(other).toMatchObject({ code: 'unit-out-of-scope' });

  const desk = await newPhone();
  try {
    const page = await desk.tab(province.url, { width: 1440, height: 900 });
    await signIn(page, province.invitations.provinceOfficer);
    await page.goto(`${province.url}/ghi`);
    await seen(page, refusals['role-may-not-save']!);
    await page.goto(`${province.url}/tong-quan/01`);
    await seen(page, refusals['unit-out-of-scope']!);
  } finally {
    await desk.remove();
  }
});
