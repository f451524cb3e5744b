import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const namespaces = readdirSync('locales/vi')
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const textOf = new Map<string, string>();
const read = (file: string) => textOf.get(file) ?? textOf.set(file, readFileSync(file, 'utf8')).get(file)!;

const fileOf = (source: string, from: string) =>
  source.startsWith('#') ? `src/${source.slice(1)}` : join(dirname(from), source);
const quoted = (text: string) => [...text.matchAll(/'([^']+)'/g)].map(([, word]) => word!);

const aPlace = /placeSaying\(\s*(\[[^\]]*\]|\w+),\s*\(\) =>\s*import\('([^']+)'\)/g;

/** The files of ours this one needs to run: not those it only takes types from, nor places that bring words of their own. */
const neededBy = (file: string): string[] =>
  [
    ...read(file)
      .replaceAll(aPlace, '')
      .matchAll(/(?:^(?:import|export) (?!type\b)(?:[^;]*? from )?|\bimport\()'([#.][^']+\.tsx?)'/gm),
  ].map(([, source]) => fileOf(source!, file));

/** All that these need, and what that needs, not going through `shut`. */
const reachedFrom = (files: string[], shut?: string): Set<string> => {
  const reached = new Set<string>();
  const look = (file: string) => {
    if (file === shut || reached.has(file)) return;
    reached.add(file);
    neededBy(file).forEach(look);
  };
  files.forEach(look);
  return reached;
};

/** The files of words that a file of code says something of. */
const saidIn = (file: string): string[] => {
  const asked = [...read(file).matchAll(/\buseTranslation\(([^)]*)\)|<Translation ns="([a-z-]+)"/g)].flatMap(
    ([, list, one]) => (one ? [one] : list === '' ? ['common'] : quoted(list!)),
  );
  const named = [...read(file).matchAll(/['"`]([a-z-]+):/g)].map(([, name]) => name!);
  return [...asked, ...named.filter((name) => namespaces.includes(name))];
};

const listIn = (file: string, name: string) =>
  new RegExp(`\\b${name}\\b[^=]*= (\\[[^\\]]*\\])`).exec(read(file))?.[1] ?? '';
const withTheApp = /\/locales\/vi\/\{([a-z,-]+)\}/.exec(read('src/app/i18n.ts'))![1]!.split(',');
const ofOfficers = /\{vi,en\}\/\{([a-z,-]+)\}/.exec(read('src/app/officers-words.ts'))![1]!.split(',');
const catalogues = quoted(listIn('src/app/catalogue-words.ts', 'catalogues'));

/** Each place with the words that are fetched with it. */
const places = ['Door', 'Places', 'Home', 'TeamPlaces', 'shared-places', 'OfficerPlaces', 'DueCount'].flatMap(
  (name) => {
    const file = `src/app/${name}.tsx`;
    const lists = (words: string): string[] => [
      ...quoted(words),
      ...[...words.matchAll(/^\w+$|\.\.\.(\w+)/g)].flatMap(([whole, spread = whole]) =>
        spread === 'catalogues' ? catalogues : lists(listIn(file, spread)),
      ),
    ];
    return [...read(file).matchAll(aPlace)].map(([, words, place]) => ({
      place: fileOf(place!, file),
      in: name,
      words: lists(words!),
    }));
  },
);

test('every place is found with the words it brings', () => {
  const declared = readdirSync('src/app')
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...read(`src/app/${file}`).matchAll(/= placeSaying/g)]);
  expect(places.length).toBe(declared.length);
  expect(places.length).toBeGreaterThan(50);
});

test('a place brings the words of everything in it, so that nobody reads a sentence’s name, nor waits twice', () => {
  const missing = places.flatMap(({ place, in: list, words }) => {
    const known = new Set([...withTheApp, ...words]);
    const lacking = new Map<string, string>();
    for (const file of reachedFrom([place]))
      for (const name of saidIn(file)) if (!known.has(name) && !lacking.has(name)) lacking.set(name, file);
    return [...lacking].map(([name, file]) => `${place} in ${list}: ${name}, said in ${file}`);
  });
  expect(missing).toEqual([]);
});

test('nothing a village’s phone can come to says a word that only officers carry', () => {
  const door = 'src/app/OfficerPlaces.tsx';
  const theirs = places.filter((place) => place.in !== 'OfficerPlaces').map(({ place }) => place);
  const carried = [...reachedFrom(['src/main.tsx'], door), ...reachedFrom(theirs)];
  expect(carried).toContain('src/features/report/VillageTable.tsx');
  const wrong = carried.flatMap((file) =>
    saidIn(file)
      .filter((name) => ofOfficers.includes(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});
