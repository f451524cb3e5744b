import type { Kysely } from 'kysely';
import type { DeviceNumber } from '#model/operation.ts';
import type { Person } from '#model/person.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceTables } from './storage/schema.ts';

export type ProvinceDatabase = Kysely<ProvinceTables>;

/** What the province's rooms are handed: never imported as globals, so that a test can hold ten provinces. */
export type Province = {
  db: ProvinceDatabase;
  /** Milliseconds since 1970. */
  clock: { now(): number };
  /** The types of editable records there are; those of model/records if left out. */
  recordTypes?: readonly RecordDefinition[];
};

/** Who asks: found from the token before any route runs. A person's rights end where `path` ends. */
export type Caller = {
  person: Person;
  device: DeviceNumber;
  /** Of the person's unit: 'province/commune/village/'; a subtree is a prefix. */
  path: string;
  province: UnitId;
  /** Null for people of the province itself. */
  commune: UnitId | null;
};
