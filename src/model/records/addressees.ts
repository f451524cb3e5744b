import * as v from 'valibot';
import type { UnitId } from '#model/unit.ts';

/** Whom an officer's record is for: every unit that reads it, or these and all below them. */
export type Addressees = UnitId[] | 'all';
export const AddresseesShape = v.union([
  v.literal('all'),
  v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(500)),
]);

/** Whether it is for somebody whose own unit and those above it are `path`. */
export const isFor = (addressees: Addressees, path: readonly UnitId[]): boolean =>
  addressees === 'all' || addressees.some((unit) => path.includes(unit));
