import { isOfficer } from '#model/person.ts';
import { paths } from '#protocol/version.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { reportFor } from '#server/storage/report.ts';
import { takeStep } from '#server/storage/report-commands.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { watchPhones } from './always.ts';
import { mustBeAtRest } from './at-rest.ts';
import { isMishap, type Fault } from './faults.ts';
import { letInAgain, mishaps, reopen } from './mishaps.ts';
import { act, dealWithRefused, unlessKilled } from './people.ts';
import { calledOf, operationsOn } from './saves.ts';
import { must, Violation } from './violation.ts';
import { commune, createWorld, province, type World } from './world.ts';

export type History = {
  seed: number;
  faults: Fault[];
  /** How often each fault really happened. */
  met: Map<Fault, number>;
  operations: number;
  /** Operations that only a phone held when its browser threw everything away. */
  forgotten: number;
  steps: string[];
  violation: Violation | null;
};

/** Requests a phone may need for what it holds once nothing is in the way any more. */
const requestsAtMost = 24;
const fiveMinutes = 5 * 60_000;

const restart = async (world: World, phone: SyncedPhone) => {
  world.tell(phone, 'closes the app and opens it again');
  await phone.switchOff();
  phone.openTab();
  if (world.happens(0.3)) phone.openTab();
  await phone.wait(0);
};

const closeMonth = async (world: World) => {
  if (world.closedPeriods.length > 0) return;
  world.steps.push('The commune closes 2026-10');
  world.closedPeriods.push('2026-10');
  const officer = await world.province.person('communeOfficer', commune);
  const at = Math.floor(world.province.clock.now() / 1000);
  await closePeriod(world.province.db, { commune, period: '2026-10', by: officer.id, at });
};

/** Some of what came late enters after all: the phones it is from learn that it is received. */
const amendMonth = async (world: World) => {
  const [period] = world.closedPeriods;
  if (period === undefined) return;
  const person = await world.province.person('communeOfficer', commune);
  const officer = { person, device: 0, path: `${province}/${commune}/`, province, commune };
  const { late, steps } = await reportFor(world.province, officer, { unit: commune, period });
  const fit = late.filter(({ twin, hindrance }) => twin === null && hindrance === null);
  const operations = fit.filter(() => world.happens(0.7)).map(({ operation }) => operation);
  if (operations.length === 0) return;
  world.steps.push(`The commune amends ${period} by ${operations.join()}`);
  const about = { unit: commune, period, known: steps.length, reason: 'Mất sóng', operations };
  await takeStep(world.province, officer, { command: 'amend', ...about });
};

const deliverLate = async (world: World, phone: SyncedPhone) => {
  if (await phone.network.deliverLate(world.below)) world.tell(phone, 'had sent a copy that arrives now');
};

const step = (world: World, phone: SyncedPhone): Promise<void> =>
  world.weighted([
    [45, () => act(world, phone)],
    [30, () => (world.tell(phone, 'syncs'), phone.sync())],
    [10, () => phone.wait(world.below(fiveMinutes))],
    [8, () => deliverLate(world, phone)],
    [4, () => restart(world, phone)],
    [2, () => closeMonth(world)],
    [2, () => amendMonth(world)],
  ])();

/** While a request is under way, people go on, and another phone may get its turn. */
const interleave = (world: World): void => {
  const busy = new Set<SyncedPhone>();
  world.meanwhile = async (phone) => {
    const amid = world.amid.get(phone);
    world.amid.delete(phone);
    await amid?.();
    if (busy.size > 1 || !world.happens(0.15)) return;
    busy.add(phone);
    const other = world.oneOf(world.phones);
    // What breaks here must not pass for trouble with the line.
    try {
      await unlessKilled(phone, world.happens(0.7) || busy.has(other) ? act(world, phone) : other.sync());
    } catch (error) {
      world.broken ??= error;
    }
    busy.delete(phone);
  };
};

const mustBeWhole = ({ broken }: World): void => {
  if (broken) throw broken;
};

