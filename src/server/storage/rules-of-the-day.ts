import { dayInVietnam } from '#model/day.ts';
import type { Circumstances } from '#model/entry-rules.ts';
import type { PeriodKind } from '#model/period.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { closuresOf } from './closures.ts';
import { readSettings } from './settings.ts';

/**
 * What a person's entries are held against now. `now` is the province's clock, in milliseconds: the phone's never decides
 * (rule M3). No circumstances for people who stand outside any commune: they log nothing.
 */
export const rulesFor = async (
  db: ProvinceDatabase,
  { person, commune }: Pick<Caller, 'person' | 'commune'>,
  now: number,
): Promise<{ periodKind: PeriodKind; circumstances: Circumstances | undefined }> => {
  const { periodKind } = await readSettings(db);
  if (commune === null) return { periodKind, circumstances: undefined };
  const unit = await db
    .selectFrom('unit')
    .select(['valid_from', 'valid_to'])
    .where('id', '=', person.unit)
    .executeTakeFirstOrThrow();
  const closed = await closuresOf(db, commune);
  const circumstances = {
    today: dayInVietnam(now),
    unit: { validFrom: unit.valid_from, validTo: unit.valid_to },
    periodKind,
    closedPeriods: closed.map(({ period }) => period),
  };
  return { periodKind, circumstances };
};
