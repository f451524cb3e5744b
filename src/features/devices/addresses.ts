import type { UnitId } from '#model/unit.ts';

/** What the province is asked for, and the name under which the answer is kept. */
export const devicesOf = (unit: UnitId): string => `/api/devices?${new URLSearchParams({ unit }).toString()}`;

export const placeOfDevices = (unit: UnitId): string => `/nguoi-va-may/${encodeURIComponent(unit)}`;
