import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './mutants/mutants.ts';
import { planted } from './mutants/plant.ts';

test('there are 33 mutants, no two of them alike', () => {
  expect(mutants).toHaveLength(33);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(33);
});

test.each(mutants)('$name: what it replaces stands in $file once, and the suite near it is there', (mutant) => {
  expect(planted(mutant)).not.toContain(mutant.to === '' ? mutant.from : `${mutant.from}\n${mutant.from}`);
  expect(existsSync(mutant.near)).toBe(true);
});

test('a mutant whose text is gone, or is there twice, is an error', () => {
  const mutant = { name: 'none', file: 'none.ts', from: 'once', to: 'never', near: '' };
  expect(() => planted(mutant, 'not there')).toThrow('0 places');
  expect(() => planted(mutant, 'once and once')).toThrow('2 places');
  expect(planted(mutant, 'just once')).toBe('just never');
});
