import { measures } from '#model/indicator.ts';
import { paths } from '#protocol/version.ts';
import { figure, percentile, type Figure } from './figure.ts';
import { openBenchProvince } from './province.ts';
import { seededChance } from '../support/likely.ts';

const communes = 69;
const villagesEach = 27;
const period = '2026-11';
const code = (commune: number, village?: number) =>
  `${90_000 + commune}${village === undefined ? '' : `-${String(village).padStart(2, '0')}`}`;

/**
 * A province of Hà Tĩnh's size with that many entries in one month, put in below the routes: the tables hold what as many
 * accepted batches would have left, entry rows included, so that a query which touched them would be seen to.
 */
const fill = async (bench: Awaited<ReturnType<typeof openBenchProvince>>, entries: number) => {
  const { province } = bench;
  const chance = seededChance(entries);
  for (let commune = 0; commune < communes; commune++) {
    await province.unit(code(commune), '42');
    for (let village = 0; village < villagesEach; village++) await province.unit(code(commune, village), code(commune));
  }
  const villages = communes * villagesEach;
  const sums = new Map<string, number>();
  const add = (unit: string, measure: string, count: number) =>
    sums.set(`${unit} ${measure}`, (sums.get(`${unit} ${measure}`) ?? 0) + count);
  const perUnit = new Map<string, number>();

  for (let from = 0; from < entries; from += 20_000)
    await province.db.transaction().execute(async (tx) => {
      for (let chunk = from; chunk < Math.min(entries, from + 20_000); chunk += 1_000) {
        const rows = Array.from({ length: Math.min(1_000, entries - chunk) }, (_, i) => {
          const at = Math.floor(chance() * villages);
          const [commune, village] = [Math.floor(at / villagesEach), at % villagesEach];
          const unit = code(commune, village);
          const counted = [0, 1, 2].map(() => measures[Math.floor(chance() * measures.length)]!);
          for (const measure of counted) {
            add(unit, measure, 1);
            add(code(commune), measure, 1);
          }
          perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1);
          return {
            id: `900-${chunk + i + 1}`,
            device: 900,
            commune_id: code(commune),
            unit_id: unit,
            period,
            date: '2026-11-05',
            withdrawn: 0,
            entry: JSON.stringify({ counts: Object.fromEntries(counted.map((measure) => [measure, 1])) }),
            received_at: 1_793_000_000 + i,
          };
        });
        await tx.insertInto('entry').values(rows).execute();
      }
    });

  const rollups = [...sums].map(([key, total]) => {
    const [unit_id, measure] = key.split(' ') as [string, string];
    return { unit_id, period, measure, total };
  });
  for (let from = 0; from < rollups.length; from += 2_000)
    await province.db
      .insertInto('rollup')
      .values(rollups.slice(from, from + 2_000))
      .execute();
  const activity = [...perUnit].map(([unit_id, count]) => ({
    unit_id,
    commune_id: unit_id.split('-')[0]!,
    period,
    entries: count,
    last_received_at: 1_793_000_000,
  }));
  for (let from = 0; from < activity.length; from += 2_000)
    await province.db
      .insertInto('activity')
      .values(activity.slice(from, from + 2_000))
      .execute();
};

/** Milliseconds of the province officer's table over HTTP, the median of thirty, with that many entries behind it. */
const tableAt = async (entries: number): Promise<number> => {
  const bench = await openBenchProvince();
  await fill(bench, entries);
  const officer = await bench.province.phone('provinceOfficer');
  const url = `${bench.address}${paths.figures}?unit=42&period=${period}`;
  const headers = { Authorization: `Bearer ${officer.token}` };
  const samples: number[] = [];
  for (let round = 0; round < 35; round++) {
    const started = performance.now();
    const response = await fetch(url, { headers });
    const { entries: counted } = (await response.json()) as { entries: number };
    samples.push(performance.now() - started);
    if (!response.ok || counted !== entries) throw new Error(`The table counts ${counted} of ${entries} entries`);
  }
  await bench.close();
  return percentile(samples.slice(5), 0.5);
};

/** The second figure's reference is the first: a hundred times the entries should cost the same table. */
export const rollups = async (): Promise<Figure[]> => {
  const few = await tableAt(10_000);
  const many = await tableAt(1_000_000);
  return [figure('rollup-10k', few, 'ms', few), figure('rollup-1m', many, 'ms', few)];
};
