import './one-thread.ts';
import type { AcceptedOperation } from '#model/operation.ts';
import type { Person, Role } from '#model/person.ts';
import type { SigningKeyRow } from '#store/database.ts';
import { signingKey } from '#store/signing-key.ts';
import { newHandbook } from '../support/device.ts';
import { thatEvening, type TestProvince } from '../support/province.ts';
import { readyProvince } from '../support/ready-province.ts';
import { syncedPhone, type SyncedPhone } from '../support/synced-phone.ts';
import { disorderOf, lineOf, type Disorder } from './disorder.ts';
import { faultsOf, type Fault } from './faults.ts';
import { mortalServer, type MortalServer } from './mortal-server.ts';
import { calledOf, createSaves, type Saves } from './saves.ts';
import { seeded, type Seeded } from './seeded.ts';
import { Violation } from './violation.ts';

/** A commune with two village teams, their phones, a province, and a log of everything that happened. */
export type World = Seeded & {
  province: TestProvince;
  server: MortalServer;
  phones: SyncedPhone[];
  saves: Saves;
  faults: Fault[];
  disorder: Disorder;
  /** How often each fault really happened. */
  met: Map<Fault, number>;
  meet(fault: Fault): void;
  steps: string[];
  tell(phone: SyncedPhone, what: string): void;
  /** From now on every request goes through. */
  stopFaults(): void;
  /** Set by those who act; runs while a request is under way. */
  meanwhile: (phone: SyncedPhone) => Promise<void>;
  /** What is to happen to a phone in the middle of its next request. */
  amid: Map<SyncedPhone, () => Promise<void>>;
  /** What broke where nobody could be told at once. */
  broken: unknown;
  closedPeriods: string[];
  /** Phones the province answers no more, with what they held when it was said. */
  revoked: Map<SyncedPhone, { cursor: number; accepted: number }>;
  /** Operations only a newer app understands, as a newer province accepted them. */
  fromTomorrow: AcceptedOperation[];
  /** What was only on phones that forgot it. */
  forgotten: number;
  end(): Promise<void>;
};

export const villages = ['18124-01', '18124-02'];
export const commune = '18124';
export const province = '42';

/** Made once: a thousand histories would spend their time on keys. Phones that forget everything make their own. */
let keyOfAll: Promise<SigningKeyRow> | undefined;
const newSigningKey = async (): Promise<SigningKeyRow> => {
  const key = await signingKey(newHandbook('the-one-with-the-key'));
  if (!key) throw new Error('No keys are made here');
  return { ...key, registered: true };
};

/** Far more than any history needs. */
const requestsWithoutEnd = 3000;

export const createWorld = async (seed: number, faults = faultsOf(seed)): Promise<World> => {
  const chances = seeded(seed);
  const now = thatEvening;
  const there = await readyProvince({ clock: { now: () => now } });
  const server = mortalServer(there);
  const disorder = disorderOf(faults, chances);
  let stopped = false;
  const world: World = {
    ...chances,
    province: there,
    server,
    phones: [],
    saves: createSaves(),
    faults,
    disorder,
    met: new Map(),
    meet: (fault) => void world.met.set(fault, (world.met.get(fault) ?? 0) + 1),
    steps: [],
    tell: (phone, what) => void world.steps.push(`${calledOf(phone)} ${what}`),
    stopFaults: () => {
      stopped = true;
      server.endOver(null);
    },
    meanwhile: async () => {},
    amid: new Map(),
    broken: undefined,
    closedPeriods: [],
    revoked: new Map(),
    fromTomorrow: [],
    forgotten: 0,
    end: async () => {
      for (const phone of world.phones) {
        await phone.switchOff();
        await phone.buried();
        await phone.disk.erase();
      }
      await server.close();
      await there.close();
    },
  };

  const wire = faults.includes('serverKilled') ? { wire: server.wire } : {};
  const key = await (keyOfAll ??= newSigningKey());
  const fateOf = lineOf(disorder, chances, () => stopped, world.meet);
  let requests = 0;
  const join = async (person: Person) => {
    const phone: SyncedPhone = await syncedPhone(there, person, {
      fateOf: (request) => {
        if (++requests < requestsWithoutEnd) return fateOf(request);
        world.broken ??= new Violation('stuck', `${requests} requests, and no end of them: ${request.url}`);
        return { kind: 'lost' };
      },
      meanwhile: () => world.meanwhile(phone),
      chance: chances.chance,
      key,
      // Answers are compressed on other threads too.
      encoding: 'identity',
      ...wire,
    });
    world.phones.push(phone);
  };
  const somebody = (role: Role, unit: string) => there.person(role, unit);
  await join(await somebody('villageLead', villages[1]!));
  const more = 1 + Math.floor(chances.chance() ** 3 * 7);
  for (let i = 0; i < more; i++) {
    const known = chances.oneOf(world.phones).person;
    // Some have two phones.
    await join(chances.happens(0.15) ? known : await somebody('villageMember', chances.oneOf(villages)));
  }
  if (chances.happens(0.4)) await join(await somebody('communeOfficer', commune));
  // Two who change the same, or one above them.
  if (chances.happens(0.2)) await join(await somebody('communeOfficer', commune));
  if (chances.happens(0.15)) await join(await somebody('provinceOfficer', province));
  return world;
};
