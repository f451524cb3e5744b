import { addDays, dayInVietnam, type Day } from '#model/day.ts';
import { isOfficer, levelOfRole } from '#model/person.ts';
import { isTypeOf, isUnitName, isVillageCode, villageCode } from '#model/unit-names.ts';
import { existsOn, type Unit, type UnitId, type UnitType } from '#model/unit.ts';
import { readVillageRows } from '#model/village-rows.ts';
import type { ImportVillagesAnswer } from '#protocol/units.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import { keepFormerUnits } from './former-units.ts';
import { addVillages } from './import-villages.ts';
import { unitInScope } from './scope.ts';
import { addUnits, beginByWriting } from './units.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;
type NewVillage = { parent: UnitId; code: string; name: string; type: UnitType; begins: Day | null };

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const changing = <T>(
  { db, clock }: Province,
  officer: Officer,
  change: (tx: ProvinceDatabase, at: { now: number; seconds: number; today: Day }) => Promise<T>,
): Promise<T> => {
  if (!isOfficer(officer.person.role)) throw new Refused('role-too-low');
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    await beginByWriting(tx);
    return change(tx, { now, seconds: Math.floor(now / 1000), today: dayInVietnam(now) });
  });
};

/** A unit that stands, below the officer's own: their own unit is its superior's matter. */
const ownToChange = async (tx: ProvinceDatabase, officer: Officer, id: UnitId): Promise<Unit> => {
  const unit = await unitInScope(tx, officer, id);
  const atTheTop = levelOfRole[officer.person.role] === 'province';
  if (unit.level === 'province' || (unit.level === 'commune' && !atTheTop)) throw new Refused('role-too-low');
  if (unit.validTo !== null) throw new Refused('reorganisation-ended', { name: unit.name });
  return unit;
};

/** A commune of the area that takes villages on. */
const communeFor = async (tx: ProvinceDatabase, officer: Officer, id: UnitId): Promise<Unit> => {
  const commune = await unitInScope(tx, officer, id);
  if (commune.level !== 'commune') throw new Refused('unit-parent-wrong', { name: commune.name });
  if (commune.validTo !== null) throw new Refused('reorganisation-ended', { name: commune.name });
  return commune;
};

/**
 * Adds a village to a commune of the area. Throws Refused with 'role-too-low', 'unit-out-of-scope', 'unit-parent-wrong',
 * 'reorganisation-ended', and 'unit-code-wrong', 'unit-name-wrong', 'unit-type-wrong', 'unit-code-taken', 'unit-day-wrong'.
 */
export const addUnit = (province: Province, officer: Officer, asked: NewVillage): Promise<Unit> =>
  changing(province, officer, async (tx, { seconds, today }) => {
    const commune = await communeFor(tx, officer, asked.parent);
    const name = tidy(asked.name);
    if (!isVillageCode(asked.code)) throw new Refused('unit-code-wrong', { value: asked.code });
    if (!isUnitName(name)) throw new Refused('unit-name-wrong', { value: asked.name });
    if (!isTypeOf('village', asked.type)) throw new Refused('unit-type-wrong', { value: asked.type });
    const validFrom = asked.begins ?? today;
    if (validFrom < commune.validFrom) throw new Refused('unit-day-wrong', { day: commune.validFrom });
    const village: Unit = {
      id: `${commune.id}-${asked.code}`,
      name,
      type: asked.type,
      level: 'village',
      parent: commune.id,
      validFrom,
      validTo: null,
      mergedInto: [],
      demo: false,
    };
    const taken = await tx.selectFrom('unit').select('name').where('id', '=', village.id).executeTakeFirst();
    if (taken) throw new Refused('unit-code-taken', { value: asked.code, name: taken.name });
    await addUnits(tx, [village]);
    await noteAct(tx, officer, { act: 'unit.added', unit: village.id, params: { name } }, seconds);
    return village;
  });

