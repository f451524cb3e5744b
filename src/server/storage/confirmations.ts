import type { PeriodId } from '#model/period.ts';
import type { PersonId } from '#model/person.ts';
import { confirmationId, confirmationOf } from '#model/records/confirmation.ts';
import type { Unit } from '#model/unit.ts';
import type { ReportPage } from '#protocol/report.ts';
import type { ProvinceDatabase } from '../province.ts';
import { readRecord } from './record-row.ts';

/** How each village's word on its figures of a period stands, and how many entries of it came after that. */
export const confirmationsOf = async (
  tx: ProvinceDatabase,
  villages: readonly Unit[],
  period: PeriodId,
): Promise<ReportPage['confirmations']> => {
  if (villages.length === 0) return [];
  const ids = villages.map(({ id }) => confirmationId(id, period));
  const rows = await tx.selectFrom('record').select('state').where('id', 'in', ids).execute();
  const said = new Map(rows.map(readRecord).map((record) => [record.unit, confirmationOf(record)]));
  const names = await namesOf(
    tx,
    [...said.values()].flatMap(({ by }) => by ?? []),
  );
  const shown: ReportPage['confirmations'] = [];
  for (const { id } of villages) {
    const { state, at, by, reason } = said.get(id) ?? confirmationOf(undefined);
    const since = state === 'confirmed' && at !== null ? await entriesSince(tx, id, period, at) : 0;
    shown.push({ unit: id, state, at, by: by === null ? null : (names.get(by) ?? null), reason, entriesSince: since });
  }
  return shown;
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
