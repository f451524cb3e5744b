import { paths } from '#protocol/version.ts';
import { waitingCount } from '#store/outbox.ts';
import { closePeriod } from '#server/storage/closures.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { watchPhones } from './always.ts';
import { mustBeAtRest } from './at-rest.ts';
import { act, dealWithRefused } from './people.ts';
import { must, Violation } from './violation.ts';
import { calledOf, commune, createWorld, type World } from './world.ts';

export type History = { seed: number; operations: number; steps: string[]; violation: Violation | null };

/** Requests a phone may need for what it holds once nothing is in the way any more. */
const requestsAtMost = 24;
const fiveMinutes = 5 * 60_000;

const restart = async (world: World, phone: SyncedPhone) => {
  world.steps.push(`${calledOf(phone)} closes the app and opens it again`);
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

const deliverLate = async (world: World, phone: SyncedPhone) => {
  if (await phone.network.deliverLate(world.below)) world.steps.push(`A late copy of ${calledOf(phone)} arrives`);
};

const step = (world: World, phone: SyncedPhone): Promise<void> =>
  world.weighted([
    [45, () => act(world, phone)],
    [30, () => (world.steps.push(`${calledOf(phone)} syncs`), phone.sync())],
    [10, () => phone.wait(world.below(fiveMinutes))],
    [8, () => deliverLate(world, phone)],
    [4, () => restart(world, phone)],
    [2, () => closeMonth(world)],
  ])();

/** While a request is under way, people go on, and another phone may get its turn. */
const interleave = (world: World) => {
  const busy = new Set<SyncedPhone>();
  world.meanwhile = async (phone) => {
    if (busy.size > 1 || !world.happens(0.2)) return;
    busy.add(phone);
    const other = world.oneOf(world.phones);
    if (world.happens(0.7) || busy.has(other)) await act(world, phone);
    else await other.sync();
    busy.delete(phone);
  };
};

/** What this phone last sent did not come through, so that its engine has to try again by itself. */
const owesATry = ({ network: { asked } }: SyncedPhone): boolean => {
  const pushed = asked.filter(({ request }) => request.url === paths.push);
  const fate = pushed[pushed.length - 1]?.fate ?? 'through';
  return fate !== 'through' && fate !== 'twice';
};

/**
 * Once faults have stopped, a phone that failed before gets everything out by itself, and any other as soon as it is
 * woken, in few requests (rule P6).
 */
const drain = async (world: World): Promise<void> => {
  for (const phone of world.phones) {
    const before = phone.network.asked.length;
    const byItself = owesATry(phone);
    await phone.wait(fiveMinutes);
    must(!byItself || (await waitingCount(phone.db)) === 0, 'stuck', () => `${calledOf(phone)} does not try again`);
    await phone.sync();
    const [left, asked] = [await waitingCount(phone.db), phone.network.asked.length - before];
    must(left === 0, 'stuck', () => `${calledOf(phone)} still holds ${left}, with nothing in the way`);
    must(asked <= requestsAtMost, 'stuck', () => `${calledOf(phone)} needed ${asked} requests to drain`);
  }
  // Once more, to hear what the others have just sent.
  for (const phone of world.phones) await phone.sync();
};

const settleRefused = async (world: World): Promise<void> => {
  for (const phone of world.phones) if (world.happens(0.5)) await dealWithRefused(world, phone, phone.db, true);
  await drain(world);
  for (const phone of world.phones) while (await dealWithRefused(world, phone, phone.db, false));
};

const live = async (world: World): Promise<void> => {
  const watch = watchPhones();
  interleave(world);
  const many = 15 + world.below(26);
  for (let i = 0; i < many; i++) {
    const phone = world.oneOf(world.phones);
    await step(world, phone);
    await watch(world, phone);
  }
  world.steps.push('Faults stop');
  world.stopFaults();
  world.meanwhile = async () => {};
  await drain(world);
  await settleRefused(world);
  await mustBeAtRest(world);

  // Copies still under way arrive at last, and change nothing.
  for (const phone of world.phones) while (await phone.network.deliverLate(world.below));
  for (const phone of world.phones) await phone.sync();
  await mustBeAtRest(world);
  for (const phone of world.phones) await watch(world, phone);
};

/** One history, the same for the same seed. */
export const simulate = async (seed: number): Promise<History> => {
  const world = await createWorld(seed);
  let violation: Violation | null = null;
  try {
    await live(world);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('wrong', String((error as Error).stack ?? error));
  }
  await world.end();
  return { seed, operations: world.saves.all().length, steps: world.steps, violation };
};
