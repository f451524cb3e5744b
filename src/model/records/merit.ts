import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { Proposal, Sign, Signs } from '#model/merit.ts';
import type { RecordId } from '#model/operation.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { isOfficer, levelOfRole, type PersonId } from '#model/person.ts';
import { standing, valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

const Mark = v.picklist(['good', 'bad', 'neither', 'unknown']);
const fields: Record<string, ReturnType<RecordDefinition['field']>> = {
  decision: v.picklist(['praise', 'correction', 'none']),
  /** What the signs said when it was decided. */
  signs: v.strictObject({ onTime: Mark, pace: Mark, quality: Mark } satisfies Record<Sign, typeof Mark>),
  note: v.string(),
};

export const meritNoteLimit = 500;

/** The name of what was decided about a unit's month (rule I3). */
export const meritName = (unit: UnitId, period: PeriodId): RecordId => `merit:${unit}:${period}`;

/**
 * What an officer decided about a unit's month: praise, correction, or neither, with the signs it was decided on. It comes
 * from above: nobody decides about the own unit. Faults: 'officers-only', 'figure-ahead' ({period}), 'record-malformed',
 * those of a text.
 */
export const merit: RecordDefinition = {
  type: 'merit',
  amongOfficers: true,
  name: /^merit:[\w-]{1,64}:\d{4}-(?:0[1-9]|1[0-2])$/,
  field: (name) => fields[name],
  examine: ({ record = '', set = {} }, { person, unit, record: before, today, settings }) => {
    const faults: Fault[] = [];
    const [, , period = ''] = record.split(':');
    const above = isOfficer(person.role) && levelOfRole[person.role] !== unit.level;
    if (!above || (levelOfRole[person.role] === 'commune' && unit.level !== 'village'))
      faults.push(fault('officers-only', 'decision'));
    if (spanOf(period, settings.periodKind).first > today) faults.push(fault('figure-ahead', 'decision', { period }));
    if (!before && !('decision' in set)) faults.push(fault('record-malformed', 'decision', { field: 'decision' }));
    return [...faults, ...examineText(String(set['note'] ?? ''), 'note', meritNoteLimit)];
  },
};

export type Decided = { decision: Proposal; signs: Signs | undefined; note: string; at: number; by: PersonId };

/** What was decided, when (seconds) and by whom; undefined where nobody decided. */
export const decidedIn = (record: EditableRecord | undefined): Decided | undefined => {
  const decision = standing(record, 'decision');
  if (!decision) return undefined;
  return {
    decision: decision.value as Proposal,
    signs: valueOf(record, 'signs') as Signs | undefined,
    note: String(valueOf(record, 'note') ?? ''),
    at: decision.at,
    by: decision.by,
  };
};
