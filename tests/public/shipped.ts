import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type ShippedPackage = { name: string; version: string; license: string; text: string };

/** Libraries named by an import (or a font's url) in what is built for the phone. */
const named = (): Set<string> => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.startsWith('server'))
    .map((path) => readFileSync(join('src', path), 'utf8'));
  const specifiers = files.flatMap((code) => [
    ...code.matchAll(/^(?:import|export) (?!type )(?:[^;']* from )?'([^'.#/][^']*)'/gm),
    ...code.matchAll(/import\('([^'.#][^']*)'\)/g),
    ...code.matchAll(/url\('([^'.#/][^']*)'\)/g),
  ]);
  return new Set(specifiers.map(([, path]) => /^(@[^/]+\/)?[^/]+/.exec(path!)![0]));
};

/** What a package needs only where it runs under Node: its half for browsers imports none of these. */
const underNodeOnly: Record<string, string[]> = {
  'read-excel-file': ['unzipper-esm'],
  'tus-js-client': ['buffer-from', 'combine-errors', 'is-stream', 'lodash.throttle', 'proper-lockfile'],
};

/** As Node finds it: in the package's own node_modules, then in those above. */
const folderOf = (name: string, from: string): string => {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  if (dirname(from) === from) throw new Error(`${name} is imported and not installed`);
  return folderOf(name, dirname(from));
};

/** Every package whose code or font a phone downloads, with those it needs in turn, and its licence. */
export const shippedPackages = (): ShippedPackage[] => {
  const found = new Map<string, ShippedPackage>();
  const add = (name: string, from: string) => {
    const folder = folderOf(name, from);
    if (found.has(folder)) return;
    const { version, license, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
      dependencies?: Record<string, string>;
    };
    const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    found.set(folder, { name, version, license, text });
    // Types are not shipped.
    const needed = Object.keys(dependencies).filter(
      (dependency) => !dependency.startsWith('@types/') && !underNodeOnly[name]?.includes(dependency),
    );
    for (const dependency of needed) add(dependency, folder);
  };
  for (const name of named()) add(name, process.cwd());
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
};

export const asText = (packages: ShippedPackage[]): string => {
  const rule = '\n\n----------------------------------------\n\n';
  const head = `Sổ tay 06 carries the work of others, under these licences.\n\n`;
  const list = packages.map(({ name, version, license }) => `${name} ${version}: ${license}`).join('\n');
  const texts = packages.filter(({ text }) => text !== '').map(({ name, text }) => `${name}\n\n${text}`);
  return `${head}${[list, ...texts].join(rule)}\n`;
};
