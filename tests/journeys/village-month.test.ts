import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInVietnam } from '#model/day.ts';
import { newPhone, type Phone } from '../support/phone.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { signalTo, type Signal } from '../support/signal.ts';
import { axeMindsNothing, count, entriesThatRead, logVisit, save, seen, signIn, until, wordsOf } from './steps.ts';

const tasks = wordsOf('tasks');
const setting = wordsOf('target-setting');
const points = wordsOf('mobile-points');
const obstacles = wordsOf('obstacles');
const conflicts = wordsOf('conflicts');
const guide = wordsOf('guide');
const announcements = wordsOf('announcements');

const loudspeaker = 'Phát trên loa truyền thanh';
const party = 'Nói tại họp chi bộ';
const wrongData = obstacles['kinds']!['thong-tin-sai']!;

let province: ServerProcess;
/** Between the village and the province; the commune's officer has a line of her own. */
let signal: Signal;
const switchedOn: Phone[] = [];
let maisPhone: Phone;
let mai: Page;
let hoa: Page;
let officer: Page;

const switchOn = async (): Promise<Phone> => {
  const phone = await newPhone();
  switchedOn.push(phone);
  return phone;
};
beforeAll(async () => {
  province = await startServer();
  signal = await signalTo(province.port);
  maisPhone = await switchOn();
});
afterAll(async () => {
  for (const phone of switchedOn) await phone.remove();
  await signal?.close();
  await province?.remove();
});

