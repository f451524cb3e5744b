import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJpeg } from '#model/jpeg.ts';
import { defaultSettings } from '#model/settings.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { position } from '../support/pictures.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { entriesThatRead, logVisit, seen, signIn, until, wordsOf } from './steps.ts';

const words = wordsOf('photos');
const brush = words['brush']!;
const trouble = words['trouble']!;

let province: ServerProcess;
let signal: Signal;
let phone: Phone;
let desk: Phone;
beforeAll(async () => {
  province = await startServer();
  const db = openSqlite(join(province.dataDir, 'province.sqlite'));
  await changeSettings(db, { ...defaultSettings, photos: true });
  await db.destroy();
  signal = await signalTo(province.port);
  [phone, desk] = await Promise.all([newPhone(), newPhone()]);
});
afterAll(async () => {
  await phone?.remove();
  await desk?.remove();
  await signal?.close();
  await province?.remove();
});

/** What a camera gives: large, of many colours, and with the place it was taken at. */
const photograph = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1600, 1200];
    const paper = canvas.getContext('2d')!;
    const piece = 8;
    let seed = 6;
    for (let y = 0; y < canvas.height; y += piece)
      for (let x = 0; x < canvas.width; x += piece) {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        paper.fillStyle = `#${(seed >> 6).toString(16).padStart(6, '0').slice(-6)}`;
        paper.fillRect(x, y, piece, piece);
      }
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
  });
  const picture = Buffer.from(base64, 'base64');
  return Buffer.concat([picture.subarray(0, 2), position, picture.subarray(2)]);
};

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer });

/** Requests of this page about photos, in order, with where in the photo they begin. */
const listen = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/api\/(photos|push)/.test(pathname)) return;
    const offset = request.headers()['upload-offset'];
    asked.push([request.method(), pathname.split('/')[2], offset].filter(Boolean).join(' '));
  });
  return asked;
};

/** How much neighbouring pixels differ around a place of a picture, told in parts of its width and height. */
const grainAt = (page: Page, address: string, x: number, y: number): Promise<number> =>
  page.evaluate(
    async ([from, left, top]) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const paper = canvas.getContext('2d')!;
      paper.drawImage(image, 0, 0);
      const size = 16;
      const { data } = paper.getImageData(left * canvas.width, top * canvas.height, size, size);
      let sum = 0;
      for (let at = 4; at < data.length; at += 4) sum += Math.abs(data[at]! - data[at - 4]!);
      return sum / (size * size);
    },
    [address, x, y] as const,
  );

test('a photo is wiped, kept without a signal, sent after the numbers, goes on where it broke off, and is there once', async () => {
  const village = await phone.tab(signal.url);
  await signIn(village, province.invitations.villageMember);
  const photo = await photograph(village);
  signal.lose();
  await logVisit(village, { VNEID_CAI: 3 });
  await village.getByRole('button', { name: 'Thêm ảnh buổi này' }).click();

  // What is no photo is told, and the visit stays as it was.
  await choose(village, 'don.jpg', Buffer.from('%PDF-1.7 đơn'));
  await seen(village, trouble['not-a-picture']!);
  await village
    .locator('input[type=file]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(41 * 1024 * 1024)], 'lon.jpg', { type: 'image/jpeg' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await seen(village, /quá lớn \(tối đa 40 MB\)/);

  await choose(village, 'toi.jpg', photo);
  const canvas = village.locator('canvas');
  await canvas.waitFor();
  // Nothing is wiped yet: it asks.
  await village.getByRole('button', { name: brush['save']! }).click();
  await village.getByRole('button', { name: brush['cover']! }).click();
  const box = (await canvas.boundingBox())!;
  await village.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
  await village.mouse.down();
  await village.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.3, { steps: 4 });
  await village.mouse.up();
  await village.getByRole('button', { name: brush['save']! }).click();
  await seen(village, words['state']!['numbersFirst']!);
  const place = new URL(village.url()).pathname;

  // The road: numbers pass, and then a first piece of the photo, whose answer is lost with the signal.
  const first = listen(village);
  const cut = signal.loseReplyTo('PATCH /api/photos/');
  signal.regain();
  await cut;
  const sent = async () => first.filter((request) => !request.startsWith('HEAD'));
  await until(sent, ['POST push', 'POST photos', 'PATCH photos 0']);
  await village.goto(`${signal.url}/nhat-ky`);
  await until(() => entriesThatRead(village, 'received'), 1);
  const [entry] = /\d+-\d+/.exec(place)!;
  const folder = join(province.dataDir, 'photos');
  const [name] = readdirSync(folder).filter((file) => file.startsWith(`${entry}.`) && !file.endsWith('.json'));
  const file = join(folder, name!);
  const arrived = statSync(file).size;
  expect(arrived).toBe(128 * 1024);

  // The phone's battery and the province's power go as well.
  await phone.switchOff('battery');
  await province.kill();
  await province.startAgain();
  await phone.switchOn();
  const again = await phone.tab(signal.url);
  await again.goto(`${signal.url}${place}`);
  await again.getByRole('img').first().waitFor();
  const second = listen(again);
  signal.regain();
  await until(() => entriesThatRead(again, 'received'), 1);
  const pieces = second.filter((request) => request.includes('photos'));
  expect(pieces.filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(pieces.find((request) => request.startsWith('PATCH'))).toBe(`PATCH photos ${arrived}`);

  // Whole, small, turned upright as the camera said it was held, and of what the camera said nothing is left.
  expect(photo.includes(position)).toBe(true);
  const kept = readFileSync(file);
  expect(readJpeg(kept)).toEqual({ width: 960, height: 1280, bare: true });
  expect(kept.includes('Exif')).toBe(false);
  expect(existsSync(`${file}.json`)).toBe(true);
  const address = `data:image/jpeg;base64,${kept.toString('base64')}`;
  expect(await grainAt(again, address, 0.3, 0.3)).toBeLessThan(4);
  expect(await grainAt(again, address, 0.8, 0.8)).toBeGreaterThan(8);

  // Opening the app again sends nothing more.
  await again.reload();
  await until(() => entriesThatRead(again, 'received'), 1);
  expect(second.filter((request) => request.includes('photos'))).toEqual(pieces);

  const office = await desk.tab(province.url, { width: 1440, height: 900 });
  await signIn(office, province.invitations.communeOfficer);
  await office.goto(`${province.url}/tong-quan/18196/luot`);
  await office.getByRole('button', { name: 'Xem 1 ảnh' }).click();
  const shown = office.getByRole('img', { name: /^Ảnh 1 của lượt/ });
  await shown.waitFor();
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    960, 1280,
  ]);
});
