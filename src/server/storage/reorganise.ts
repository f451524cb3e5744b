import { addDays, dayInVietnam, type Day } from '#model/day.ts';
import {
  lastDayBefore,
  planReorganisation,
  type Area,
  type Reorganisation,
  type ReorganisationPlan,
} from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct, type Actor } from './audit.ts';
import { lockCommunes } from './commune-head.ts';
import { movePerson } from './memberships.ts';
import { personOf } from './people.ts';
import { addUnits, unitOfRow } from './units.ts';

/** Units a statement may name. */
const atOnce = 500;

/**
 * What a reorganisation comes to now. Throws Refused with what planReorganisation finds, and with 'reorganisation-entries'
 * ({name, day}) when people of a unit that ends already worked in it on a day it would no longer exist. `now` in milliseconds.
 */
export const planNow = async (
  db: ProvinceDatabase,
  asked: Reorganisation,
  now: number,
  today: Day = dayInVietnam(now),
): Promise<ReorganisationPlan> => {
  const planned = planReorganisation(asked, await areaOf(db, asked, today));
  if (planned.kind === 'refused') throw new Refused(planned.code, planned.params);
  const worked = await lastEntryFrom(
    db,
    planned.plan.ends.map(({ unit }) => unit),
    asked.begins,
  );
  if (worked)
    throw new Refused('reorganisation-entries', {
      name: worked.unit.name,
      day: worked.date,
      from: addDays(worked.date, 1),
    });
  return planned.plan;
};

/** Every unit, for codes are given once; and the people of the units spoken of. */
const areaOf = async (db: ProvinceDatabase, asked: Reorganisation, today: Day): Promise<Area> => {
  const units = (await db.selectFrom('unit').selectAll().orderBy('id').execute()).map(unitOfRow);
  const ending = new Set(asked.kind === 'merge' ? asked.units : [asked.unit]);
  const theirs = units.filter(({ id, parent }) => ending.has(id) || ending.has(parent ?? '')).map(({ id }) => id);
  const people = [];
  for (let from = 0; from < theirs.length; from += atOnce)
    people.push(
      ...(await db
        .selectFrom('person')
        .select(['id', 'name', 'role', 'unit_id'])
        .where('unit_id', 'in', theirs.slice(from, from + atOnce))
        .orderBy('id')
        .execute()),
    );
  return { units, people: people.map(personOf), today };
};

const lastEntryFrom = async (
  db: ProvinceDatabase,
  units: readonly Unit[],
  day: Day,
): Promise<{ unit: Unit; date: Day } | undefined> => {
  let last: { unit: Unit; date: Day } | undefined;
  for (let from = 0; from < units.length; from += atOnce) {
    const some = units.slice(from, from + atOnce);
    const row = await db
      .selectFrom('entry')
      .select(['unit_id', 'date'])
      .where(
        'unit_id',
        'in',
        some.map(({ id }) => id),
      )
      .where('date', '>=', day)
      .orderBy('date', 'desc')
      .limit(1)
      .executeTakeFirst();
    const unit = row && some.find(({ id }) => id === row.unit_id);
    if (row && unit && row.date > (last?.date ?? '')) last = { unit, date: row.date };
  }
  return last;
};

/**
 * Does what was planned, and notes it: units are ended and made, and people go with them; entries, records and sums stay as
 * they are, under the units of their time. Nobody's work is taken in meanwhile in the communes concerned (rule L1), and what
 * phones still hold is judged by where their people belonged (rule T4). Call it within a transaction. Throws Refused as planNow.
 */
export const reorganiseNow = async (
  tx: ProvinceDatabase,
  actor: Actor,
  asked: Reorganisation,
  now: number,
  today: Day = dayInVietnam(now),
): Promise<ReorganisationPlan> => {
  await lockCommunes(tx, await communesOf(tx, asked));
  const plan = await planNow(tx, asked, now, today);
  await addUnits(tx, plan.makes);
  for (const { unit, into } of plan.ends)
    await tx
      .updateTable('unit')
      .set({ valid_to: lastDayBefore(plan.begins), merged_into: JSON.stringify(into) })
      .where('id', '=', unit.id)
      .execute();
  for (const { person, to } of plan.moves)
    await movePerson(tx, { person: person.id, unit: to, role: person.role }, plan.begins);
  await noteReorganisation(tx, actor, asked, plan, now);
  return plan;
};

/** Whose numbers are given out while units change: the communes that end or take in, or those of the villages that do. */
const communesOf = async (tx: ProvinceDatabase, asked: Reorganisation): Promise<UnitId[]> => {
  const named = asked.kind === 'merge' ? [...asked.units, ...intoExisting(asked)] : [asked.unit];
  const rows = named.length === 0 ? [] : await tx.selectFrom('unit').select('path').where('id', 'in', named).execute();
  return rows.flatMap(({ path }) => path.split('/')[1] || []);
};

const intoExisting = ({ into }: Extract<Reorganisation, { kind: 'merge' }>): UnitId[] =>
  typeof into === 'string' ? [into] : [];

const noteReorganisation = async (
  tx: ProvinceDatabase,
  actor: Actor,
  asked: Reorganisation,
  { ends, begins }: ReorganisationPlan,
  now: number,
): Promise<void> => {
  const at = Math.floor(now / 1000);
  const roots = ends.slice(0, asked.kind === 'merge' ? asked.units.length : 1);
  for (const { unit, into } of roots)
    for (const successor of into)
      await noteAct(
        tx,
        actor,
        {
          act: asked.kind === 'merge' ? 'unit.merged' : 'unit.split',
          unit: successor,
          subject: unit.id,
          params: { name: unit.name, begins },
        },
        at,
      );
};
