import type { Figure } from './figure.ts';

const asked = process.argv.slice(2);
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);

/** Each measurement, by the names it prints; loaded only when asked for. */
const measurements: [names: string[], measure: () => Promise<Figure[]>][] = [
  [['first-load-gzip'], async () => (await import('./first-load.ts')).firstLoad()],
  [['save-p50', 'save-p95'], async () => (await import('./save.ts')).saves()],
  [['wire-up-10'], async () => [await (await import('./wire.ts')).wireUp(10)]],
  [['wire-up-50'], async () => [await (await import('./wire.ts')).wireUp(50)]],
  [['wire-up-500'], async () => [await (await import('./wire.ts')).wireUp(500)]],
  [['wire-down-500'], async () => [(await import('./wire.ts')).wireDown(500)]],
  [['requests-10000'], async () => [await (await import('./requests.ts')).requests()]],
  [['ingest-20'], async () => [await (await import('./ingest.ts')).ingest(20)]],
  [['ingest-500'], async () => [await (await import('./ingest.ts')).ingest(500)]],
  [['rollup-10k', 'rollup-1m'], async () => (await import('./rollup.ts')).rollups()],
  [
    ['10k', '1m', '10m'].flatMap((many) => [`dashboard-${many}`, `pivot-${many}`]),
    async () => (await import('./kept-sums.ts')).keptSums(isAsked),
  ],
  [['desktop-gzip'], async () => (await import('./desktop.ts')).desktop()],
  [['live-p95'], async () => (await import('./live.ts')).live()],
  [['report-docx-4x'], async () => [await (await import('./report.ts')).reportAt4x()]],
  [['heap-100k'], async () => [await (await import('./start.ts')).heapWithMany()]],
  [['start-100k'], async () => [await (await import('./start.ts')).startWithMany()]],
];

// PouchDB takes minutes: these come last, the slowest at the end.
for (const line of ['3g', '2g'] as const)
  for (const tuned of [true, false])
    for (const direction of ['push', 'pull'] as const)
      measurements.push([
        [`${direction}-10000-${line}${tuned ? '-tuned' : ''}`],
        async () => [await (await import('./exchange.ts')).exchange(direction, line, tuned)],
      ]);

const names = measurements.flatMap(([printed]) => printed);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No figure is called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(2);
}

for (const [printed, measure] of measurements) {
  if (!printed.some(isAsked)) continue;
  for (const figure of await measure()) if (isAsked(figure.name)) process.stdout.write(`${JSON.stringify(figure)}\n`);
}
process.exit(0);
