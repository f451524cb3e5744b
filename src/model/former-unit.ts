import type { Day } from '#model/day.ts';
import type { UnitId, UnitType } from '#model/unit.ts';

/** Kinds of unit there were before, and are no more since 1/7/2025. */
export type FormerType = UnitType | 'thi-tran';

/**
 * What a unit was called before, or one that became part of it: 'Quang Lộc' of huyện Can Lộc is xã Xuân Lộc now. `until`: the
 * last day of the name; `code`: the official one it had then, where it is known; `district`: '' where there was none.
 */
export type FormerUnit = {
  unit: UnitId;
  name: string;
  type: FormerType;
  district: string;
  code: string | null;
  until: Day;
};
