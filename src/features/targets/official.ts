import { figureParts, figureValue, type Figure } from '#model/records/official-figure.ts';
import type { Day } from '#model/day.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';

export type Official = { count: number; asOf: Day };

/** The newest figure of a unit, whichever month it was given for. */
export const newestFigure = (rows: readonly RecordRow[], figure: Figure, unit: UnitId): Official | undefined =>
  rows
    .flatMap(({ id, record }) => {
      const parts = figureParts(id);
      return parts.figure === figure && parts.unit === unit ? (figureValue(record) ?? []) : [];
    })
    .sort((a, b) => a.asOf.localeCompare(b.asOf))
    .pop();
