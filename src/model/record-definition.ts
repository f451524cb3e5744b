import type { GenericSchema } from 'valibot';
import type { Fault } from '#model/fault.ts';
import type { Day } from '#model/day.ts';
import type { EditableRecord, FieldName, Json, RecordWrite } from '#model/record.ts';
import type { Person } from '#model/person.ts';
import type { PeriodId } from '#model/period.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { UnitId, UnitLevel } from '#model/unit.ts';

/** What a write is held against: who writes, whose the record is, how it stands, and the day in Vietnam. */
export type WriteCircumstances = {
  person: Person;
  /** The unit whose record it is: the writer's own, or one below it. Anything else was refused before. */
  unit: { id: UnitId; level: UnitLevel };
  /** Undefined when the write makes it. */
  record: EditableRecord | undefined;
  today: Day;
  settings: ProvinceSettings;
  /** Of the unit's commune; none for a province. */
  closedPeriods: readonly PeriodId[];
};

/** One type of editable record: its fields, its name, and who may write what. Phone and province run the same lines. */
export type RecordDefinition = {
  type: string;
  /** What officers keep among themselves: no village's phone is sent it (rule L2). */
  amongOfficers?: true;
  /**
   * Absent: each is made by an operation and named by it. Given: it exists without anybody making it, and this is what its
   * name looks like, in parts of which one is the unit: 'duty:tuyen-truyen-de-an:18196-01:2026-11' (rule I3). A unit's
   * code is made of letters, digits, '_' and '-', e.g. '18196-demo1'.
   */
  name?: RegExp;
  /** The shape of a field's value; undefined for a field that this type has not. */
  field(name: FieldName): GenericSchema<Json> | GenericSchema<unknown, Json> | undefined;
  /** The shape of an item of a list. */
  item?(list: string): GenericSchema<Json> | GenericSchema<unknown, Json> | undefined;
  /** Everything wrong or doubtful about a write whose shapes are right. Without a fault of weight 'refuse' it is accepted. */
  examine(write: RecordWrite, about: WriteCircumstances): Fault[];
};
