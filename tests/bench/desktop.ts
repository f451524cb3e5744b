import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { figure, type Figure } from './figure.ts';
import { filesOfFirstLoad, withAllTheyImport } from './first-load.ts';

/** Of what any one place of an officer adds to the first load. */
const budget = 200 * 1000;

/** What each place fetches when it is first opened, scripts and styles, as the build itself lists it. */
const filesOfPlaces = (officers: string): Map<string, string[]> => {
  const code = readFileSync(`dist/${officers}`, 'utf8');
  const [, list = ''] = /m\.f=\[([^\]]*)\]/.exec(code) ?? [];
  const files = list.split(',').map((name) => name.replace(/"/g, ''));
  const places = [...code.matchAll(/import\([`'"]\.\/([^`'"]+)[`'"]\),__vite__mapDeps\(\[([\d,]*)\]\)/g)];
  return new Map(places.map(([, name, at]) => [name!, at!.split(',').map((i) => files[Number(i)]!)]));
};

/**
 * Bytes of JavaScript and CSS, gzip -9, of the heaviest place of an officer, with the frame of all of them, beyond the first load. Words
 * come as files of their own, and what makes documents when somebody asks for one.
 */
export const desktop = async (): Promise<Figure[]> => {
  if (!existsSync('dist/index.html')) await build({ logLevel: 'warn' });
  const first = new Set(filesOfFirstLoad());
  const assets = readdirSync('dist/assets').map((name) => `assets/${name}`);
  const frame = assets.filter((name) => /\/OfficerPlaces-[^/]*\.(js|css)$/.test(name));
  const script = frame.find((name) => name.endsWith('.js'));
  if (script === undefined) throw new Error('The build holds no OfficerPlaces');
  const places = filesOfPlaces(script);
  if (places.size === 0) throw new Error('The build lists no places of officers');
  const weights = [...places].map(([name, files]) => {
    const all = [...new Set([...frame, ...withAllTheyImport([script]), ...files])].filter((file) => !first.has(file));
    return { name, bytes: all.reduce((sum, file) => sum + weightOf(file), 0) };
  });
  const heaviest = weights.sort((one, other) => other.bytes - one.bytes)[0]!;
  process.stderr.write(`desktop-gzip: the heaviest of ${weights.length} places is ${heaviest.name}\n`);
  return [figure('desktop-gzip', heaviest.bytes, 'bytes', budget)];
};

const weightOf = (file: string): number => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
