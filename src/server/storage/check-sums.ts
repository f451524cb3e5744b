import type { Breakdown } from '#model/breakdown.ts';
import type { Totals } from '#model/totals.ts';
import type { ProvinceDatabase } from '../province.ts';
import { recompute } from './recompute.ts';
import { readSettings } from './settings.ts';

/** One kept value that is not what the operations add up to. */
export type Discrepancy = { what: string; kept: string | number; recomputed: string | number };

/**
 * Every entry, record, roll-up, breakdown, activity and device sum held against its recomputation from the operations (rule S2). Empty: all
 * is as it should be. For tests and for a person who doubts a restored backup; nobody else pays its cost.
 */
export const checkSums = async (db: ProvinceDatabase): Promise<Discrepancy[]> => {
  const { periodKind } = await readSettings(db);
  const expected = new Map<string, string | number>();
  const communes = await db.selectFrom('commune_head').select('commune_id').execute();
  for (const { commune_id } of communes) {
    const { entries, records, sums } = await recompute(db, commune_id, periodKind);
    for (const row of entries.values()) expected.set(`entry ${row.id}`, JSON.stringify(sorted(row)));
    for (const row of records.values()) expected.set(`record ${row.id}`, JSON.stringify(sorted(row)));
    for (const [unit, totals] of sums.units) addAll(expected, `rollup ${unit}`, totals);
    for (const [device, totals] of sums.devices) addAll(expected, `device ${device}`, totals);
    for (const [unit, periods] of sums.breakdowns)
      for (const [period, parts] of periods)
        for (const [part, breakdown] of Object.entries(parts))
          addEach(expected, `${part} ${unit} ${period}`, breakdown);
    for (const [unit, periods] of sums.activity)
      for (const [period, { entries: count, lastReceivedAt }] of periods)
        expected.set(`activity ${unit} ${period}`, `${count} until ${lastReceivedAt}`);
  }

  const kept = await keptValues(db);
  return [...new Set([...expected.keys(), ...kept.keys()])]
    .map((what) => ({ what, kept: kept.get(what) ?? 0, recomputed: expected.get(what) ?? 0 }))
    .filter((value) => value.kept !== value.recomputed);
};

const sorted = (row: object) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

const addAll = (into: Map<string, string | number>, what: string, totals: Totals) => {
  for (const [period, counts] of Object.entries(totals))
    for (const [measure, total] of Object.entries(counts)) {
      const key = `${what} ${period} ${measure}`;
      into.set(key, Number(into.get(key) ?? 0) + total);
    }
};

const addEach = (into: Map<string, string | number>, what: string, breakdown: Breakdown) => {
  for (const [measure, values] of Object.entries(breakdown))
    for (const [value, count] of Object.entries(values)) {
      const key = `${what} ${measure} ${value}`;
      into.set(key, Number(into.get(key) ?? 0) + count);
    }
};

const keptValues = async (db: ProvinceDatabase): Promise<Map<string, string | number>> => {
  const kept = new Map<string, string | number>();
  for (const row of await db.selectFrom('entry').selectAll().execute())
    kept.set(`entry ${row.id}`, JSON.stringify(sorted({ ...row, received_at: Number(row.received_at) })));
  for (const row of await db.selectFrom('record').selectAll().execute())
    kept.set(`record ${row.id}`, JSON.stringify(sorted({ ...row, changed_at: Number(row.changed_at) })));
  for (const row of await db.selectFrom('rollup').selectAll().execute())
    kept.set(`rollup ${row.unit_id} ${row.period} ${row.measure}`, Number(row.total));
  for (const row of await db.selectFrom('breakdown').selectAll().execute())
    addEach(kept, `${row.part} ${row.unit_id} ${row.period}`, JSON.parse(row.totals) as Breakdown);
  for (const row of await db.selectFrom('device_total').selectAll().execute())
    kept.set(`device ${row.device} ${row.period} ${row.measure}`, Number(row.total));
  for (const row of await db.selectFrom('activity').selectAll().execute())
    kept.set(`activity ${row.unit_id} ${row.period}`, `${row.entries} until ${Number(row.last_received_at)}`);
  return kept;
};
