import { isOfficer, type PersonId } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { AuditPage, AuditQuestion, AuditRow } from '#protocol/audit.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteReading } from './audit.ts';
import { unitInScope } from './scope.ts';
import { unitOfRow } from './units.ts';

const pageSize = 100;
const fileSize = 5000;

const aDay = 24 * 60 * 60;
/** Midnight in Vietnam of a day, in seconds. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`) / 1000;

/**
 * The log of a unit and all below it, the newest first. Reading it whole, for a file, is noted in it. Throws Refused with
 * 'role-too-low' or 'unit-out-of-scope'.
 */
export const auditFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person' | 'device'>,
  asked: AuditQuestion,
): Promise<AuditPage> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  const unit = await unitInScope(db, caller, asked.unit ?? caller.person.unit);
  const most = asked.all === undefined ? pageSize : fileSize;
  const found = await rowsOf(db, unit, asked)
    .limit(most + 1)
    .execute();
  const rows = found.slice(0, most);
  const people = await namesOf(db, rows);
  const asOf = Math.floor(clock.now() / 1000);
  if (asked.all !== undefined) await noteReading(db, caller, { act: 'audit.exported', unit: unit.id }, asOf);
  return {
    unit,
    asOf,
    rows: rows.map((row): AuditRow => {
      const by = row.person_id === null ? undefined : people.get(row.person_id);
      const of = personSpokenOf(row) === undefined ? undefined : people.get(personSpokenOf(row)!);
      return {
        number: row.number,
        at: Number(row.at),
        act: row.act,
        by: by ? { id: by.id, name: by.name, unit: by.unit_id } : null,
        device: row.device,
        unit: row.unit_id,
        subject: row.subject,
        of: of ? { id: of.id, name: of.name } : null,
        params: JSON.parse(row.params) as AuditRow['params'],
      };
    }),
    units: await unitsOf(db, [
      unit.id,
      ...rows.flatMap(unitsSpokenOf),
      ...[...people.values()].map((one) => one.unit_id),
    ]),
    people: await actorsOf(db, unit),
    next: found.length > most ? rows[rows.length - 1]!.number : null,
  };
};

type Row = {
  number: number;
  at: number;
  act: string;
  person_id: number | null;
  device: number | null;
  unit_id: UnitId;
  subject: string | null;
  params: string;
};

const ofUnit = (db: ProvinceDatabase, { id, level }: Unit) => {
  const all = db.selectFrom('audit');
  if (level === 'province') return all;
  return all.where(level === 'commune' ? 'audit.commune_id' : 'audit.unit_id', '=', id);
};

const rowsOf = (db: ProvinceDatabase, unit: Unit, { person, act, from, to, before }: AuditQuestion) => {
  let rows = ofUnit(db, unit)
    .select(['number', 'at', 'act', 'person_id', 'device', 'unit_id', 'subject', 'params'])
    .orderBy('number', 'desc');
  if (person !== undefined) rows = rows.where('person_id', '=', person);
  if (act !== undefined) rows = rows.where('act', '=', act);
  if (from !== undefined) rows = rows.where('at', '>=', startOf(from));
  if (to !== undefined) rows = rows.where('at', '<', startOf(to) + aDay);
  if (before !== undefined) rows = rows.where('number', '<', before);
  return rows;
};

const aboutPeople = /^(person|invitation)\./;

const personSpokenOf = ({ act, subject }: Pick<Row, 'act' | 'subject'>): PersonId | undefined =>
  aboutPeople.test(act) && subject !== null && /^\d{1,9}$/.test(subject) ? Number(subject) : undefined;

/** The unit it is about, and those a move leads from and to. */
const unitsSpokenOf = ({ unit_id, params }: Row): UnitId[] => {
  const { from, to } = JSON.parse(params) as Record<string, unknown>;
  return [unit_id, from, to].filter((id) => typeof id === 'string');
};

const namesOf = async (db: ProvinceDatabase, rows: readonly Row[]) => {
  const ids = new Set(rows.flatMap((row) => [row.person_id, personSpokenOf(row)]));
  const known = [...ids].filter((id) => id !== null && id !== undefined);
  if (known.length === 0) return new Map<PersonId, { id: PersonId; name: string; unit_id: UnitId }>();
  const people = await db.selectFrom('person').select(['id', 'name', 'unit_id']).where('id', 'in', known).execute();
  return new Map(people.map((person) => [person.id, person]));
};

const actorsOf = (db: ProvinceDatabase, unit: Unit) =>
  db
    .selectFrom('person')
    .select(['person.id', 'person.name'])
    .where('person.id', 'in', ofUnit(db, unit).select('audit.person_id').where('audit.person_id', 'is not', null))
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(1000)
    .execute();

const unitsOf = async (db: ProvinceDatabase, ids: readonly UnitId[]): Promise<Unit[]> => {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .execute();
  return rows.map(unitOfRow);
};
