import { dayInVietnam } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import type { PersonId } from '#model/person.ts';
import { confirmationId, confirmationOf, type Confirmation } from '#model/records/confirmation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ReportPage } from '#protocol/report.ts';
import type { ProvinceDatabase } from '../province.ts';
import { readRecord } from './record-row.ts';
import { unitOfRow } from './units.ts';

/**
 * How each village's word on its figures of a period stands, and how many entries of it came after that. For one that is gone,
 * its team speaks where it is now: once all that it became have confirmed, so has it.
 */
export const confirmationsOf = async (
  tx: ProvinceDatabase,
  villages: readonly Unit[],
  period: PeriodId,
): Promise<ReportPage['confirmations']> => {
  if (villages.length === 0) return [];
  const lineage = await withSuccessors(tx, villages);
  const ids = [...lineage.keys()].map((id) => confirmationId(id, period));
  const rows = await tx.selectFrom('record').select('state').where('id', 'in', ids).execute();
  const own = new Map(rows.map(readRecord).map((record) => [record.unit, confirmationOf(record)]));
  const said = new Map(villages.map(({ id }) => [id, wordOf(id, own, lineage)]));
  const names = await namesOf(
    tx,
    [...said.values()].flatMap(({ by }) => by ?? []),
  );
  const shown: ReportPage['confirmations'] = [];
  for (const { id } of villages) {
    const { state, at, by, reason } = said.get(id)!;
    const since = state === 'confirmed' && at !== null ? await entriesSince(tx, id, period, at) : 0;
    shown.push({ unit: id, state, at, by: by === null ? null : (names.get(by) ?? null), reason, entriesSince: since });
  }
  return shown;
};

/** These and all they became, of every generation. */
const withSuccessors = async (tx: ProvinceDatabase, villages: readonly Unit[]): Promise<Map<UnitId, Unit>> => {
  const known = new Map(villages.map((village) => [village.id, village]));
  const next = () => [...known.values()].flatMap(({ mergedInto }) => mergedInto).filter((id) => !known.has(id));
  for (let missing = next(); missing.length > 0; missing = next()) {
    const rows = await tx
      .selectFrom('unit')
      .selectAll()
      .where('id', 'in', [...new Set(missing)])
      .execute();
    for (const row of rows) known.set(row.id, unitOfRow(row));
  }
  return known;
};

/** A village's own word, or the newer one of all it became, spoken after it had become them: before, they spoke for themselves. */
const wordOf = (
  village: UnitId,
  own: ReadonlyMap<UnitId, Confirmation>,
  lineage: ReadonlyMap<UnitId, Unit>,
): Confirmation => {
  const word = own.get(village) ?? confirmationOf(undefined);
  const { mergedInto, validTo } = lineage.get(village)!;
  const theirs = mergedInto.map((id) => wordOf(id, own, lineage));
  const speaksForIt = ({ state, at }: Confirmation) =>
    state === 'confirmed' && at !== null && validTo !== null && dayInVietnam(at * 1000) > validTo;
  if (theirs.length === 0 || !theirs.every(speaksForIt)) return word;
  const newest = theirs.reduce((last, one) => ((one.at ?? 0) > (last.at ?? 0) ? one : last));
  return (newest.at ?? 0) > (word.at ?? 0) ? newest : word;
};

const namesOf = async (tx: ProvinceDatabase, people: readonly PersonId[]): Promise<Map<PersonId, string>> => {
  if (people.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(people)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const entriesSince = async (tx: ProvinceDatabase, village: string, period: PeriodId, at: number): Promise<number> => {
  const { many } = await tx
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('unit_id', '=', village)
    .where('period', '=', period)
    .where('received_at', '>', at)
    .executeTakeFirstOrThrow();
  return Number(many);
};
