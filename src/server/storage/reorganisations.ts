import type { Selectable } from 'kysely';
import { dayInVietnam } from '#model/day.ts';
import { isOfficer, levelOfRole, type Person } from '#model/person.ts';
import type { Reorganisation, ReorganisationPlan } from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { PlannedReorganisation, ReorganisationAnswer } from '#protocol/units.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import type { ReorganisationTable } from './schema.ts';
import { planNow, reorganiseNow } from './reorganise.ts';
import { unitInScope } from './scope.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device' | 'province'>;

/**
 * Shows what a reorganisation comes to, or decides it: done at once when its day is today, else kept for that day. Communes
 * are the province's matter; villages also their commune's. Throws Refused with 'role-too-low', 'unit-out-of-scope',
 * 'reorganisation-planned' ({name, day}), and as planNow.
 */
export const reorganise = async (
  { db, clock }: Province,
  officer: Officer,
  { command, preview }: { command: Reorganisation; preview: boolean },
): Promise<ReorganisationAnswer> => {
  const home = await mayReorganise(db, officer, command);
  const now = clock.now();
  if (preview) return answer('preview', null, await planNow(db, command, now), await waitingOf(db, command));
  return db.transaction().execute(async (tx) => {
    // Written first: SQLite refuses a transaction that began by reading when another wrote meanwhile.
    const { number } = await tx
      .insertInto('reorganisation')
      .values({
        unit_id: home,
        begins: command.begins,
        command: JSON.stringify(command),
        asked_at: Math.floor(now / 1000),
        asked_by: officer.person.id,
      })
      .returning('number')
      .executeTakeFirstOrThrow();
    await notPlannedAlready(tx, command, number);
    const waiting = await waitingOf(tx, command);
    if (command.begins > dayInVietnam(now)) return answer('planned', number, await planNow(tx, command, now), waiting);
    const plan = await reorganiseNow(tx, officer, command, now);
    await tx
      .updateTable('reorganisation')
      .set({ done_at: Math.floor(now / 1000) })
      .where('number', '=', number)
      .execute();
    return answer('done', number, plan, waiting);
  });
};

/** Calls off what is not done yet. Throws Refused with 'not-found' when it is done or called off already, and 'unit-out-of-scope'. */
export const callOff = async (
  { db, clock }: Province,
  officer: Officer,
  number: number,
): Promise<PlannedReorganisation[]> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const row = await db.selectFrom('reorganisation').selectAll().where('number', '=', number).executeTakeFirst();
  if (!row) throw new Refused('not-found');
  await mayReorganise(db, officer, JSON.parse(row.command) as Reorganisation);
  const { numUpdatedRows } = await db
    .updateTable('reorganisation')
    .set({ cancelled_at: Math.floor(clock.now() / 1000), cancelled_by: officer.person.id })
    .where('number', '=', number)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refused('not-found');
  return plannedIn(db, officer.path);
};

const namedIn = (command: Reorganisation): UnitId[] =>
  command.kind === 'merge'
    ? [...command.units, ...(typeof command.into === 'string' ? [command.into] : [])]
    : [command.unit];

/** Whose units they are: the province's communes, or a commune's villages. */
const mayReorganise = async (db: ProvinceDatabase, officer: Officer, command: Reorganisation): Promise<UnitId> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const units: Unit[] = [];
  for (const id of new Set(namedIn(command))) units.push(await unitInScope(db, officer, id));
  const own = levelOfRole[officer.person.role];
  if (own !== 'province' && units.some(({ level }) => level !== 'village')) throw new Refused('role-too-low');
  return units[0]?.parent ?? officer.province;
};

