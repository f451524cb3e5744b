import type { FastifyInstance } from 'fastify';
import type { Operation } from '#model/operation.ts';
import { levelOfRole, type Person, type Role } from '#model/person.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { Receipt } from '#protocol/receipt.ts';
import { protocolVersion } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import type { Caller, Province, ProvinceDatabase } from '#server/province.ts';
import { addDevice } from '#server/storage/devices.ts';
import { acceptBatch } from '#server/storage/ledger.ts';
import { migrate } from '#server/storage/migrate.ts';
import { addPerson } from '#server/storage/people.ts';
import { newToken } from '#server/storage/secrets.ts';
import { openSqlite } from '#server/storage/sqlite.ts';
import { addUnits } from '#server/storage/units.ts';

/** A person signed in on a device. */
export type Phone = Caller & { token: string };

/** A real province: the tables of this version, units, and the web server when one is asked for. */
export type TestProvince = Province & {
  /** Built at the first call. */
  app(): Promise<FastifyInstance>;
  /** One more unit below `parent`; its level follows from its code. */
  unit(id: UnitId, parent: UnitId, but?: Partial<Unit>): Promise<UnitId>;
  person(role: Role, unit: UnitId, name?: string): Promise<Person>;
  /** One more device of that person. */
  phoneOf(person: Person): Promise<Phone>;
  /** A new person with a device. */
  phone(role: Role, unit?: UnitId): Promise<Phone>;
  /** Hands a batch in as the push route does. */
  push(phone: Phone, operations: Operation[], waiting?: number): Promise<Receipt>;
  close(): Promise<void>;
};

/** 12/11/2026, 19:30 in Vietnam: the evening of tests/support/entries.ts. */
export const thatEvening = Date.UTC(2026, 10, 12, 12, 30);

const unit = (id: UnitId, parent: UnitId | null, but: Partial<Unit> = {}): Unit => {
  const level = parent === null ? 'province' : id.includes('-') ? 'village' : 'commune';
  const type = ({ province: 'tinh', commune: 'xa', village: 'thon' } as const)[level];
  return {
    id,
    name: id,
    type,
    level,
    parent,
    validFrom: '2025-07-01',
    validTo: null,
    mergedInto: [],
    demo: true,
    ...but,
  };
};

/** Hà Tĩnh with two communes: Sơn Kim 1 of three villages, Sơn Kim 2 of two. */
export const someOfHaTinh: Unit[] = [
  unit('42', null, { name: 'Hà Tĩnh', demo: false }),
  unit('18124', '42', { name: 'Sơn Kim 1', demo: false }),
  unit('18127', '42', { name: 'Sơn Kim 2', demo: false }),
  unit('18124-01', '18124', { name: 'Thôn 1' }),
  unit('18124-02', '18124', { name: 'Thôn 2' }),
  unit('18124-03', '18124', { name: 'Thôn 3' }),
  unit('18127-01', '18127', { name: 'Thôn 1' }),
  unit('18127-02', '18127', { name: 'Thôn 2' }),
];

const usualUnit = { village: '18124-02', commune: '18124', province: '42' } as const;

export type ProvinceOptions = {
  clock?: Province['clock'];
  units?: Unit[];
  open?: () => ProvinceDatabase | Promise<ProvinceDatabase>;
  /** The types of editable records it knows; those of the model if left out. */
  recordTypes?: readonly RecordDefinition[];
  /** Tables and units are there already. */
  ready?: ProvinceDatabase;
};

/** A new province in memory, or wherever `open` says. */
export const createProvince = async ({
  clock = { now: () => thatEvening },
  units = someOfHaTinh,
  open = () => openSqlite(':memory:'),
  recordTypes,
  ready,
}: ProvinceOptions = {}): Promise<TestProvince> => {
  const db = ready ?? (await open());
  if (!ready) {
    await migrate(db);
    await db.transaction().execute((tx) => addUnits(tx, units));
  }
  const known: Province = { db, clock, ...(recordTypes && { recordTypes }) };
  const at = () => Math.floor(clock.now() / 1000);
  let app: Promise<FastifyInstance> | undefined;

  const person = (role: Role, where: UnitId, name = `${role} ${where}`) =>
    addPerson(db, { name, role, unit: where }, at());
  const phoneOf = async (owner: Person): Promise<Phone> => {
    const { path } = await db.selectFrom('unit').select('path').where('id', '=', owner.unit).executeTakeFirstOrThrow();
    const token = newToken();
    const device = await addDevice(db, owner.id, token, at());
    const [province = '', commune = null] = path.split('/').filter(Boolean);
    return { person: owner, device, path, province, commune, token };
  };

  return {
    ...known,
    app: () => (app ??= buildApp(known, { trustProxy: false, logger: false, behindTls: false })),
    unit: async (id, parent, but) => {
      await db.transaction().execute((tx) => addUnits(tx, [unit(id, parent, but)]));
      return id;
    },
    person,
    phoneOf,
    phone: async (role, where = usualUnit[levelOfRole[role]]) => phoneOf(await person(role, where)),
    push: (phone, operations, waiting = operations.length) =>
      acceptBatch(known, phone, { version: protocolVersion, device: phone.device, waiting, operations }),
    close: async () => {
      await (await app)?.close();
      await db.destroy();
    },
  };
};
