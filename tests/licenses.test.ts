import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asText, shippedPackages } from './public/shipped.ts';

const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1', 'Unlicense', 'CC0-1.0'];
/** One of the licences a package may be had under: 'MIT OR Apache-2.0'. */
const mayBeGivenAway = (license: string) =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => free.includes(one));
const packages = shippedPackages();

test('everything a phone downloads may be given away', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['react', 'scheduler', 'dexie', '@fontsource/be-vietnam-pro', 'workbox-core']),
  );
  expect(packages.filter(({ license }) => !mayBeGivenAway(license))).toEqual([]);
});

test('licenses.txt names what is shipped today; `npm run licenses` writes it', () => {
  expect(readFileSync('public/licenses.txt', 'utf8')).toBe(asText(packages));
});
