import type { Unit, UnitId } from '#model/unit.ts';
import type { DevicesPage } from '#protocol/devices.ts';
import type { ProvinceDatabase } from '../province.ts';
import { unitOfRow } from './units.ts';

type Summed = DevicesPage['communes'][number];

/** Each commune's people and the devices that can still reach the province: two grouped queries, however many people. */
export const communesSummedUp = async (db: ProvinceDatabase, province: UnitId): Promise<Summed[]> => {
  const communes = await db.selectFrom('unit').selectAll().where('parent_id', '=', province).orderBy('id').execute();
  const sums = new Map<UnitId, Summed>(communes.map((row) => [row.id, nothingYet(unitOfRow(row))]));
  for (const { path, people, disabled } of await peopleByUnit(db)) {
    const sum = sums.get(communeIn(path));
    if (!sum) continue;
    sum.people += Number(people);
    sum.disabled += Number(disabled);
  }
  for (const { path, devices, waiting, seen } of await devicesByUnit(db)) {
    const sum = sums.get(communeIn(path));
    if (!sum) continue;
    sum.devices += Number(devices);
    sum.waiting += Number(waiting);
    sum.lastSeenAt = Math.max(sum.lastSeenAt ?? 0, Number(seen));
  }
  return [...sums.values()];
};

const nothingYet = (unit: Unit): Summed => ({
  unit,
  people: 0,
  disabled: 0,
  devices: 0,
  waiting: 0,
  lastSeenAt: null,
});

/** The second unit of a path; '' for people of the province itself. */
const communeIn = (path: string): UnitId => path.split('/')[1] ?? '';

const peopleByUnit = (db: ProvinceDatabase) =>
  db
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(({ fn }) => [
      'unit.path',
      fn.count('person.id').as('people'),
      fn.count('person.disabled_at').as('disabled'),
    ])
    .groupBy('unit.path')
    .execute();

const devicesByUnit = (db: ProvinceDatabase) =>
  db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(({ fn }) => [
      'unit.path',
      fn.count('device.number').as('devices'),
      fn.sum('device.reported_waiting').as('waiting'),
      fn.max('device.last_seen_at').as('seen'),
    ])
    .where('device.revoked_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .groupBy('unit.path')
    .execute();
