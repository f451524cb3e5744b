import type { Operation } from '#model/operation.ts';
import { isRecordKind } from '#model/record.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId, UnitLevel } from '#model/unit.ts';
import type { Caller, ProvinceDatabase } from '../province.ts';
import { livesOnBelow } from './lineage.ts';
import type { FormerUnit } from './memberships.ts';

/**
 * A unit whose records somebody writes to. `commune` numbers them: the unit's own, or the province itself. `left`: it is
 * the writer's no more, but was (rule T4). `gone`: it is no more, and lives on in the writer's (rule S4).
 */
export type Home = { id: UnitId; level: UnitLevel; commune: UnitId; left?: FormerUnit; gone?: true };

/** The units that a batch writes records of, where they lie in the writer's subtree or did; no others are told of. */
export const homesOf = async (
  tx: ProvinceDatabase,
  { path, province, former }: Pick<Caller, 'path' | 'province'> & { former: readonly FormerUnit[] },
  operations: readonly Operation[],
): Promise<Map<UnitId, Home>> => {
  const homes = new Map<UnitId, Home>();
  const said = new Set(operations.filter(isRecordKind).map(({ unit }) => unit));
  // What is no code at all never reaches the database: PostgreSQL takes no NUL in a text.
  const codes = [...said].filter((unit) => /^[\w-]{1,64}$/.test(unit));
  for (let from = 0; from < codes.length; from += 500) {
    const rows = await tx
      .selectFrom('unit')
      .select(['id', 'level', 'path', 'parent_id', 'merged_into', 'valid_to'])
      .where('id', 'in', codes.slice(from, from + 500))
      .execute();
    for (const row of rows) {
      const own = row.path.startsWith(path);
      const gone = !own && (await livesOnBelow(tx, path, row));
      const left = own || gone ? undefined : former.find((one) => row.path.startsWith(one.path));
      if (!own && !gone && !left) continue;
      const commune = row.path.split('/')[1] || province;
      homes.set(row.id, { id: row.id, level: row.level, commune, ...(left && { left }), ...(gone && { gone }) });
    }
  }
  return homes;
};

/** The periods that the communes of these homes have closed (rule S3); a province closes none. */
export const closedAt = async (
  tx: ProvinceDatabase,
  homes: ReadonlyMap<UnitId, Home>,
): Promise<Map<UnitId, PeriodId[]>> => {
  const closed = new Map<UnitId, PeriodId[]>();
  const communes = [...new Set([...homes.values()].map(({ commune }) => commune))];
  if (communes.length === 0) return closed;
  const rows = await tx
    .selectFrom('period_closure')
    .select(['commune_id', 'period'])
    .where('commune_id', 'in', communes)
    .orderBy('period')
    .execute();
  for (const { commune_id, period } of rows) closed.set(commune_id, [...(closed.get(commune_id) ?? []), period]);
  return closed;
};
