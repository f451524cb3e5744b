import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Figures } from '#protocol/figures.ts';
import { violationsOn } from '../support/axe.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { count, entriesThatRead, save, seen, signIn, until, wordsOf } from './steps.ts';

const words = wordsOf('carry') as Record<string, string> & Record<string, Record<string, string>>;
const outbox = wordsOf('outbox');
const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-carry-'));

let province: ServerProcess;
/** Between Hoa's phone and the province; the officers have their own way. */
let signal: Signal;
const phones: Phone[] = [];
let hoa: Page;
let officer: Page;

const switchOn = async (flags: string[] = []): Promise<Phone> => {
  const phone = await newPhone(flags);
  phones.push(phone);
  return phone;
};
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  hoa = await (await switchOn()).tab(signal.url);
  await signIn(hoa, province.invitations.villageMember);
  officer = await (await switchOn()).tab(province.url);
  await signIn(officer, province.invitations.communeOfficer);
  signal.lose();
});
afterAll(async () => {
  for (const phone of phones) await phone.remove();
  await signal?.close();
  await province?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const write = async (installs: number) => {
  await hoa.goto(`${signal.url}/ghi`);
  await count(hoa, 'VNEID_CAI', installs);
  await save(hoa);
};
/** What a button puts into the downloads. */
const downloaded = async (page: Page, button: string | RegExp, name: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
};
const pick = async (page: Page, ...files: string[]) => page.locator('input[type=file]').setInputFiles(files);
/** The code on the screen, as somebody's photo of it. */
const photo = async (page: Page, name: string): Promise<string> => {
  const path = join(folder, name);
  await page.getByRole('img', { name: /QR/ }).screenshot({ path });
  return path;
};
/** A file that another app hands to this one, as the share sheet does: a form posted to the manifest's share target. */
const share = async (page: Page, file: string) =>
  page.evaluate(
    (text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'receipt.txt', { type: 'text/plain' }));
      const form = Object.assign(document.createElement('form'), { action: '/chia-se', method: 'POST' });
      form.enctype = 'multipart/form-data';
      const field = Object.assign(document.createElement('input'), { type: 'file', name: 'files', files: files.files });
      form.append(field);
      document.body.append(form);
      form.submit();
    },
    readFileSync(file, 'utf8'),
  );
const openTakeIn = async (page: Page, address: string) => {
  await page.goto(`${address}/nhan-ho`);
  await seen(page, words['carrying']!);
};
const delivered = (page: Page) => page.getByRole('main').getByText(words['state']!['delivered']!, { exact: true });
/** What the commune's officer sees of it. */
const figures = async (): Promise<Pick<Figures, 'totals' | 'entries'>> =>
  officer.evaluate(async () => {
    const opened = indexedDB.open('so-tay-06');
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const me = opened.result.transaction('notebook').objectStore('notebook').get('me');
    await new Promise((resolve) => (me.onsuccess = resolve));
    opened.result.close();
    const { token } = me.result as { token: string };
    const answer = await fetch('/api/figures', { headers: { Authorization: `Bearer ${token}`, 'X-Protocol': '1' } });
    const { totals, entries } = (await answer.json()) as Figures;
    return { totals, entries };
  });
const received = async (times: number) => {
  await hoa.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(hoa, 'received'), times);
};

test('T3: two entries go by file with a colleague, and the receipt is shared back, all without a signal', async () => {
  await write(2);
  await write(3);
  await hoa.goto(`${signal.url}/hop-gui`);
  const bundle = await downloaded(
    hoa,
    (outbox['handover'] as unknown as Record<string, string>)['file']!,
    'bundle.txt',
  );

  await openTakeIn(officer, province.url);
  await pick(officer, bundle);
  await seen(officer, /Đã nhận gói/);
  await delivered(officer).waitFor();
  expect(await figures()).toMatchObject({ entries: 2, totals: { VNEID_CAI: 5 } });
  expect(await entriesOnPhone()).toBe(2);

  expect(await violationsOn(officer)).toEqual([]);
  await officer.getByRole('link', { name: words['giveBack']! }).click();
  await officer.getByRole('img', { name: /QR/ }).waitFor();
  expect(await violationsOn(officer)).toEqual([]);
  const receipt = await downloaded(officer, words['sendFile']!, 'receipt.txt');
  await share(hoa, receipt);
  await seen(hoa, 'Tỉnh đã nhận 2 mục của bạn.');
  await received(2);
});

