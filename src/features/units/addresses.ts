import { entriesBehind } from '#features/behind-figures.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit, UnitId } from '#model/unit.ts';

/** What the province is asked for, and the names under which the device keeps the answers. */
export const treeAddress = '/api/units';
export const profileOf = (unit: UnitId): string => `/api/units/profile?${new URLSearchParams({ unit }).toString()}`;
export const figuresOf = (unit: UnitId, period: PeriodId): string =>
  `/api/figures?${new URLSearchParams({ unit, period }).toString()}`;
export const devicesOf = (unit: UnitId): string => `/api/devices?${new URLSearchParams({ unit }).toString()}`;

/** Where the screens stand. */
export const placeOf = (unit: UnitId): string => `/dia-ban/${encodeURIComponent(unit)}`;
export const placeOfReorganising = (unit: UnitId): string => `${placeOf(unit)}/sap-xep`;
export const placeOfReport = (unit: UnitId, period: PeriodId): string =>
  `/bao-cao/${encodeURIComponent(unit)}/${period}`;

/** What a figure is made of: of a province its communes, of others the entries. */
export const placeOfMeasure = ({ id, level }: Unit, period: PeriodId, measure: Measure): string =>
  level === 'province'
    ? `/?${new URLSearchParams({ ky: period, xep: `-${measure}` }).toString()}#bang`
    : entriesBehind(id, period, measure);
export const placeOfTargets = (period: PeriodId): string =>
  `/chi-tieu?${new URLSearchParams({ ky: period }).toString()}`;
export const placeOfOfficialFigures = '/chi-tieu?xem=official';

/** A message about a period to these units. */
export const placeOfReminder = (period: PeriodId, units: readonly UnitId[]): string =>
  `/don-doc?${new URLSearchParams({ ky: period, gui: units.join(',') }).toString()}`;
