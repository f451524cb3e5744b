import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { figure, type Figure } from './figure.ts';

const budget = 165 * 1000;

/** Scripts and styles a phone fetches before the first screen: what index.html names, with all they import at once. */
export const filesOfFirstLoad = (): string[] => {
  const page = readFileSync('dist/index.html', 'utf8');
  return withAllTheyImport([...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!));
};

/** Files of the build with everything they import at once, and what that imports. */
export const withAllTheyImport = (named: readonly string[]): string[] => {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(`dist/${file}`, 'utf8');
    for (const [, name] of code.matchAll(/(?:^|[;}\s])(?:import|export)[^;()'"]*?from\s*["']\.\/([^"']+)["']/g))
      follow(`assets/${name}`);
    for (const [, name] of code.matchAll(/(?:^|[;}\s])import\s*["']\.\/([^"']+)["']/g)) follow(`assets/${name}`);
  };
  named.forEach(follow);
  return [...found];
};

/** Bytes of JavaScript and CSS, gzip -9, against the budget of 165 kB. */
export const firstLoad = async (): Promise<Figure[]> => {
  if (!existsSync('dist/index.html')) await build({ logLevel: 'warn' });
  const bytes = filesOfFirstLoad().reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length,
    0,
  );
  return [figure('first-load-gzip', bytes, 'bytes', budget)];
};
