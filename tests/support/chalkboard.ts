import * as v from 'valibot';
import { examineText } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { EditableRecord, RecordWrite } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import { defaultSettings } from '#model/settings.ts';
import { someone } from './people.ts';

/** The simplest record there can be: a text on the wall of the village hall, and what people wrote below it. */
export const chalkboard: RecordDefinition = {
  type: 'chalkboard',
  field: (name) => (name === 'text' || name === 'colour' ? v.string() : undefined),
  item: (list) => (list === 'answers' ? v.string() : undefined),
  examine: ({ set = {} }) => examineText(String(set['text'] ?? ''), 'text'),
};

/** What is wrong with a write by a member of Thôn 2, where the board of `unit` is '17-1' and there is no other. */
export const writtenOn = (
  definition: RecordDefinition,
  write: Omit<RecordWrite, 'type'>,
  unit: string = someone().unit,
): Fault[] => {
  const board: EditableRecord = { id: '17-1', type: definition.type, unit, fields: {}, lists: {} };
  return examineWrite(
    definition,
    { type: definition.type, ...write },
    {
      person: someone(),
      unit: { id: someone().unit, level: 'village' },
      record: write.record === board.id ? board : undefined,
      today: '2026-11-12',
      settings: defaultSettings,
      closedPeriods: [],
    },
  );
};

/** Who swept the hall that month: it exists without anybody making it, and has a name of its own (rule I3). */
export const sweeping: RecordDefinition = {
  type: 'sweeping',
  name: /^sweeping:18124-0[12]:2026-1[0-2]$/,
  field: (name) => (name === 'done' ? v.boolean() : name === 'note' ? v.string() : undefined),
  examine: ({ set = {} }) => examineText(String(set['note'] ?? ''), 'note'),
};