const entriesOnPhone = async () => {
  await hoa.goto(`${signal.url}/nhat-ky`);
  await seen(hoa, 'Nhật ký');
  await until(async () => (await entriesThatRead(hoa, 'onPhone')) > 0, true);
  return entriesThatRead(hoa, 'onPhone');
};

test('T3: an entry goes as a picture of its code, one or several; the receipt comes back as a picture', async () => {
  await write(1);
  await hoa.goto(`${signal.url}/chuyen-ho`);
  const whole = await photo(hoa, 'whole.png');
  await hoa.getByRole('button', { name: words['sparser']! }).click();
  const parts: string[] = [];
  await hoa.getByText('Mã 1/3').waitFor();
  await hoa.getByRole('button', { name: words['pause']! }).click();
  for (let k = 1; k <= 3; k++) {
    await hoa.getByText(`Mã ${k}/3`).waitFor();
    parts.push(await photo(hoa, `part-${k}.png`));
    await hoa.getByRole('button', { name: words['next']! }).click();
  }

  await openTakeIn(officer, province.url);
  await pick(officer, parts[2]!, parts[0]!);
  await seen(officer, /Mới có 2\/3 mã/);
  await pick(officer, parts[1]!);
  await seen(officer, /Đã nhận gói/);
  await until(() => delivered(officer).count(), 2);
  expect(await figures()).toMatchObject({ entries: 3, totals: { VNEID_CAI: 6 } });
  await pick(officer, whole);
  await seen(officer, /đã có trên máy này rồi/);

  await officer.getByRole('link', { name: words['giveBack']! }).first().click();
  const receipt = await photo(officer, 'receipt.png');
  await openTakeIn(hoa, signal.url);
  await pick(hoa, receipt);
  await seen(hoa, 'Tỉnh đã nhận 1 mục của bạn.');
  await received(3);
});

test('T3, P3: two carriers, one with a camera, and the phone itself at last: everything counts once', async () => {
  await write(4);
  await hoa.setViewportSize({ width: 720, height: 900 });
  await hoa.goto(`${signal.url}/chuyen-ho`);
  const code = hoa.getByRole('img', { name: /QR/ });
  await code.waitFor();
  // What a camera would see: the code on its screen, held still.
  const film = join(folder, 'code.mjpeg');
  const frame = await hoa.screenshot({ type: 'jpeg', quality: 95 });
  writeFileSync(film, Buffer.concat([frame, frame, frame]));
  const picture = await photo(hoa, 'again.png');
  await hoa.setViewportSize({ width: 390, height: 844 });

  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const second = await (await switchOn([...camera, `--use-file-for-fake-video-capture=${film}`])).tab(province.url);
  await signIn(second, province.invitations.provinceOfficer);
  await openTakeIn(second, province.url);
  await second.getByRole('button', { name: words['takeIn']!['scan']! }).click();
  await seen(second, /Đã nhận gói/);
  await delivered(second).waitFor();
  expect(await figures()).toMatchObject({ entries: 4, totals: { VNEID_CAI: 10 } });

  await openTakeIn(officer, province.url);
  await pick(officer, picture);
  await until(() => delivered(officer).count(), 3);
  await write(1);
  signal.regain();
  await received(5);
  expect(await figures()).toMatchObject({ entries: 5, totals: { VNEID_CAI: 11 } });
});

test('T3: a bundle that comes back to its own phone is told apart; a text that holds none is said to', async () => {
  signal.lose();
  await write(1);
  await hoa.goto(`${signal.url}/hop-gui`);
  const bundle = await downloaded(hoa, (outbox['handover'] as unknown as Record<string, string>)['file']!, 'own.txt');
  await openTakeIn(hoa, signal.url);
  await pick(hoa, bundle);
  await seen(hoa, /là của chính máy này/);
  await hoa.getByRole('button', { name: words['takeIn']!['paste']! }).click();
  await hoa.getByLabel(words['takeIn']!['pasteLabel']!).fill('Chào em, gửi chị gói hôm nay nhé');
  await hoa.getByRole('button', { name: words['takeIn']!['take']!, exact: true }).click();
  await seen(hoa, words['found']!['nothing']!);
  await until(() => delivered(hoa).count(), 0);
});
