import type { Day } from '#model/day.ts';

/** Province and commune codes are the official ones; a village's is its commune's code, '-', and its own. */
export type UnitId = string;
export type UnitLevel = 'province' | 'commune' | 'village';

/** Kinds of unit since 1/7/2025: the district and the thị trấn exist no more. Villages are no administrative level in law. */
export const unitTypes = {
  province: ['tinh', 'thanh-pho'],
  commune: ['xa', 'phuong', 'dac-khu'],
  village: ['thon', 'ap', 'ban', 'to-dan-pho', 'khu-pho'],
} as const satisfies Record<UnitLevel, readonly string[]>;
export type UnitType = (typeof unitTypes)[UnitLevel][number];

/** A unit as of its time. Reorganisation ends a unit (`validTo`) and names its successors; it rewrites nothing. */
export type Unit = {
  id: UnitId;
  /** The proper name alone: 'Sơn Kim 1', 'Thôn 2', 'Hà Tĩnh'; the type is said by `type`. */
  name: string;
  type: UnitType;
  level: UnitLevel;
  parent: UnitId | null;
  validFrom: Day;
  validTo: Day | null;
  mergedInto: UnitId[];
  /** Made for trying the app out; shown as such everywhere. */
  demo: boolean;
};

/** True on the days from validFrom to validTo, both included. */
export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, day: Day): boolean =>
  unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
