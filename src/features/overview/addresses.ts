import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';

/** What the province is asked for, and the names under which the phone keeps the answers. */
export const figuresOf = (unit: UnitId, period: PeriodId): string =>
  `/api/figures?${new URLSearchParams({ unit, period }).toString()}`;

export const entriesOf = (unit: UnitId, period: PeriodId, measure: Measure | undefined, after?: string): string =>
  `/api/entries?${new URLSearchParams({ unit, period, ...(measure && { measure }), ...(after && { after }) }).toString()}`;

export const dashboardOf = (unit: UnitId, period: PeriodId): string =>
  `/api/dashboard?${new URLSearchParams({ unit, period }).toString()}`;

/** Who is late with a period, with one message to all of them, or to these. */
export const placeOfUrging = (period: PeriodId, units: readonly UnitId[] = []): string =>
  `/don-doc?${new URLSearchParams({ ky: period, ...(units.length > 0 && { gui: units.join(',') }) }).toString()}`;

export const placeOfProfile = (unit: UnitId): string => `/dia-ban/${encodeURIComponent(unit)}`;

export const placeOfReport = (unit: UnitId, period: PeriodId): string =>
  `/bao-cao/${encodeURIComponent(unit)}/${period}`;
