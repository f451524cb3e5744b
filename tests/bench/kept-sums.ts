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

type Times = Record<keyof typeof asked, number>;

/** Milliseconds of the province officer's dashboard and of a pivot over HTTP, each the median of thirty, in turn. */
const timesAt = async (entries: number): Promise<Times> => {
  const bench = await filledProvince(entries);
  const officer = await bench.province.phone('provinceOfficer');
  const headers = { Authorization: `Bearer ${officer.token}` };
  const samples: Record<keyof typeof asked, number[]> = { dashboard: [], pivot: [] };
  for (let round = 0; round < 35; round++)
    for (const [name, url] of Object.entries(asked) as [keyof typeof asked, string][]) {
      const started = performance.now();
      const response = await fetch(`${bench.address}${url}`, { headers });
      const answer = (await response.json()) as { entries?: number; cells?: unknown[] };
      samples[name].push(performance.now() - started);
      if (!response.ok || (name === 'dashboard' ? !answer.entries : !answer.cells?.length))
        throw new Error(`The ${name} of ${entries} entries shows nothing`);
    }
  await bench.close();
  return {
    dashboard: percentile(samples.dashboard.slice(5), 0.5),
    pivot: percentile(samples.pivot.slice(5), 0.5),
  };
};

/** By name; the reference of each is the one of 10,000 entries: a thousand times the entries should cost the same page. */
export const keptSums = async (wanted: (name: string) => boolean): Promise<Figure[]> => {
  const figures: Figure[] = [];
  let few: Times | undefined;
  for (const [called, entries] of sizes) {
    const names = (['dashboard', 'pivot'] as const).filter((page) => wanted(`${page}-${called}`));
    if (names.length === 0 && called !== '10k') continue;
    const times = await timesAt(entries);
    few ??= times;
    for (const page of names) figures.push(figure(`${page}-${called}`, times[page], 'ms', few[page]));
  }
  return figures;
};
