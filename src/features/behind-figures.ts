import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';

/** Where an officer reads the figures of a unit, and those of the units below it. */
export const figuresBehind = (unit: UnitId, period: PeriodId): string =>
  `/tong-quan/${encodeURIComponent(unit)}?${new URLSearchParams({ ky: period }).toString()}`;

/** Where an officer reads the entries that a figure of a village or a commune is the sum of; without a measure, all of the period. */
export const entriesBehind = (unit: UnitId, period: PeriodId, measure?: Measure): string =>
  `/tong-quan/${encodeURIComponent(unit)}/luot?${new URLSearchParams({ ...(measure && { 'chi-so': measure }), ky: period }).toString()}`;
