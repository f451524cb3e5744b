import { createProvince, thatEvening, type TestProvince } from '../support/province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';
import { lineOf, someDisorder, type Disorder } from './disorder.ts';
import { createSaves, type Saves } from './saves.ts';
import { seeded, type Seeded } from './seeded.ts';

/** A commune with two village teams, their phones, a province, and a log of everything that happened. */
export type World = Seeded & {
  province: TestProvince;
  phones: SyncedPhone[];
  saves: Saves;
  disorder: Disorder;
  steps: string[];
  /** From now on every request goes through. */
  stopFaults(): void;
  /** Set by those who act; runs while a request is under way. */
  meanwhile: (phone: SyncedPhone) => Promise<void>;
  closedPeriods: string[];
  end(): Promise<void>;
};

export const villages = ['18124-01', '18124-02'];
export const commune = '18124';

export const createWorld = async (seed: number): Promise<World> => {
  const chances = seeded(seed);
  const now = thatEvening;
  const province = await createProvince({ clock: { now: () => now } });
  const disorder = someDisorder(chances);
  let stopped = false;
  const world: World = {
    ...chances,
    province,
    phones: [],
    saves: createSaves(),
    disorder,
    steps: [],
    stopFaults: () => void (stopped = true),
    meanwhile: async () => {},
    closedPeriods: [],
    end: async () => {
      for (const phone of world.phones) await phone.switchOff();
      await province.close();
    },
  };

  const join = async (role: 'villageLead' | 'villageMember', village: string) => {
    const phone: SyncedPhone = await syncedPhone(province, await province.person(role, village), {
      fateOf: lineOf(disorder, chances, () => stopped),
      meanwhile: () => world.meanwhile(phone),
      chance: chances.chance,
    });
    if (chances.happens(0.3)) phone.openTab();
    world.phones.push(phone);
  };
  await join('villageLead', villages[1]!);
  const members = 1 + chances.below(4);
  for (let i = 0; i < members; i++) await join('villageMember', chances.oneOf(villages));
  return world;
};

export const calledOf = ({ person, device }: SyncedPhone) => `${person.role} ${person.unit} (máy ${device})`;
