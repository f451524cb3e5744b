import * as v from 'valibot';
import { fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import { maySaveEntries } from '#model/person.ts';
import type { RecordWrite } from '#model/record.ts';
import type { RecordDefinition, WriteCircumstances } from '#model/record-definition.ts';

/** More fields than any form has. */
const mostFields = 200;

/**
 * Everything wrong or doubtful about a write to an editable record. The phone asks before it saves, the province again
 * before it accepts. Faults: 'unit-not-yours', 'record-unknown', 'record-elsewhere', 'record-malformed' ({field}), and
 * what the type itself minds.
 */
export const examineWrite = (definition: RecordDefinition, write: RecordWrite, about: WriteCircumstances): Fault[] => {
  const { person, unit, record } = about;
  if (maySaveEntries(person.role) && unit.id !== person.unit) return [fault('unit-not-yours', 'unit')];
  const misnamed = examineName(definition, write, about);
  if (misnamed) return [misnamed];
  if (record && (record.unit !== unit.id || record.type !== write.type)) return [fault('record-elsewhere', 'record')];
  const malformed = examineShapes(definition, write);
  return malformed.length > 0 ? malformed : definition.examine(write, about);
};

/** A name that nobody gave says whose the record is: nobody else can take it first. */
const examineName = ({ name }: RecordDefinition, write: RecordWrite, { record, unit }: WriteCircumstances) => {
  if (name) {
    const own = write.record !== undefined && name.test(write.record) && write.record.split(':').includes(unit.id);
    return own ? undefined : malformed('record');
  }
  return write.record !== undefined && !record ? fault('record-unknown', 'record') : undefined;
};

const malformed = (field: string): Fault => fault('record-malformed', field, { field: field.slice(0, 64) });

/** What every object has already is no field of any type, whatever a look-up by name would find. */
const isOrdinary = (name: string): boolean => !(name in Object.prototype);

const examineShapes = (definition: RecordDefinition, { set = {}, add = {} }: RecordWrite): Fault[] => {
  const fields = Object.entries(set);
  const items = Object.entries(add);
  if (fields.length + items.length === 0 || fields.length + items.length > mostFields) return [malformed('set')];
  return [
    ...fields.filter(([name, value]) => !isOrdinary(name) || !fits(definition.field(name), value)),
    ...items.filter(([name, value]) => !isOrdinary(name) || !fits(definition.item?.(name), value)),
  ].map(([name]) => malformed(name));
};

const fits = (schema: v.GenericSchema | undefined, value: unknown): boolean =>
  schema !== undefined && v.is(schema, value);
