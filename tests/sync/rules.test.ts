import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
const rules = [...read('src/sync/RULES.md').matchAll(/^- \*\*([A-Z]\d)\*\* /gm)].map(([, number]) => number!);
const names = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .flatMap((file) =>
    [...read(`tests/${file}`).matchAll(/\btest(?:\.\w+)*\(\s*(['"`])(.+?)\1,/gs)].map(([, , name]) => name!),
  );

test('every rule is there, in order, once', () => {
  expect(rules.join(' ')).toBe('I1 I2 I3 W1 W2 P1 P2 P3 P4 P5 P6 P7 L1 L2 L3 L4 M1 M2 M3 T1 T2 T3 T4 S1 S2 S3 S4');
});

test.each(rules)('a test is named after rule %s', (number) => {
  expect(names.filter((name) => new RegExp(`\\b${number}\\b`).test(name.split(':')[0]!))).not.toEqual([]);
});
