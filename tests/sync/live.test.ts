import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges } from '#app/live.ts';
import { createProvince as provinceOverHttp } from '#app/province-http.ts';
import { wallClock } from '#app/wall-clock.ts';
import type { Role } from '#model/person.ts';
import { paths } from '#protocol/version.ts';
import { revokeDevice } from '#server/storage/devices.ts';
import { situationOf } from '#server/storage/situation.ts';
import type { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { keptFigures } from '#store/officer-pages.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { wantView } from '#store/views.ts';
import { createSync, type Sync } from '#sync/engine.ts';
import { newHandbook } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { tabLock } from '../support/lock.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { reachListener, reachProvince, type Reachable } from '../support/reachable.ts';

const page = `${paths.figures}?unit=18124&period=2026-11`;
let province: TestProvince;
let reachable: Reachable | undefined;
let machine: Handbook;
let stopping: AbortController;
let running: Promise<void> | undefined;
let engine: Sync | undefined;

beforeEach(async () => {
  province = await createProvince();
  machine = newHandbook();
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await running;
  await engine?.stop();
  await reachable?.stop();
  await province.close();
  running = engine = reachable = undefined;
});

const signedIn = async (role: Role): Promise<Phone> => {
  const phone = await province.phone(role);
  const { device, token, person } = phone;
  const situation = await situationOf(province.db, person);
  await keepSignIn(machine, wallClock, { device, token, situation, holding: { highestSeq: 0, totals: {} } });
  return phone;
};
const credentialsOf = (token: string) => async () => ({ token, language: 'vi' });
const follow = (token: string, wake: () => void) => {
  const hands = { db: machine, credentials: credentialsOf(token), clock: wallClock, chance: () => 0, wake };
  running = followChanges(hands, stopping.signal);
};
const push = async (phone: Phone, seq: number) => {
  const entry = record(eveningInThon2({ counts: { VNEID_CAI: 7 } }), { device: phone.device, seq, unit: '18124-02' });
  await province.push(phone, [entry]);
};
const soon = <T>(what: () => T | Promise<T>) => vi.waitFor(what, { timeout: 5_000, interval: 10 });
const quietFor = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

test('what a village sends stands in the page an officer has open within a second of its receipt', async () => {
  reachable = await reachProvince(await province.app());
  const officer = await signedIn('communeOfficer');
  const hoa = await province.phone('villageMember');
  const credentials = credentialsOf(officer.token);
  engine = createSync({
    memory: createMemory(machine, wallClock),
    province: provinceOverHttp(credentials),
    clock: wallClock,
    lock: tabLock(),
    chance: () => 0.5,
  });
  await wantView(machine, wallClock, page);
  engine.start();
  const heard = vi.fn<() => void>(() => engine!.wake());
  follow(officer.token, heard);
  const shown = async () => (await keptFigures(machine, page))?.body?.totals['VNEID_CAI'];
  // It listens, and has read what was there before.
  await soon(() => expect(heard).toHaveBeenCalled());
  await quietFor(800);
  await push(hoa, 1);
  const received = Date.now();
  await soon(async () => expect(await shown()).toBe(7));
  expect(Date.now() - received).toBeLessThan(1_000);
});

test('news in quick succession are read together, the last of them too', async () => {
  reachable = await reachProvince(await province.app());
  const officer = await signedIn('communeOfficer');
  const hoa = await province.phone('villageMember');
  await wantView(machine, wallClock, page);
  const woken: number[] = [];
  follow(officer.token, () => void woken.push(Date.now()));
  await soon(() => expect(woken).toHaveLength(1));
  await quietFor(800);
  for (let seq = 1; seq <= 5; seq++) {
    await push(hoa, seq);
    await quietFor(300);
  }
  const last = Date.now();
  await quietFor(900);
  expect(woken.length).toBeGreaterThan(2);
  expect(woken.length).toBeLessThanOrEqual(5);
  expect(woken[woken.length - 1]).toBeGreaterThan(last - 300);
});

test('nobody listens for a team, nor for an officer who has no page open', async () => {
  const asked = vi.fn<(url: string | undefined) => void>();
  reachable = await reachListener((request, response) => {
    asked(request.url);
    response.end();
  });
  const officer = await signedIn('communeOfficer');
  follow(officer.token, () => {});
  await quietFor(300);
  expect(asked).not.toHaveBeenCalled();
  await wantView(machine, wallClock, page);
  await soon(() => expect(asked).toHaveBeenCalledWith(paths.changes));
  stopping.abort();
  await running;

  stopping = new AbortController();
  machine = newHandbook();
  asked.mockClear();
  const hoa = await signedIn('villageMember');
  await wantView(machine, wallClock, page);
  follow(hoa.token, () => {});
  await quietFor(300);
  expect(asked).not.toHaveBeenCalled();
});

test('a captive portal is no stream, and a stream that was cut is listened to again', async () => {
  reachable = await reachListener((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<h1>WiFi</h1>');
  });
  const officer = await signedIn('communeOfficer');
  await wantView(machine, wallClock, page);
  const woken = vi.fn<() => void>();
  follow(officer.token, woken);
  await quietFor(700);
  expect(woken).not.toHaveBeenCalled();
  await reachable.stop();
  reachable = await reachProvince(await province.app());
  await soon(() => expect(woken).toHaveBeenCalledTimes(1));
  // The province ends it, and the device asks again.
  await revokeDevice(province.db, officer.device, 1);
  await quietFor(2_500);
  await province.db.updateTable('device').set({ revoked_at: null }).where('number', '=', officer.device).execute();
  await soon(() => expect(woken).toHaveBeenCalledTimes(2));
});
