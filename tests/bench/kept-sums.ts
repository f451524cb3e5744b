import { paths } from '#protocol/version.ts';
import { figure, percentile, type Figure } from './figure.ts';
import { filledProvince } from './filled-province.ts';

const sizes = [
  ['10k', 10_000],
  ['1m', 1_000_000],
  ['10m', 10_000_000],
] as const;

const asked = {
  dashboard: `${paths.dashboard}?unit=42&period=2026-11`,
  pivot: `${paths.pivot}?unit=42&periods=2026-10,2026-11&measures=VNEID_CAI,DD_MUC1_HD,DVC_HD&by=channel`,
} as const;

type Page = keyof typeof asked;

/** A province with that many entries, asked by its province officer over HTTP: milliseconds until a page is read. */
const openedWith = async (entries: number) => {
  const bench = await filledProvince(entries);
  const officer = await bench.province.phone('provinceOfficer');
  const headers = { Authorization: `Bearer ${officer.token}` };
  const timeOf = async (page: Page): Promise<number> => {
    const started = performance.now();
    const response = await fetch(`${bench.address}${asked[page]}`, { headers });
    const answer = (await response.json()) as { entries?: number; cells?: unknown[] };
    const took = performance.now() - started;
    if (!response.ok || (page === 'dashboard' ? !answer.entries : !answer.cells?.length))
      throw new Error(`The ${page} of ${entries} entries shows nothing`);
    return took;
  };
  return { timeOf, close: bench.close };
};

const [rounds, warmUp] = [40, 5];

/**
 * By name; each the median over rounds in which every size is asked in turn, so that a slow moment of the machine is everybody's. The
 * reference is the one of 10,000 entries: a thousand times the entries should cost the same page.
 */
export const keptSums = async (wanted: (name: string) => boolean): Promise<Figure[]> => {
  const pages = Object.keys(asked) as Page[];
  const chosen = sizes.filter(([called]) => called === '10k' || pages.some((page) => wanted(`${page}-${called}`)));
  const provinces = [];
  for (const [called, entries] of chosen) provinces.push({ called, ...(await openedWith(entries)) });
  const samples = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const page of pages)
      for (const { called, timeOf } of provinces) {
        const took = await timeOf(page);
        if (round >= warmUp) samples.set(`${page}-${called}`, [...(samples.get(`${page}-${called}`) ?? []), took]);
      }
  for (const { close } of provinces) await close();
  const median = (name: string) => percentile(samples.get(name)!, 0.5);
  return [...samples.keys()].map((name) =>
    figure(name, median(name), 'ms', median(`${name.slice(0, name.indexOf('-'))}-10k`)),
  );
};
