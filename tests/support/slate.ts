import * as v from 'valibot';
import { fault } from '#model/entry-rules.ts';
import type { RecordDefinition } from '#model/record-definition.ts';

/** What a village wrote on its slate in a month: there without anybody making it, done step by step, frozen with the month. */
export const slate: RecordDefinition = {
  type: 'slate',
  name: /^slate:[\w-]+:\d{4}-\d{2}$/,
  field: (name) => (name === 'done' || /^step\.\d$/.test(name) ? v.boolean() : undefined),
  item: (list) => (list === 'remarks' ? v.string() : undefined),
  examine({ record = '' }, { closedPeriods }) {
    const [, , period = ''] = record.split(':');
    return closedPeriods.includes(period) ? [fault('period-closed', 'record', { period })] : [];
  },
};
