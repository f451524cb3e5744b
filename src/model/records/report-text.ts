import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { measures } from '#model/indicator.ts';
import { isPeriod, type PeriodId } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import type { RecordId } from '#model/operation.ts';
import { standing, valueOf, type EditableRecord, type FieldName } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { Fix } from '#model/report/facts.ts';
import { outlineItems, type ItemKey, type ReportTexts } from '#model/report/outline.ts';
import type { UnitId } from '#model/unit.ts';

/** The longest part of a report, in characters: about a page and a half. */
export const reportTextLimit = 4000;
const reasonLimit = 280;

/** The name of what is written into a unit's report of a period (rule I3): it is there without anybody making it. */
export const reportTextName = (unit: UnitId, period: PeriodId): RecordId => `report:${unit}:${period}`;
const named = /^report:[0-9A-Za-z_-]{1,24}:\d{4}-(?:0[1-9]|1[0-2])$/;

/** The parts of a report beside its outline. */
export const reportFrame = ['place', 'signer', 'signerTitle', 'recipients'] as const;
export type FramePart = (typeof reportFrame)[number];

/** The field in which a figure of the sentences is put right by hand; null takes that back. */
export const fixField = (measure: string): FieldName => `fix.${measure}`;
const measureOfFix = (field: FieldName): string | undefined =>
  field.startsWith('fix.') && measures.includes(field.slice('fix.'.length)) ? field.slice('fix.'.length) : undefined;

const FixShape = v.nullable(
  v.object({ value: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), reason: v.string() }),
);
const isText = (field: FieldName): boolean =>
  outlineItems.some(({ key }) => key === field) || (reportFrame as readonly string[]).includes(field);

/**
 * What officers write into the monthly report of their own unit: a text for each part of its outline, null where it is
 * given back to what the app suggests, and figures put right by hand, with a reason. Faults: 'officers-only',
 * 'record-elsewhere', 'reason-missing', and those of a text.
 */
export const reportText: RecordDefinition = {
  type: 'report-text',
  amongOfficers: true,
  name: named,
  field: (name) => (measureOfFix(name) ? FixShape : isText(name) ? v.nullable(v.string()) : undefined),
  examine: ({ record = '', set = {} }, { person, unit }) => {
    if (!isOfficer(person.role)) return [fault('officers-only', 'record')];
    const [, of = '', period = ''] = record.split(':');
    if (unit.id !== person.unit || of !== unit.id || !isPeriod(period)) return [fault('record-elsewhere', 'record')];
    return Object.entries(set).flatMap(([field, value]): Fault[] => {
      if (value === null) return [];
      if (typeof value === 'string') return examineText(value, field, reportTextLimit);
      const { reason } = value as Fix;
      return reason.trim() === '' ? [fault('reason-missing', field)] : examineText(reason, field, reasonLimit);
    });
  },
};

const textIn = (record: EditableRecord | undefined, field: FieldName): string | undefined => {
  const value = valueOf(record, field);
  return typeof value === 'string' ? value : undefined;
};

/** What officers wrote, as it stands. */
export const reportTexts = (record: EditableRecord | undefined): ReportTexts => ({
  texts: Object.fromEntries(outlineItems.map(({ key }) => [key, textIn(record, key)])),
  ...Object.fromEntries(reportFrame.map((field) => [field, textIn(record, field) ?? ''])),
});

/** The figures put right by hand, by measure. */
export const reportFixes = (record: EditableRecord | undefined): Record<string, Fix | undefined> =>
  Object.fromEntries(
    measures.flatMap((measure) => {
      const value = valueOf(record, fixField(measure));
      return v.is(FixShape, value) && value !== null ? [[measure, value]] : [];
    }),
  );

/** Who wrote a part last and when, in seconds; undefined while nobody did. */
export const writtenBy = (record: EditableRecord | undefined, key: ItemKey): { by: number; at: number } | undefined => {
  const now = standing(record, key);
  return now && now.value !== null ? { by: now.by, at: now.at } : undefined;
};

/** A report into which nobody wrote yet. */
export const unwritten = (unit: UnitId, period: PeriodId): EditableRecord => ({
  id: reportTextName(unit, period),
  type: reportText.type,
  unit,
  fields: {},
  lists: {},
});