/** What this phone last asked did not come through, so that its engine has to try again by itself. */
const owesATry = ({ network: { asked } }: SyncedPhone): boolean => {
  const rounds = asked.filter(({ request: { url } }) => url === paths.push || url.startsWith(paths.pull));
  const heard = rounds[rounds.length - 1]?.heard ?? 200;
  return heard !== 200 && heard !== 401;
};

const waiting = (phone: SyncedPhone): number => operationsOn(phone).filter(({ state }) => state === 'waiting').length;

/**
 * Once faults have stopped, a phone that failed before gets everything out by itself, and any other as soon as it is
 * woken, in few requests (rule P6).
 */
const drain = async (world: World): Promise<void> => {
  for (const phone of world.phones) {
    // What is under way ends as it was going to.
    await phone.wait(0);
    const before = phone.network.asked.length;
    if (owesATry(phone)) {
      await phone.wait(fiveMinutes);
      must(waiting(phone) === 0, 'stuck', () => `${calledOf(phone)} does not try again`);
    }
    await phone.sync();
    const [left, asked] = [waiting(phone), phone.network.asked.length - before];
    must(left === 0, 'stuck', () => `${calledOf(phone)} still holds ${left}, with nothing in the way`);
    must(asked <= requestsAtMost, 'stuck', () => `${calledOf(phone)} needed ${asked} requests to drain`);
  }
};

const settleRefused = async (world: World): Promise<void> => {
  const again = world.phones.filter(() => world.happens(0.5));
  let written = false;
  for (const phone of again) written = (await dealWithRefused(world, phone, phone.db, true)) || written;
  if (written) await drain(world);
  if (world.happens(0.3)) {
    await amendMonth(world);
    await drain(world);
  }
  for (const phone of world.phones) while (await dealWithRefused(world, phone, phone.db, false));
  // That they were let go is said too.
  await drain(world);
};

/** Faults and deeds in the order of this history: each mishap of the plan at least once. */
const live = async (world: World): Promise<void> => {
  const watch = watchPhones();
  interleave(world);
  const many = 8 + world.below(9);
  const mixed = world.faults.length > 2;
  const planned = world.faults
    .filter(isMishap)
    .flatMap((fault) =>
      Array.from({ length: mixed ? 1 : 1 + world.below(2) }, () => ({ fault, at: world.below(many) })),
    );
  for (let i = 0; i < many; i++) {
    const phone = world.oneOf(world.phones);
    await step(world, phone);
    await watch(world, phone);
    for (const { fault } of planned.filter(({ at }) => at === i)) {
      const struck = world.oneOf(world.phones.filter(({ person }) => !isOfficer(person.role) || world.happens(0.1)));
      await mishaps[fault](world, struck);
      await watch(world, struck);
    }
    mustBeWhole(world);
  }

  world.steps.push('Faults stop');
  world.stopFaults();
  world.meanwhile = async () => {};
  for (const phone of world.phones) {
    await reopen(world, phone);
    await letInAgain(world, phone);
  }
  await drain(world);
  mustBeWhole(world);
  await settleRefused(world);
  await mustBeAtRest(world);

  // Copies still under way arrive at last, and change nothing.
  let late = false;
  for (const phone of world.phones) while (await phone.network.deliverLate(world.below)) late = true;
  if (late) await mustBeAtRest(world);
  for (const phone of world.phones) await watch(world, phone);
};

/** One history, the same for the same seed. */
export const simulate = async (seed: number, faults?: Fault[]): Promise<History> => {
  const world = await createWorld(seed, faults);
  let violation: Violation | null = null;
  try {
    await live(world);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('wrong', String((error as Error).stack ?? error));
  }
  for (let i = world.server.ends(); i > 0; i--) world.meet('serverKilled');
  await world.end();
  const { met, steps, forgotten } = world;
  return { seed, faults: world.faults, met, operations: world.saves.all().length, forgotten, steps, violation };
};
