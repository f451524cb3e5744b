import { sql } from 'kysely';
import { addParts, type Breakdown, type Part } from '#model/breakdown.ts';
import { addDays } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import { indicatorOf, measures } from '#model/indicator.ts';
import { periodOf } from '#model/period.ts';
import { channels, places } from '#model/place.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { addUnits } from '#server/storage/units.ts';
import { openBenchProvince } from './province.ts';

/** Hà Tĩnh's size, whatever the number of entries. */
const communes = 69;
const villagesEach = 27;
const villages = communes * villagesEach;
/** Two periods: 15/9 to 14/11/2026. */
const firstDay = '2026-09-15';
const days = 61;

const communeAt = (at: number) => String(90_000 + at);
const villageAt = (at: number) =>
  `${communeAt(Math.floor(at / villagesEach))}-${String(at % villagesEach).padStart(2, '0')}`;

const unitOf = (id: UnitId, level: 'commune' | 'village', parent: UnitId): Unit => ({
  id,
  name: id,
  type: level === 'commune' ? 'xa' : 'thon',
  level,
  parent,
  validFrom: '2025-07-01',
  validTo: null,
  mergedInto: [],
  demo: true,
});

/** The same disorder here and in SQL: the low 32 bits of a product. */
const disorder = 2_654_435_761;

/** Names of one length stand in the order in which they are written, as units do: an index out of order takes hours to fill. */
const firstSeq = 1_000_000_000;

/** What the `i`-th entry says. `content` in SQL below makes the same of the same numbers. */
const contentAt = (i: number): EntryContent => {
  const h = Math.imul(i, disorder) >>> 0;
  const first = measures[(h >>> 4) % measures.length]!;
  const second = measures[((h >>> 4) + 7) % measures.length]!;
  const dimensions = indicatorOf(first)?.dimensions ?? [];
  return {
    date: addDays(firstDay, (h >>> 9) % days),
    place: places[(h >>> 15) % places.length]!,
    channel: channels[(h >>> 18) % channels.length]!,
    counts: { [first]: 1 + ((h >>> 21) % 5), [second]: 1 },
    ...(dimensions.includes('vulnerable') && { cells: { [`${first}/vulnerable/cao-tuoi`]: 1 } }),
  };
};

/** Entry rows made where they are kept: ten million do not go through a driver in minutes. They are read by no figure. */
const writeEntries = async (db: Bench['province']['db'], entries: number): Promise<void> => {
  const chunk = 200_000;
  for (let from = 0; from < entries; from += chunk)
    await sql`
      with recursive
        n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i + 1 < ${sql.lit(Math.min(entries, from + chunk))}),
        h(i, h, v) as (select i, (i * ${sql.lit(disorder)}) & 4294967295, i * ${sql.lit(villages)} / ${sql.lit(entries)} from n),
        made(i, h, commune, village, date) as (
          select i, h, 90000 + v / ${sql.lit(villagesEach)}, v % ${sql.lit(villagesEach)}, date(${firstDay}, '+' || ((h >> 9) % ${sql.lit(days)}) || ' days')
          from h)
      insert into entry (id, device, commune_id, unit_id, period, date, withdrawn, entry, received_at)
      select '900-' || (${sql.lit(firstSeq)} + i), 900, cast(commune as text), commune || '-' || substr('0' || village, -2),
        case when date < '2026-10-15' then '2026-10' else '2026-11' end, date, 0,
        '{"id":"900-' || (${sql.lit(firstSeq)} + i) || '","unit":"' || commune || '-' || substr('0' || village, -2) ||
          '","author":1,"revisions":[{"content":{"date":"' || date || '","place":"nha-van-hoa","channel":"to-dan-pho",' ||
          '"counts":{"VNEID_CAI":3,"DVC_HD":1}},"device":900,"seq":' || (${sql.lit(firstSeq)} + i) || ',"at":1793000000,"by":1}]}',
        1793000000 + i % 86400
      from made`.execute(db);
};

type Bench = Awaited<ReturnType<typeof openBenchProvince>>;

/**
 * A province of fixed size with that many entries of two periods, as accepted batches would have left its tables: entry rows,
 * roll-ups, breakdowns and activity. Put in below the routes.
 */
export const filledProvince = async (entries: number): Promise<Bench> => {
  const bench = await openBenchProvince();
  const { province } = bench;
  const communesOf = Array.from({ length: communes }, (_, at) => unitOf(communeAt(at), 'commune', '42'));
  const villagesOf = Array.from({ length: villages }, (_, at) =>
    unitOf(villageAt(at), 'village', communeAt(Math.floor(at / villagesEach))),
  );
  await province.db.transaction().execute((tx) => addUnits(tx, [...communesOf, ...villagesOf]));
  await writeEntries(province.db, entries);

  const parts = new Map<string, Partial<Record<Part, Breakdown>>>();
  const activity = new Map<string, number>();
  for (let i = 0; i < entries; i++) {
    const content = contentAt(i);
    const period = periodOf(content.date, 'from15to14');
    const village = villageAt(Math.floor((i * villages) / entries));
    const revisions: Parameters<typeof addParts>[1]['revisions'] = [{ content, device: 900, seq: i + 1, at: 0, by: 1 }];
    for (const unit of [village, village.slice(0, 5)]) {
      const key = `${unit} ${period}`;
      const into = parts.get(key) ?? {};
      parts.set(key, into);
      addParts(into, { revisions }, 1);
    }
    activity.set(`${village} ${period}`, (activity.get(`${village} ${period}`) ?? 0) + 1);
  }
  await province.db.transaction().execute(async (tx) => {
    for (const [key, ofUnit] of parts) {
      const [unit_id, period] = key.split(' ') as [string, string];
      const rollups = Object.entries(ofUnit.day ?? {}).map(([measure, counts]) => ({
        unit_id,
        period,
        measure,
        total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      }));
      await tx.insertInto('rollup').values(rollups).execute();
      const breakdowns = Object.entries(ofUnit).map(([part, totals]) => ({
        unit_id,
        period,
        part,
        totals: JSON.stringify(totals),
      }));
      await tx.insertInto('breakdown').values(breakdowns).execute();
    }
    for (const [key, count] of activity) {
      const [unit_id, period] = key.split(' ') as [string, string];
      const commune_id = unit_id.slice(0, 5);
      await tx
        .insertInto('activity')
        .values({ unit_id, commune_id, period, entries: count, last_received_at: 1_793_000_000 })
        .execute();
    }
  });
  return bench;
};