/** Calls a unit by another name; the former one stays known to those who search by it. Throws Refused as addUnit does. */
export const renameUnit = (
  province: Province,
  officer: Officer,
  asked: { unit: UnitId; name: string; type: UnitType },
): Promise<Unit> =>
  changing(province, officer, async (tx, { seconds, today }) => {
    const unit = await ownToChange(tx, officer, asked.unit);
    const name = tidy(asked.name);
    if (!isUnitName(name)) throw new Refused('unit-name-wrong', { value: asked.name });
    if (!isTypeOf(unit.level, asked.type)) throw new Refused('unit-type-wrong', { value: asked.type });
    if (name === unit.name && asked.type === unit.type) return unit;
    const until = addDays(today, -1);
    await keepFormerUnits(tx, [{ unit: unit.id, name: unit.name, type: unit.type, district: '', code: null, until }]);
    await tx.updateTable('unit').set({ name, type: asked.type }).where('id', '=', unit.id).execute();
    const params = { from: unit.name, to: name };
    await noteAct(tx, officer, { act: 'unit.changed', unit: unit.id, subject: 'name', params }, seconds);
    return { ...unit, name, type: asked.type };
  });

/**
 * Ends a village that nothing follows. Throws Refused also with 'unit-has-people' ({name, count}), 'unit-day-wrong', and
 * 'reorganisation-entries' when somebody worked there later than that.
 */
export const endUnit = (
  province: Province,
  officer: Officer,
  { unit: id, last }: { unit: UnitId; last: Day },
): Promise<Unit> =>
  changing(province, officer, async (tx, { seconds }) => {
    const unit = await ownToChange(tx, officer, id);
    if (unit.level !== 'village') throw new Refused('unit-parent-wrong', { name: unit.name });
    if (!existsOn(unit, last)) throw new Refused('unit-day-wrong', { day: unit.validFrom });
    const people = await tx
      .selectFrom('person')
      .select('id')
      .where('unit_id', '=', id)
      .where('disabled_at', 'is', null)
      .execute();
    if (people.length > 0) throw new Refused('unit-has-people', { name: unit.name, count: people.length });
    const later = await tx
      .selectFrom('entry')
      .select(({ fn }) => fn.max('date').as('date'))
      .where('unit_id', '=', id)
      .where('date', '>', last)
      .executeTakeFirst();
    if (later?.date) {
      const params = { name: unit.name, day: later.date, from: addDays(later.date, 1) };
      throw new Refused('reorganisation-entries', params);
    }
    await tx.updateTable('unit').set({ valid_to: last }).where('id', '=', id).execute();
    await noteAct(tx, officer, { act: 'unit.changed', unit: id, subject: 'ended', params: { last } }, seconds);
    return { ...unit, validTo: last };
  });

/**
 * Villages of a file, all or none, by the rules of the file itself (model/village-rows.ts). Throws Refused with 'village-wrong'
 * ({row, column, value}) for the first that is none, and 'unit-code-taken'; rows count as in the table, below its head.
 */
export const importVillagesFor = (
  province: Province,
  officer: Officer,
  asked: readonly NewVillage[],
): Promise<ImportVillagesAnswer> =>
  changing(province, officer, async (tx, { seconds, today }) => {
    const communes = new Map<UnitId, Unit>();
    for (const id of new Set(asked.map(({ parent }) => parent))) communes.set(id, await communeFor(tx, officer, id));
    const read = readVillageRows(
      [
        { row: 1, cells: ['commune_code', 'village_code', 'name', 'type', 'valid_from'] },
        ...asked.map(({ parent, code, name, type, begins }, at) => ({
          row: at + 2,
          cells: [parent, code, name, type, begins ?? ''],
        })),
      ],
      communes,
    );
    if (read.kind === 'empty') throw new Refused('body-unreadable');
    if (read.kind === 'wrong-cells') {
      const { row, column, params } = read.cells[0]!;
      throw new Refused('village-wrong', { row, column, value: String(params['value'] ?? '') });
    }
    const imported = await addVillages(tx, read.villages, today);
    if (imported.kind === 'taken') {
      const { by } = imported.taken[0]!;
      throw new Refused('unit-code-taken', { value: villageCode(by), name: by.name });
    }
    for (const commune of communes.keys()) {
      const count = read.villages.filter(({ parent }) => parent === commune).length;
      await noteAct(tx, officer, { act: 'unit.added', unit: commune, subject: 'file', params: { count } }, seconds);
    }
    return { added: imported.added, unchanged: imported.unchanged, ended: imported.ended };
  });
