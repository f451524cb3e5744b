import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mutant } from './mutants.ts';

/** The file's text with the bug in it. Throws unless what it replaces is there exactly once, so that no mutant rots unseen. */
export const planted = ({ name, file, from, to }: Mutant, text = readFileSync(file, 'utf8')): string => {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} places for "${name}"`);
  return parts.join(to);
};

/** A Vite plugin that reads one file with the bug in it; on disk nothing changes. */
export const plant = (mutant: Mutant) => ({
  name: 'mutant',
  enforce: 'pre' as const,
  transform: (text: string, id: string) =>
    id.split('?')[0] === resolve(mutant.file) ? { code: planted(mutant, text), map: null } : undefined,
});
