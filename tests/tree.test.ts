import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`);

const code = files('src', /\.(ts|tsx)$/);
const words = files('locales', /\.json$/);
const keysOf = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${at}.${key}`))
    : [at];
// English has forms of number that Vietnamese has not.
const withoutForm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

test('every sentence stands in both languages', () => {
  const keys = (language: string) =>
    words
      .filter((path) => path.startsWith(`locales/${language}/`))
      .flatMap((path) =>
        keysOf(JSON.parse(readFileSync(path, 'utf8'))).map((key) => `${basename(path)}${withoutForm(key)}`),
      );
  const [vi, en] = [new Set(keys('vi')), new Set(keys('en'))];
  expect(vi.size).toBeGreaterThan(100);
  expect([...vi].filter((key) => !en.has(key))).toEqual([]);
  expect([...en].filter((key) => !vi.has(key))).toEqual([]);
});

test('all text is composed Unicode (NFC)', () => {
  const composed = (path: string) => {
    const text = readFileSync(path, 'utf8');
    return text === text.normalize('NFC');
  };
  expect([...words, ...code].filter((path) => !composed(path))).toEqual([]);
});

test('what people read stands in locales, not in code', () => {
  const screens = code.filter((path) => /^src\/(features|ui|app)\//.test(path));
  expect(screens.length).toBeGreaterThan(10);
  expect(
    screens.filter((path) => /[ăâđêôơưà-ãè-êìíò-õùúýạ-ỹ]/iu.test(readFileSync(path, 'utf8').normalize('NFC'))),
  ).toEqual([]);
});

test('words only officers read are left out of the villages’ phones by one list, and known to officers by the same', () => {
  const listIn = (file: string) => /'!?\/locales\/\{vi,en\}\/(\{[^*}]+\})\.json'/.exec(readFileSync(file, 'utf8'))?.[1];
  const list = listIn('src/app/officers-words.ts');
  expect(list).toMatch(/\boverview\b/);
  expect(listIn('src/app/i18n.ts')).toBe(list);
  const teams = ['src/app/TeamPlaces.tsx', 'src/app/shared-places.tsx', 'src/app/Home.tsx', 'src/app/Places.tsx'];
  const said = teams.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([a-z-]+)'/g)].map(([, word]) => word),
  );
  expect(
    list!
      .slice(1, -1)
      .split(',')
      .filter((name) => said.includes(name)),
  ).toEqual([]);
});

test('the state of the link comes from requests: nothing reads navigator.onLine', () => {
  expect(code.filter((path) => /navigator\s*\.\s*onLine/.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('no room for odds and ends, no barrels', () => {
  expect(code.filter((path) => /\/(utils?|helpers?|services?|types|shared|common|misc)\//.test(path))).toEqual([]);
  expect(code.filter((path) => basename(path).startsWith('index.'))).toEqual([]);
});
