import type { Fault } from '#model/fault.ts';
import type { Role } from '#model/person.ts';
import type { EditableRecord, RecordWrite } from '#model/record.ts';
import { examineWrite } from '#model/record-examination.ts';
import { planItemDefinition, planItemId, type PlanItemKey } from '#model/records/plan-item.ts';
import { defaultSettings } from '#model/settings.ts';
import { someone } from './people.ts';

/** What is wrong with a write to a task of Hà Tĩnh's plan, or of the unit said, on 12/11/2026. */
export const writtenToPlan = (
  set: NonNullable<RecordWrite['set']>,
  {
    key = 'hatinh-ii-07',
    role = 'provinceOfficer',
    unit = '42',
    record,
  }: { key?: PlanItemKey; role?: Role; unit?: string; record?: EditableRecord } = {},
): Fault[] =>
  examineWrite(
    planItemDefinition,
    { type: 'plan-item', record: planItemId(key, unit), set },
    {
      person: someone(role),
      unit: { id: unit, level: unit === '42' ? 'province' : 'commune' },
      record,
      today: '2026-11-12',
      settings: defaultSettings,
      closedPeriods: [],
    },
  );
