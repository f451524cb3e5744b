import type { Person } from '#model/person.ts';
import { keepSignIn, session } from '#store/session.ts';
import type { Handbook } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { createSync, type Sync } from '#sync/engine.ts';
import type { Chance } from '#sync/ports.ts';
import { holdingOf } from '#server/storage/holding.ts';
import { situationOf } from '#server/storage/situation.ts';
import { turningClock, type TurningClock } from './clock.ts';
import { newHandbook } from './device.ts';
import { tabLock } from './lock.ts';
import { networkOver, type Fate, type Network } from './network.ts';
import { provinceByWire } from './province-by-wire.ts';
import type { TestProvince } from './province.ts';
import { wireInto, type WireRequest } from './wire.ts';

/** One open copy of the app on a phone. */
export type Tab = { db: Handbook; sync: Sync; close(): Promise<void> };

/** A person's phone with the real store and the real engine, signed in at a real province over a line that may be bad. */
export type SyncedPhone = {
  person: Person;
  device: number;
  clock: TurningClock;
  network: Network;
  tabs: Tab[];
  /** The memory, as the first tab sees it. */
  readonly db: Handbook;
  openTab(): Tab;
  /** Wakes every tab's engine and waits until all is sent, or something is the matter. */
  sync(): Promise<void>;
  /** Lets time go by, and waits for what the engines do of themselves. */
  wait(milliseconds: number): Promise<void>;
  /** Changes what becomes of requests from now on. */
  fate(of: (request: WireRequest) => Fate): void;
  switchOff(): Promise<void>;
};

type Line = {
  fateOf?: (request: WireRequest) => Fate;
  meanwhile?: (request: WireRequest) => Promise<void>;
  chance?: Chance;
};

/** What runs has its turn before we look whether it is idle. */
const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export const syncedPhone = async (
  province: TestProvince,
  person: Person,
  { fateOf = () => ({ kind: 'through' }), meanwhile, chance = () => 0.5 }: Line = {},
): Promise<SyncedPhone> => {
  const { device, token } = await province.phoneOf(person);
  const clock = turningClock(province.clock.now());
  let fate = fateOf;
  const network = networkOver(wireInto(province.app), (request) => fate(request), meanwhile);
  const name = newHandbook().name;
  const lock = tabLock();
  const tabs: Tab[] = [];

  const openTab = (): Tab => {
    const db = newHandbook(name);
    const tokenNow = async () => (await session(db))?.token ?? '';
    const sync = createSync({
      memory: createMemory(db, clock),
      province: provinceByWire(network, tokenNow),
      clock,
      lock,
      chance,
    });
    const tab: Tab = {
      db,
      sync,
      close: async () => {
        tabs.splice(tabs.indexOf(tab), 1);
        await sync.stop();
        db.close();
      },
    };
    tabs.push(tab);
    sync.start();
    return tab;
  };

  const first = newHandbook(name);
  const [situation, holding] = [await situationOf(province.db, person), await holdingOf(province.db, device)];
  await keepSignIn(first, clock, { device, token, situation, holding });
  first.close();
  openTab();

  /** The tab that has the lock: the first that was opened and is still there. */
  const settled = async () => {
    await aTurn();
    await tabs[0]?.sync.idle();
  };
  await settled();
  return {
    person,
    device,
    clock,
    network,
    tabs,
    get db() {
      const [tab] = tabs;
      if (!tab) throw new Error('The app is closed');
      return tab.db;
    },
    openTab,
    sync: async () => {
      tabs.forEach((tab) => tab.sync.wake());
      await settled();
    },
    wait: async (milliseconds) => {
      clock.pass(milliseconds);
      await settled();
    },
    fate: (of) => void (fate = of),
    switchOff: async () => {
      for (const tab of [...tabs].reverse()) await tab.close();
    },
  };
};
