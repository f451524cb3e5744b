import { isOfficer } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { HoldingBox } from '#protocol/holding-box.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { closeArrived } from './held-arrived.ts';
import { heldColumns, heldWork } from './held-work.ts';
import { unitInScope } from './scope.ts';

const atMost = { waiting: 100, decided: 30 };

/**
 * What waits for an officer's decision in a unit, and what was decided there last (rule T2). Throws Refused with
 * 'role-too-low' or 'unit-out-of-scope'.
 */
export const holdingBox = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined },
): Promise<HoldingBox> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  const unit = await unitInScope(db, caller, asked.unit ?? caller.person.unit);
  const at = Math.floor(clock.now() / 1000);
  await closeArrived(db, at);
  const rows = ofUnit(db, unit);
  const waiting = await rows
    .select(heldColumns)
    .where('decided_at', 'is', null)
    .orderBy('received_at')
    .orderBy('device')
    .orderBy('first_seq')
    .limit(atMost.waiting)
    .execute();
  const decided = await rows
    .select(heldColumns)
    .where('decided_at', 'is not', null)
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .limit(atMost.decided)
    .execute();
  const { count } = await rows
    .select(({ fn }) => fn.countAll().as('count'))
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  const nobodys = waiting.filter(({ person_id }) => person_id === null).map(({ commune_id }) => commune_id);
  return {
    unit,
    asOf: at,
    waitingInAll: Number(count),
    waiting: await heldWork(db, waiting),
    decided: await heldWork(db, decided),
    candidates: await candidatesIn(db, nobodys),
  };
};

/** The box of a commune is its officers' and the province's; what belongs to no commune is the province's. */
const ofUnit = (db: ProvinceDatabase, { id, level }: Unit) => {
  const all = db.selectFrom('held_bundle');
  return level === 'province' ? all : all.where('commune_id', '=', id);
};

const candidatesIn = async (db: ProvinceDatabase, communes: readonly UnitId[]) => {
  if (communes.length === 0) return [];
  return db
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(['person.id', 'person.name', 'person.unit_id as unit'])
    .where('unit.parent_id', 'in', [...new Set(communes)])
    .where('unit.level', '=', 'village')
    .orderBy('person.unit_id')
    .orderBy('person.id')
    .limit(1000)
    .execute();
};
