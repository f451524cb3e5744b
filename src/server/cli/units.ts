import { readFile, stat } from 'node:fs/promises';
import { dayInVietnam } from '#model/day.ts';
import type { Unit } from '#model/unit.ts';
import { neededColumns, optionalColumns, type WrongCell } from '#model/village-rows.ts';
import { placeInWords } from '../invitation-card.ts';
import { keepBoundaries } from '../storage/boundaries.ts';
import { importVillages } from '../storage/import-villages.ts';
import { unitsOfLevel } from '../storage/units.ts';
import { largestFile, readBoundaries } from './boundaries-geojson.ts';
import { GiveUp, runProgram, withProvince, type Terminal } from './at-the-terminal.ts';
import { readVillages } from './villages-csv.ts';

type SaidCell = Omit<WrongCell, 'problem'> & { problem: string };

const refuse = ({ words }: Terminal, cells: readonly SaidCell[]): never => {
  const lines = cells.map(({ row, column, problem, params }) =>
    words('csv-row', { row, column, reason: words(problem, params) }),
  );
  throw new GiveUp([...lines, words('import-refused', { count: cells.length })].join('\n'));
};

const importFile = async (terminal: Terminal, file: string): Promise<void> => {
  const { db, words, say } = terminal;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new GiveUp(words('csv-unreadable', { file, why: error.code ?? error.name }), 2);
  });
  const communes = new Map((await unitsOfLevel(db, 'commune')).map((commune) => [commune.id, commune]));
  const read = readVillages(bytes, communes);
  if (read.kind === 'not-utf8') throw new GiveUp(words('csv-not-utf8'));
  if (read.kind === 'broken') throw new GiveUp(words('csv-broken', { row: read.row, why: read.why }));
  const columns = [...neededColumns, ...optionalColumns].join(',');
  if (read.kind === 'empty') throw new GiveUp(words('csv-empty', { columns }));
  if (read.kind === 'wrong-cells') return refuse(terminal, read.cells);
  const imported = await importVillages(db, read.villages, dayInVietnam(Date.now()));
  if (imported.kind === 'imported') return say(words('import-done', imported));
  refuse(
    terminal,
    imported.taken.map(({ at, by }) => ({
      row: read.rows[at]!,
      column: 'village_code',
      problem: 'csv-code-taken',
      params: { value: by.id.slice(by.id.indexOf('-') + 1), name: by.name },
    })),
  );
};

const line = ({ words }: Terminal, unit: Unit): string =>
  [unit.id, placeInWords(words, [unit]), ...(unit.validTo ? [`→ ${unit.validTo}`] : [])].join('  ');

const list = async (terminal: Terminal, commune: string | undefined): Promise<void> => {
  const { db, words, say } = terminal;
  const communes = await unitsOfLevel(db, 'commune');
  if (commune !== undefined && !communes.some(({ id }) => id === commune))
    throw new GiveUp(words('commune-unknown', { code: commune }), 2);
  const units = commune === undefined ? communes : await unitsOfLevel(db, 'village', commune);
  for (const unit of units) say(line(terminal, unit));
};

type BoundaryOptions = { property?: string; skipUnknown?: boolean };

/** As many reasons as a terminal shows at a glance; the rest are counted. */
const reasonsShown = 20;

const loadBoundaries = async (terminal: Terminal, file: string, options: BoundaryOptions): Promise<void> => {
  const { db, words, say } = terminal;
  const unreadable = (error: NodeJS.ErrnoException) => {
    throw new GiveUp(words('csv-unreadable', { file, why: error.code ?? error.name }), 2);
  };
  const { size } = await stat(file).catch(unreadable);
  if (size > largestFile)
    throw new GiveUp(words('geo-too-large', { size: Math.ceil(size / 2 ** 20), most: largestFile / 2 ** 20 }));
  const bytes = await readFile(file).catch(unreadable);
  const levels = ['province', 'commune', 'village'] as const;
  const units = (await Promise.all(levels.map((level) => unitsOfLevel(db, level)))).flat();
  const read = readBoundaries(bytes, new Set(units.map(({ id }) => id)), options);
  if (read.kind === 'unusable') throw new GiveUp(words(read.problem, read.params));
  if (read.kind === 'wrong-features') {
    const shown = read.features.slice(0, reasonsShown);
    const lines = shown.map(({ feature, problem, params }) =>
      words('geo-feature', { feature, reason: words(problem, params) }),
    );
    throw new GiveUp([...lines, words('geo-refused', { count: read.features.length })].join('\n'));
  }
  await keepBoundaries(db, read.areas, Math.floor(Date.now() / 1000));
  say(words('geo-done', { areas: read.areas.length, points: read.points }));
  if (read.skipped > 0) say(words('geo-skipped', { count: read.skipped }));
};

await runProgram((program, words) => {
  program.name('npm run units --').description(words('units-about'));
  program
    .command('import <file>')
    .description(words('units-import-about'))
    .action((file: string) => withProvince(words, (terminal) => importFile(terminal, file)));
  program
    .command('boundaries <file>')
    .description(words('units-boundaries-about'))
    .option('--property <name>', words('option-property'))
    .option('--skip-unknown', words('option-skip-unknown'))
    .action((file: string, options: BoundaryOptions) =>
      withProvince(words, (terminal) => loadBoundaries(terminal, file, options)),
    );
  program
    .command('list')
    .description(words('units-list-about'))
    .option('--commune <code>', words('option-commune'))
    .action(({ commune }: { commune?: string }) => withProvince(words, (terminal) => list(terminal, commune)));
});
