import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DeviceNumber, Operation } from '#model/operation.ts';
import type { PersonId } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { summaryOf } from './held-summary.ts';
import type { HeldBundleTable } from './schema.ts';

/** What is put into the holding box: a run of one device, not empty. `at` in seconds; `key` of a device we do not know. */
export type ToHold = {
  device: DeviceNumber;
  operations: readonly Operation[];
  person: PersonId | null;
  commune: UnitId;
  why: HeldBundleTable['why'];
  key?: string;
  carriedBy?: PersonId;
  at: number;
};

/** Undecided pieces of work the box takes from one device, and from one carrier for devices unknown: nobody can fill it. */
const atMost = { ofDevice: 20, ofCarrier: 100 };

/**
 * Keeps operations for an officer (rule T2). What lies there already, word for word, is not kept twice; a longer run takes
 * the place of the shorter one it begins with. The transaction holds the device's row. Throws Refused with
 * 'holding-box-full'.
 */
export const hold = async (tx: ProvinceDatabase, work: ToHold): Promise<void> => {
  const undecided = await tx
    .selectFrom('held_bundle')
    .select(['id', 'body', 'key'])
    .where('device', '=', work.device)
    .where('decided_at', 'is', null)
    .execute();
  const rows = undecided
    .filter(({ key }) => key === (work.key ?? null))
    .map(({ id, body }) => ({ id, operations: JSON.parse(body) as Operation[] }));
  // As it will be read back.
  const operations = JSON.parse(JSON.stringify(work.operations)) as Operation[];
  if (rows.some((row) => holds(row.operations, operations))) return;

  const shorter = rows.filter((row) => holds(operations, row.operations)).map(({ id }) => id);
  if (shorter.length > 0) await tx.deleteFrom('held_bundle').where('id', 'in', shorter).execute();
  if (undecided.length - shorter.length >= atMost.ofDevice || (await carriesTooMuch(tx, work)))
    throw new Refused('holding-box-full');
  await tx
    .insertInto('held_bundle')
    .values(rowOf(work, operations))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

/** Whether every operation of `inner` stands in `outer` too, and says the same. */
const holds = (outer: readonly Operation[], inner: readonly Operation[]): boolean => {
  const offset = inner[0]!.seq - outer[0]!.seq;
  if (offset < 0 || offset + inner.length > outer.length) return false;
  return inner.every((operation, i) => isDeepStrictEqual(outer[offset + i], operation));
};

const carriesTooMuch = async (tx: ProvinceDatabase, { why, carriedBy }: ToHold): Promise<boolean> => {
  if (why !== 'device-unknown' || carriedBy === undefined) return false;
  const { count } = await tx
    .selectFrom('held_bundle')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('carried_by', '=', carriedBy)
    .where('why', '=', why)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count) >= atMost.ofCarrier;
};

const rowOf = (work: ToHold, operations: Operation[]) => {
  const body = JSON.stringify(operations);
  return {
    id: createHash('sha256')
      .update(`${work.device} ${work.key ?? ''} ${body}`)
      .digest('base64url')
      .slice(0, 22),
    device: work.device,
    person_id: work.person,
    commune_id: work.commune,
    why: work.why,
    key: work.key ?? null,
    carried_by: work.carriedBy ?? null,
    received_at: work.at,
    first_seq: operations[0]!.seq,
    operations: operations.length,
    summary: JSON.stringify(summaryOf(operations)),
    body,
    decided_at: null,
    decided_by: null,
    decision: null,
    reason: null,
    outcome: null,
  };
};
