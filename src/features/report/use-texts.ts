import { useMemo } from 'react';
import { useHands } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { reportFixes, reportText, reportTextName, reportTexts, unwritten } from '#model/records/report-text.ts';
import type { EditableRecord, FieldName, Json } from '#model/record.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { writeRecord } from '#store/write-record.ts';

/** What officers wrote into a report, as this device knows it, and how to write more. `rows` undefined until known. */
export const useTexts = (unit: UnitId, period: PeriodId) => {
  const { db, clock } = useHands();
  const { rows, baseOf } = useOfficerRecords('report-text');
  const id = reportTextName(unit, period);
  const row: RecordRow | undefined = rows?.find((one) => one.id === id);
  const record: EditableRecord = row?.record ?? unwritten(unit, period);
  const known = useMemo(() => ({ texts: reportTexts(row?.record), fixes: reportFixes(row?.record) }), [row?.record]);
  const base = baseOf(id);
  return {
    known: rows !== undefined,
    row,
    record,
    ...known,
    /** `draft`: the form whose draft goes when this is saved. */
    write: (set: Record<FieldName, Json>, form?: string) =>
      writeRecord(
        db,
        clock,
        reportText,
        unit,
        { record: id, set, ...(base && { base }) },
        form === undefined ? {} : { draft: form },
      ),
  };
};
export type Texts = ReturnType<typeof useTexts>;
