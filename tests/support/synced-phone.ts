import type { Person } from '#model/person.ts';
import { readAs } from '#protocol/read.ts';
import { SignInAnswer } from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { session } from '#store/session.ts';
import type { Handbook, SigningKeyRow } from '#store/database.ts';
import { createMemory } from '#store/memory.ts';
import { createSync, type Sync } from '#sync/engine.ts';
import type { Chance } from '#sync/ports.ts';
import { holdingOf } from '#server/storage/holding.ts';
import { invite } from '#server/storage/invitations.ts';
import { situationOf } from '#server/storage/situation.ts';
import { turningClock, type TurningClock } from './clock.ts';
import { newHandbook } from './device.ts';
import { diskOf, type Disk } from './disk.ts';
import { tabLock } from './lock.ts';
import { networkOver, type Fate, type Network } from './network.ts';
import { provinceByWire } from './province-by-wire.ts';
import type { TestProvince } from './province.ts';
import { wireInto, type Wire, type WireRequest } from './wire.ts';

/** One open copy of the app on a phone. */
export type Tab = { db: Handbook; sync: Sync; close(): Promise<void> };

/** A person's phone with the real store and the real engine, signed in at a real province over a line that may be bad. */
export type SyncedPhone = {
  person: Person;
  readonly device: number;
  clock: TurningClock;
  network: Network;
  disk: Disk;
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
  /** The browser is gone in this very moment, with all tabs and everything not on disk. `buried` ends when nothing of it runs. */
  die(): void;
  buried(): Promise<void>;
  /** From now on tabs are opened with this version of the app's memory. */
  update(open: (name: string) => Handbook): void;
  /** By a new invitation: under the number the phone has, or under a new one when it remembers none. */
  signInAgain(): Promise<void>;
};

type Line = {
  fateOf?: (request: WireRequest) => Fate;
  meanwhile?: (request: WireRequest) => Promise<void>;
  chance?: Chance;
  wire?: Wire;
  /** The key it signs bundles with, known to the province; left out, the phone makes one and brings it there. */
  key?: SigningKeyRow;
  /** What its browser takes answers in. */
  encoding?: 'gzip' | 'identity';
};

/** What runs has its turn before we look whether it is idle. */
const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export const syncedPhone = async (
  province: TestProvince,
  person: Person,
  {
    fateOf = () => ({ kind: 'through' }),
    meanwhile,
    chance = () => 0.5,
    wire = wireInto(province.app),
    key,
    encoding = 'gzip',
  }: Line = {},
): Promise<SyncedPhone> => {
  const phoneOfPerson = await province.phoneOf(person);
  let { device } = phoneOfPerson;
  const clock = turningClock(province.clock.now());
  let fate = fateOf;
  const network = networkOver(wire, (request) => fate(request), meanwhile);
  const { name } = newHandbook();
  const lock = tabLock();
  const tabs: Tab[] = [];
  const dying: Promise<void>[] = [];
  let openHandbook = (of: string): Handbook => newHandbook(of);
  const deaths = new Set<() => void>();

  const newTab = (): Tab => {
    const db = openHandbook(name);
    let alive = true;
    const tokenNow = async () => (await session(db))?.token ?? '';
    const sync = createSync({
      memory: createMemory(db, clock),
      province: provinceByWire(async (request) => (alive ? network(request) : 'silence'), tokenNow, encoding),
      clock,
      lock,
      chance,
    });
    const die = () => {
      alive = false;
      db.close();
      dying.push(sync.stop());
    };
    const tab: Tab = {
      db,
      sync,
      close: async () => {
        tabs.splice(tabs.indexOf(tab), 1);
        deaths.delete(die);
        await sync.stop();
        db.close();
      },
    };
    tabs.push(tab);
    deaths.add(die);
    return tab;
  };
  const openTab = (): Tab => {
    const tab = newTab();
    tab.sync.start();
    return tab;
  };

  const first = newTab();
  const [situation, holding] = [await situationOf(province.db, person), await holdingOf(province.db, device)];
  await keepSignIn(first.db, clock, { device, token: phoneOfPerson.token, situation, holding });
  if (key) await first.db.notebook.put(key);
  first.sync.start();

  /** The tab that has the lock: the first that was opened and is still there. */
  const settled = async () => {
    await aTurn();
    await tabs[0]?.sync.idle();
  };
  await settled();

  const phone: SyncedPhone = {
    person,
    get device() {
      return device;
    },
    clock,
    network,
    disk: diskOf(name),
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
    die: () => {
      phone.disk.die();
      tabs.splice(0);
      deaths.forEach((die) => die());
      deaths.clear();
    },
    buried: async () => {
      await Promise.all(dying.splice(0));
    },
    update: (open) => void (openHandbook = open),
    signInAgain: async () => {
      const { db } = phone;
      const before = await session(db);
      const invitation = await invite(province.db, person.id, Math.floor(province.clock.now() / 1000));
      const question = {
        invitation,
        attempt: `attempt-${invitation}`.padEnd(30, '-'),
        ...(before && { resume: before.device }),
      };
      const ask = () =>
        wire({
          method: 'POST',
          url: paths.signIn,
          headers: { 'content-type': 'application/json' },
          body: new TextEncoder().encode(JSON.stringify(question)),
        });
      let answer = await ask();
      // As a person does who sees no answer.
      for (let i = 0; i < 3 && answer === 'silence'; i++) answer = await ask();
      if (answer === 'silence') throw new Error('The province is not there');
      const welcome = readAs(SignInAnswer, JSON.parse(new TextDecoder().decode(answer.body)));
      if (!welcome) throw new Error(`Nobody is let in: ${new TextDecoder().decode(answer.body)}`);
      if (key) await db.notebook.put(key);
      await keepSignIn(db, clock, welcome);
      device = welcome.device;
      await phone.sync();
    },
  };
  return phone;
};
