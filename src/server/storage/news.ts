import type { Act } from '#protocol/audit.ts';
import type { UnitId } from '#model/unit.ts';
import type { ProvinceDatabase } from '../province.ts';

/** Acts after which every page says what it said before. */
const quiet: readonly string[] = [
  'device.signed-in',
  'device.signed-out',
  'entries.read',
  'late.read',
  'photo.read',
  'audit.exported',
] satisfies Act[];

/** How far a reader of the news has come: each sequence's head, and the last act. */
export type Mark = { heads: ReadonlyMap<UnitId, number>; act: number };

/** Where everything stands now. */
export const markNow = async (db: ProvinceDatabase): Promise<Mark> => {
  const { act } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('number').as('act'))
    .executeTakeFirstOrThrow();
  return { heads: await headsOf(db), act: act ?? 0 };
};

/**
 * The communes, or the province itself, in which something was accepted or decided since a mark, by whichever node or
 * program. The cost follows the communes.
 */
export const newsSince = async (
  db: ProvinceDatabase,
  { heads, act }: Mark,
): Promise<{ units: UnitId[]; mark: Mark }> => {
  const now = await headsOf(db);
  const moved = [...now].filter(([unit, head]) => heads.get(unit) !== head).map(([unit]) => unit);
  const acts = await db
    .selectFrom('audit')
    .select(['number', 'act', 'commune_id'])
    .where('number', '>', act)
    .orderBy('number')
    .execute();
  const decided = acts.filter((one) => !quiet.includes(one.act)).map(({ commune_id }) => commune_id);
  const last = acts[acts.length - 1]?.number ?? act;
  return { units: [...new Set([...moved, ...decided])], mark: { heads: now, act: last } };
};

const headsOf = async (db: ProvinceDatabase): Promise<Map<UnitId, number>> => {
  const rows = await db.selectFrom('commune_head').selectAll().execute();
  return new Map(rows.map(({ commune_id, head }) => [commune_id, head]));
};