/** Two plans for one unit would be undone by each other on the day. */
const notPlannedAlready = async (tx: ProvinceDatabase, command: Reorganisation, own: number): Promise<void> => {
  const named = new Set(namedIn(command));
  for (const { number, begins, command: other } of await openRows(tx)) {
    const twice = number !== own && namedIn(JSON.parse(other) as Reorganisation).find((id) => named.has(id));
    if (!twice) continue;
    const unit = await tx.selectFrom('unit').select('name').where('id', '=', twice).executeTakeFirst();
    throw new Refused('reorganisation-planned', { name: unit?.name ?? twice, day: begins });
  }
};

const openRows = (db: ProvinceDatabase): Promise<Selectable<ReorganisationTable>[]> =>
  db
    .selectFrom('reorganisation')
    .selectAll()
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('begins')
    .orderBy('number')
    .execute();

/** What is to be done, or could not be, of units in the area. */
export const plannedIn = async (db: ProvinceDatabase, path: string): Promise<PlannedReorganisation[]> => {
  const rows = await openRows(db);
  const homes =
    rows.length === 0
      ? []
      : await db.selectFrom('unit').select(['id', 'path']).where('level', '<>', 'village').execute();
  const within = new Set(homes.filter((home) => home.path.startsWith(path)).map(({ id }) => id));
  return rows
    .filter(({ unit_id }) => within.has(unit_id))
    .map(({ number, begins, command, problem }) => ({
      number,
      begins,
      command: JSON.parse(command) as PlannedReorganisation['command'],
      problem: problem === null ? null : (JSON.parse(problem) as PlannedReorganisation['problem']),
    }));
};

/** What devices of the people concerned last said they still held. */
const waitingOf = async (db: ProvinceDatabase, command: Reorganisation): Promise<number> => {
  const ending = command.kind === 'merge' ? command.units : [command.unit];
  const { waiting } = await db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(({ fn }) => fn.sum('device.reported_waiting').as('waiting'))
    .where('device.revoked_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .where(({ or, eb }) => or([eb('unit.id', 'in', ending), eb('unit.parent_id', 'in', ending)]))
    .executeTakeFirstOrThrow();
  return Number(waiting ?? 0);
};

const answer = (
  state: ReorganisationAnswer['state'],
  number: number | null,
  { begins, ends, makes, moves }: ReorganisationPlan,
  waiting: number,
): ReorganisationAnswer => ({
  state,
  number,
  begins,
  ends,
  makes,
  moves: moves.map(({ person, to }) => ({ person: personSaid(person), from: person.unit, to })),
  waiting,
});

const personSaid = ({ id, name, role }: Person) => ({ id, name, role });

/**
 * Does what has come due, one at a time; of several nodes one does each. What cannot be done is kept with the reason, for
 * officers to see, and is not tried again. Returns how many were done.
 */
export const doDueReorganisations = async ({ db, clock }: Pick<Province, 'db' | 'clock'>): Promise<number> => {
  const now = clock.now();
  const today = dayInVietnam(now);
  const due = await db
    .selectFrom('reorganisation')
    .select('number')
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('problem', 'is', null)
    .where('begins', '<=', today)
    .orderBy('begins')
    .orderBy('number')
    .execute();
  let done = 0;
  for (const { number } of due) if (await doOne({ db, now }, number)) done += 1;
  return done;
};

const doOne = async ({ db, now }: { db: ProvinceDatabase; now: number }, number: number): Promise<boolean> => {
  const at = Math.floor(now / 1000);
  try {
    return await db.transaction().execute(async (tx) => {
      const row = await tx
        .updateTable('reorganisation')
        .set({ done_at: at })
        .where('number', '=', number)
        .where('done_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .returning('command')
        .executeTakeFirst();
      if (!row) return false;
      const command = JSON.parse(row.command) as Reorganisation;
      // A server that slept through the day does it as of that day.
      await reorganiseNow(tx, null, command, now, command.begins);
      return true;
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const problem = JSON.stringify({ code: error.code, params: error.params });
    await db.updateTable('reorganisation').set({ problem }).where('number', '=', number).execute();
    return false;
  }
};