const go = async (page: Page, place: string) => {
  await page.goto(`${new URL(page.url()).origin}${place}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};
const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const tick = (page: Page, title: string) =>
  page.getByRole('checkbox', { name: tasks['tickSaid']!.toString().replace('{{title}}', title) }).click();
const unsent = (page: Page) => page.getByText(/trên máy$/i).count();

test('a village’s month with hardly any signal: duties, a target, an obstacle, a mobile point, the calendar, a question of a resident', async () => {
  // The commune sets out the month.
  officer = await (await switchOn()).tab(province.url, { width: 1440, height: 900 });
  await signIn(officer, province.invitations.communeOfficer);
  await go(officer, '/chi-tieu');
  await tap(officer, setting['add']!.toString());
  await officer.getByRole('dialog').locator('label').filter({ hasText: 'Cài VNeID' }).click();
  await officer.getByLabel(setting['totalCommune']!.toString()).fill('12');
  await tap(officer, /^Giao cho 4 đơn vị$/);
  await seen(officer, 'Đã giao 12 cho 4 đơn vị');
  await axeMindsNothing(officer);
  await go(officer, '/luu-dong/moi');
  await officer.getByLabel(points['form']!['day']!, { exact: true }).fill(dayInVietnam(Date.now()));
  await officer.getByLabel(points['form']!['from']!, { exact: true }).fill('07:30');
  await officer.getByLabel(points['form']!['to']!, { exact: true }).fill('16:30');
  await officer.getByLabel(points['form']!['place']!, { exact: true }).fill('Nhà văn hoá Thôn 1');
  await officer.getByLabel(new RegExp(points['form']!['capacity']!)).fill('40');
  await tap(officer, points['form']!['save']!);
  await seen(officer, 'Nhà văn hoá Thôn 1');
  await axeMindsNothing(officer);
  await go(officer, '/thong-bao/moi');
  await officer.getByLabel(announcements['form']!['title']!, { exact: true }).fill('Cao điểm làm định danh mức 2');
  await officer
    .getByLabel(announcements['form']!['text']!, { exact: true })
    .fill('Mỗi Tổ báo số người đưa đến điểm lưu động.');
  await tap(officer, announcements['form']!['send']!);
  await seen(officer, 'Cao điểm làm định danh mức 2');

  // Two of the team come by where there is signal, once.
  mai = await maisPhone.tab(signal.url);
  await signIn(mai, province.invitations.villageMember);
  hoa = await (await switchOn()).tab(signal.url);
  await signIn(hoa, await province.invite('villageMember', '18196-demo1', 'Trần Văn Mẫu'));
  for (const phone of [mai, hoa]) {
    await go(phone, '/luu-dong');
    await seen(phone, 'Nhà văn hoá Thôn 1');
    await go(phone, '/chi-tieu');
    await seen(phone, 'Cài VNeID');
  }
  signal.lose();

  // What the commune said is read, and marked as read for the whole team.
  await go(mai, '/');
  await axeMindsNothing(mai);
  await mai.getByRole('link', { name: /Cao điểm làm định danh mức 2/ }).click();
  await seen(mai, 'Mỗi Tổ báo số người đưa đến điểm lưu động.');
  await tap(mai, announcements['markRead']!.toString());
  await seen(mai, /Tổ đã đọc, /);
  await axeMindsNothing(mai);

  // Duties: both tick without knowing of each other; Hoa taps a wrong one, and takes it back.
  await go(mai, '/viec');
  await tick(mai, loudspeaker);
  await seen(mai, tasks['ticked']!.toString());
  await axeMindsNothing(mai);
  await go(hoa, '/viec');
  await tick(hoa, loudspeaker);
  await tap(hoa, tasks['undo']!.toString());
  await tick(hoa, party);
  await seen(hoa, tasks['ticked']!.toString());

  // The target is met by what is logged, and the phone says so by itself.
  await logVisit(mai, { VNEID_CAI: 3 });
  await go(mai, '/chi-tieu');
  await seen(mai, /Đã đủ/);
  await axeMindsNothing(mai);

  // An obstacle in three taps.
  await go(mai, '/vuong-mac/bao');
  await mai.getByText(wrongData, { exact: true }).click();
  await tap(mai, /^Gửi Công an xã/);
  await seen(mai, obstacles['move']!['commune']!);
  await axeMindsNothing(mai);

  // The mobile point: how many they bring, and level 2 counted where it was captured.
  await go(mai, '/luu-dong');
  await tap(mai, new RegExp(points['teamSays']!.toString()));
  const more = mai.getByRole('dialog').getByRole('button', { name: points['addOne']!.toString() });
  for (let people = 0; people < 4; people++) await more.click();
  await tap(mai, points['save']!.toString());
  await seen(mai, 'Tổ đã báo 4 người');
  await axeMindsNothing(mai);
  await mai.getByRole('link', { name: points['count']!.toString() }).click();
  await count(mai, 'DD_MUC2_LD', 4);
  await save(mai);

  // A resident asks about a child of ten. Nobody has signal; the answer is on the phone.
  await go(hoa, '/huong-dan');
  await hoa.getByRole('textbox', { name: guide['search']!.toString() }).fill('muc 2 tre 10 tuoi');
  await hoa.locator('main a[href^="/huong-dan/"]').first().click();
  await seen(hoa, /6 đến dưới 14|6–13|từ 6 tuổi|đủ 6/i);

  // A month with a holiday: a day that falls on a Sunday after Tết, and when to send instead.
  const february = await maisPhone.context().newPage();
  await february.clock.setFixedTime(new Date('2027-02-02T08:00:00+07:00'));
  await february.goto(`${signal.url}/lich`);
  await seen(february, 'Tết Nguyên đán');
  await seen(february, /Hạn hết ngày 14\/0?2/);
  await seen(february, /Nên gửi trong ngày thứ Sáu 12\/0?2/i);
  await axeMindsNothing(february);

  // The phone's battery goes, and with it the other date; everything is there again, still without signal.
  await maisPhone.switchOff('battery');
  await maisPhone.switchOn();
  mai = await maisPhone.tab(signal.url);
  await go(mai, '/nhat-ky');
  await until(() => entriesThatRead(mai, 'onPhone'), 2);
  await go(mai, '/luu-dong');
  await seen(mai, 'Tổ đã báo 4 người');

  // Back on the road: nobody taps, everything arrives.
  signal.regain();
  await go(mai, '/nhat-ky');
  await until(() => entriesThatRead(mai, 'received'), 2);
  await go(hoa, '/viec');
  await until(() => unsent(hoa), 0);

  // The commune sees the figures and the number of people, and answers.
  await go(officer, '/');
  const village = officer.getByRole('row').filter({ hasText: 'Thôn 1' });
  await village.getByText('3', { exact: true }).first().waitFor();
  await village.getByText('4', { exact: true }).first().waitFor();
  await go(officer, '/luu-dong');
  await seen(officer, 'Các thôn báo 4/40 người');
  await axeMindsNothing(officer);
  await go(officer, '/thong-bao');
  await seen(officer, 'Đã đọc 1/4 Tổ');
  await axeMindsNothing(officer);
  await go(officer, '/viec?phan=thon');
  await axeMindsNothing(officer);
  await go(officer, '/vuong-mac');
  await officer.getByRole('link', { name: wrongData }).click();
  await tap(officer, obstacles['officer']!['answer']!);
  await officer
    .getByLabel(obstacles['officer']!['yourAnswer']!)
    .fill('Đưa giấy khai sinh đến Công an xã sáng thứ Hai.');
  await tap(officer, obstacles['officer']!['send']!);
  await seen(officer, 'Đưa giấy khai sinh đến Công an xã sáng thứ Hai.');
  await axeMindsNothing(officer);

  await go(mai, '/vuong-mac');
  await mai.getByRole('link', { name: new RegExp(wrongData) }).click();
  await seen(mai, 'Đưa giấy khai sinh đến Công an xã sáng thứ Hai.');
  await tap(mai, obstacles['solvedNow']!.toString());
  await seen(mai, obstacles['step']!['solved']!);

  // M2: what the two said differently stands beside each other until a person decides; what only one said is on both.
  await go(mai, '/viec');
  await seen(mai, tasks['conflict']!.toString());
  await mai.getByRole('link', { name: new RegExp(loudspeaker) }).click();
  await seen(mai, conflicts['used']!.toString());
  await axeMindsNothing(mai);
  await tap(mai, conflicts['keepSaid']!.toString().replace('{{value}}', tasks['values']!['done']!));
  await until(() => mai.getByText(tasks['conflict']!.toString()).count(), 0);
  for (const phone of [mai, hoa]) {
    await go(phone, '/viec');
    await phone.getByRole('tab', { name: new RegExp(tasks['done']!.toString()) }).click();
    await seen(phone, loudspeaker);
    await seen(phone, party);
    await until(() => phone.getByText(tasks['conflict']!.toString()).count(), 0);
  }
  expect(await unsent(mai)).toBe(0);
}, 600_000);
