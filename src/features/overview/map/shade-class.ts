import shades from './Shades.module.css';
import { shadeOf } from './shown-figures.ts';

/** The colour of a class, as a class of CSS; undefined where nothing is known. */
export const shadeClass = (level: number | null, edges: readonly number[]): string | undefined =>
  level === null ? undefined : shades[`lop${shadeOf(level, edges)}`];
