import type { Fault } from '#model/fault.ts';
import type { Role } from '#model/person.ts';
import type { EditableRecord, RecordWrite } from '#model/record.ts';
import type { RecordDefinition, WriteCircumstances } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import { defaultSettings } from '#model/settings.ts';
import { levelOfRole } from '#model/person.ts';
import { someone } from './people.ts';

/** What is wrong with a write by somebody of Thôn 2 or above, on 12/11/2026, to a record of their own unit. */
export const examined = (
  definition: RecordDefinition,
  write: Omit<RecordWrite, 'type'>,
  { role = 'villageMember', ...but }: Partial<WriteCircumstances> & { role?: Role } = {},
): Fault[] => {
  const person = someone(role);
  return examineWrite(
    definition,
    { type: definition.type, ...write },
    {
      person,
      unit: { id: person.unit, level: levelOfRole[role] },
      record: undefined,
      today: '2026-11-12',
      settings: defaultSettings,
      closedPeriods: [],
      ...but,
    },
  );
};

/** A record of a unit that says this, written by one operation. */
export const recordSaying = (
  definition: RecordDefinition,
  id: string,
  unit: string,
  set: Record<string, EditableRecord['fields'][string][number]['value']>,
): EditableRecord => ({
  id,
  type: definition.type,
  unit,
  lists: {},
  fields: Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, [{ op: '3-1', value, at: 1_794_470_000, by: 5, seen: [] }]]),
  ),
});
