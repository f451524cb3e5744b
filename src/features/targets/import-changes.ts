import { examineText } from '#model/entry-rules.ts';
import type { Day } from '#model/day.ts';
import { spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import { figureName, figureValue, officialCounts, type ImportName } from '#model/records/official-figure.ts';
import type { EditableRecord, Json } from '#model/record.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import type { Line } from './read-official-table.ts';

/** Figures written at once: a device writes some hundred a second, and sends them all. */
export const mostFigures = 20_000;

export type FigureChange = { unit: UnitId; record: string; set: Record<string, Json>; base: EditableRecord };

/** A name for what is about to be read in. A file's name that holds a person's number is not kept. */
export const newImport = (file: string): ImportName => {
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const name = file.normalize('NFC').slice(-80);
  return { id, file: examineText(name, 'file').length === 0 ? name : '' };
};

/**
 * What a table writes: a figure for each number in it that is not there already as it stands. Rows of the month that is
 * looked at were true on `asOf`, those of others on their month's last day.
 */
export const changesOf = (
  lines: readonly Line[],
  rows: readonly RecordRow[],
  { period, asOf, today, kind }: { period: PeriodId; asOf: Day; today: Day; kind: PeriodKind },
  named: ImportName,
): FigureChange[] => {
  const known = new Map(rows.map(({ id, record }) => [id, record]));
  const dayOf = (month: PeriodId): Day => {
    if (month === period) return asOf;
    const { last } = spanOf(month, kind);
    return last < today ? last : today;
  };
  return lines.flatMap((line) =>
    officialCounts.flatMap((figure): FigureChange[] => {
      const count = line.counts[figure];
      if (count === undefined) return [];
      const record = figureName({ figure, unit: line.unit, period: line.period });
      const day = dayOf(line.period);
      const base = known.get(record) ?? { id: record, type: 'official-figure', unit: line.unit, fields: {}, lists: {} };
      const stands = figureValue(base);
      if (stands && stands.count === count && stands.asOf === day) return [];
      return [{ unit: line.unit, record, set: { count, asOf: day, import: named }, base }];
    }),
  );
};
