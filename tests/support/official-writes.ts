import type { Fault } from '#model/fault.ts';
import type { Role } from '#model/person.ts';
import type { EditableRecord, Json, RecordWrite } from '#model/record.ts';
import type { RecordDefinition, WriteCircumstances } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import { defaultSettings } from '#model/settings.ts';
import type { UnitLevel } from '#model/unit.ts';
import { someone } from './people.ts';

const levels: UnitLevel[] = ['province', 'commune', 'village'];
/** '42' is a province, '18124' a commune, '18124-02' a village. */
const levelOf = (unit: string): UnitLevel => levels[unit.includes('-') ? 2 : unit.length > 2 ? 1 : 0]!;

/** What is wrong with a write to a record that exists by its name, on 12/11/2026 and with October closed. */
export const writtenBy = (
  role: Role,
  definition: RecordDefinition,
  write: { record: string; unit: string } & Pick<RecordWrite, 'set' | 'add'>,
  about: Partial<WriteCircumstances> = {},
): Fault[] => {
  const { unit, ...said } = write;
  return examineWrite(
    definition,
    { type: definition.type, ...said },
    {
      person: someone(role),
      unit: { id: unit, level: levelOf(unit) },
      record: undefined,
      today: '2026-11-12',
      settings: defaultSettings,
      closedPeriods: ['2026-10'],
      ...about,
    },
  );
};

/** A record as one operation made it. */
export const recordWith = (type: string, id: string, unit: string, set: Record<string, Json>): EditableRecord => ({
  id,
  type,
  unit,
  fields: Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, [{ op: '9-1', value, at: 1_794_400_000, by: 3, seen: [] }]]),
  ),
  lists: {},
});
