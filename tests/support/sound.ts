import { deepStrictEqual } from 'node:assert/strict';
import type { ProvinceDatabase } from '#server/province.ts';
import { checkSums } from '#server/storage/check-sums.ts';

/** Rule S2: every entry and every kept sum equals its recomputation. */
export const mustBeSound = async (db: ProvinceDatabase): Promise<void> => deepStrictEqual(await checkSums(db), []);
