import * as v from 'valibot';
import { isDay, type Day } from '#model/day.ts';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { RecordId } from '#model/operation.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import { valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/**
 * What the police and the registers count, and no team does: accounts of level 1 and 2, activated ones, residents, households. A
 * plan's target is reported under its own id. Never added to a team's sum: they count different things.
 */
export const officialCounts = ['TK_MUC2', 'TK_MUC1', 'TK_KICH_HOAT', 'DAN_SO', 'SO_HO'] as const;
export type OfficialCount = (typeof officialCounts)[number];
/** One of the counts above, or the id of a plan's target. */
export type Figure = string;
export type FigureParts = { figure: Figure; unit: UnitId; period: PeriodId };

export const populationFigure: OfficialCount = 'DAN_SO';
export const isOfficialCount = (figure: Figure): figure is OfficialCount =>
  (officialCounts as readonly string[]).includes(figure);

/** The name of a unit's official figure of a month (rule I3). */
export const figureName = ({ figure, unit, period }: FigureParts): RecordId => `official:${figure}:${unit}:${period}`;

/** What an official figure's name says. */
export const figureParts = (id: RecordId): FigureParts => {
  const [, figure = '', unit = '', period = ''] = id.split(':');
  return { figure, unit, period };
};

/** The figure and the day it was true on; undefined where nobody gave one, or it was taken back. */
export const figureValue = (record: EditableRecord | undefined): { count: number; asOf: Day } | undefined => {
  const count = valueOf(record, 'count');
  const asOf = valueOf(record, 'asOf');
  return typeof count === 'number' && typeof asOf === 'string' ? { count, asOf } : undefined;
};

/**
 * Which import wrote the figure, written together with it: `id` is made up when it is read in, `file` its name. Once undone
 * it says so, with the value that stood before in the same write.
 */
const ImportShape = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  file: v.pipe(v.string(), v.maxLength(80)),
  undone: v.exactOptional(v.boolean()),
});
export type ImportName = v.InferOutput<typeof ImportShape>;

const most = 1_000_000_000;
const fields: Record<string, ReturnType<RecordDefinition['field']>> = {
  count: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(most))),
  asOf: v.pipe(v.string(), v.check(isDay)),
  note: v.string(),
  import: ImportShape,
};
const name = new RegExp(
  String.raw`^official:(?:${officialCounts.join('|')}|target-[a-z]+-[a-z]-[0-9a-z-]{1,32}):[0-9-]{1,16}:\d{4}-(?:0[1-9]|1[0-2])$`,
);

/**
 * The official figure of a unit and month, as its source gave it. `count`: null when taken back; `asOf`: the day it was
 * true on; `note`: who gave it; `import`: the table it came with. A month may get its figure late, even once closed: the report does not count it. Faults:
 * 'officers-only', 'record-elsewhere', 'figure-ahead' ({period}), 'date-in-future', 'record-malformed', those of a text.
 */
export const officialFigure: RecordDefinition = {
  type: 'official-figure',
  name,
  field: (field) => fields[field],
  examine: ({ record: id = '', set = {} }, { person, unit, record, today, settings }) => {
    const faults: Fault[] = [];
    const { figure, unit: of, period } = figureParts(id);
    const { count, asOf = valueOf(record, 'asOf') } = set;
    if (!isOfficer(person.role)) faults.push(fault('officers-only', 'count'));
    if (of !== unit.id) faults.push(fault('record-elsewhere', 'record'));
    else if (spanOf(period, settings.periodKind).first > today) faults.push(fault('figure-ahead', 'count', { period }));
    if (typeof asOf === 'string' && asOf > today) faults.push(fault('date-in-future', 'asOf', { date: asOf, today }));
    if (typeof count === 'number' && isOfficialCount(figure) && !Number.isInteger(count))
      faults.push(fault('record-malformed', 'count', { field: 'count' }));
    if (typeof count === 'number' && asOf === undefined)
      faults.push(fault('record-malformed', 'asOf', { field: 'asOf' }));
    const { file = '' } = (set['import'] ?? {}) as Partial<ImportName>;
    return [...faults, ...examineText(String(set['note'] ?? ''), 'note'), ...examineText(file, 'import')];
  },
};

/** The newest figure of each unit, whichever month it was given for. */
export const newestFigures = (
  records: readonly EditableRecord[],
  figure: Figure,
): Map<UnitId, { count: number; asOf: Day }> => {
  const newest = new Map<UnitId, { count: number; asOf: Day }>();
  for (const record of records) {
    const { figure: of, unit } = figureParts(record.id);
    const value = of === figure ? figureValue(record) : undefined;
    if (value && value.asOf >= (newest.get(unit)?.asOf ?? '')) newest.set(unit, value);
  }
  return newest;
};
