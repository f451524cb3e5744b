import { dayInVietnam } from '#model/day.ts';
import { isOfficer } from '#model/person.ts';
import { figureParts, figureValue, officialFigure } from '#model/records/official-figure.ts';
import { valueOf } from '#model/record.ts';
import { existsOn, type UnitId } from '#model/unit.ts';
import type { UnitProfile } from '#protocol/units.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { closuresOf } from './closures.ts';
import { formerUnitsOf } from './former-units.ts';
import { predecessorsOf, successorsOf } from './lineage.ts';
import { readRecord } from './record-row.ts';
import { unitInScope } from './scope.ts';
import { unitAndAbove, unitOfRow } from './units.ts';

/** One unit on one page. Throws Refused with 'role-too-low' or 'unit-out-of-scope'. */
export const unitProfileFor = async (
  { db, clock }: Province,
  caller: Pick<Caller, 'path' | 'person'>,
  asked: { unit?: UnitId | undefined },
): Promise<UnitProfile> => {
  if (!isOfficer(caller.person.role)) throw new Refused('role-too-low');
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const unit = await unitInScope(tx, caller, asked.unit ?? caller.person.unit);
      const [, ...above] = await unitAndAbove(tx, unit.id);
      const commune = [unit, ...above].find(({ level }) => level === 'commune');
      const today = dayInVietnam(clock.now());
      const below = await tx.selectFrom('unit').selectAll().where('parent_id', '=', unit.id).execute();
      return {
        at: Math.floor(clock.now() / 1000),
        unit,
        above,
        before: await predecessorsOf(tx, [unit.id]),
        after: await successorsOf(tx, unit),
        former: await formerUnitsOf(tx, [unit.id]),
        below: below.filter((row) => existsOn(unitOfRow(row), today)).length,
        people: await peopleOf(tx, unit.id),
        official: await officialFiguresOf(tx, unit.id),
        closed: commune ? await closuresOf(tx, commune.id) : [],
      };
    });
};

const peopleOf = async (tx: ProvinceDatabase, unit: UnitId): Promise<number> => {
  const { path } = await tx.selectFrom('unit').select('path').where('id', '=', unit).executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(({ fn }) => ['unit.path', fn.count('person.id').as('people')])
    .where('person.disabled_at', 'is', null)
    .where('unit.path', 'like', `${path}%`)
    .groupBy('unit.path')
    .execute();
  return rows.reduce((sum, row) => sum + (row.path.startsWith(path) ? Number(row.people) : 0), 0);
};

/** The newest of each figure that somebody gave and did not take back. */
const officialFiguresOf = async (tx: ProvinceDatabase, unit: UnitId): Promise<UnitProfile['official']> => {
  const rows = await tx
    .selectFrom('record')
    .select('state')
    .where('type', '=', officialFigure.type)
    .where('unit_id', '=', unit)
    .execute();
  const newest = new Map<string, UnitProfile['official'][number]>();
  for (const record of rows.map(readRecord)) {
    const value = figureValue(record);
    const { figure } = figureParts(record.id);
    if (!value || value.asOf < (newest.get(figure)?.asOf ?? '')) continue;
    newest.set(figure, { figure, ...value, note: String(valueOf(record, 'note') ?? '') });
  }
  return [...newest.values()].sort((one, other) => (one.figure < other.figure ? -1 : 1));
};
