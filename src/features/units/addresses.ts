import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';

/** What the province is asked for, and the names under which the device keeps the answers. */
export const treeAddress = '/api/units';
export const profileOf = (unit: UnitId): string => `/api/units/profile?${new URLSearchParams({ unit }).toString()}`;
export const figuresOf = (unit: UnitId, period: PeriodId): string =>
  `/api/figures?${new URLSearchParams({ unit, period }).toString()}`;
export const devicesOf = (unit: UnitId): string => `/api/devices?${new URLSearchParams({ unit }).toString()}`;

/** Where the screens stand. */
export const placeOf = (unit: UnitId): string => `/dia-ban/${encodeURIComponent(unit)}`;
export const placeOfReorganising = (unit: UnitId): string => `${placeOf(unit)}/sap-xep`;
export const placeOfFigures = (unit: UnitId, period: PeriodId): string =>
  `/tong-quan/${encodeURIComponent(unit)}?${new URLSearchParams({ ky: period }).toString()}`;
export const placeOfReport = (unit: UnitId, period: PeriodId): string =>
  `/bao-cao/${encodeURIComponent(unit)}/${period}`;
