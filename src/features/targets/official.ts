import { figureName, figureParts, figureValue, type Figure, type FigureParts } from '#model/records/official-figure.ts';
import type { Day } from '#model/day.ts';
import type { EditableRecord } from '#model/record.ts';
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

/** A unit's figure of a month as it stands; empty where nobody gave it. */
export const recordOf = (rows: readonly RecordRow[], parts: FigureParts): EditableRecord => {
  const id = figureName(parts);
  const found = rows.find((row) => row.id === id);
  return found?.record ?? { id, type: 'official-figure', unit: parts.unit, fields: {}, lists: {} };
};

/** The newest of the days that these figures were true on. */
export const newestDay = (records: readonly EditableRecord[]): Day | undefined =>
  records
    .flatMap((record) => figureValue(record)?.asOf ?? [])
    .sort()
    .pop();
