import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { RecordId } from '#model/operation.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { isOfficer } from '#model/person.ts';
import { standing, valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/** 'returned': the commune asks the village to look again, with a reason. 'open': the village takes its word back. */
export const confirmationStates = ['confirmed', 'returned', 'open'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** The name of a village's word on its figures of a period. It exists without anybody making it (rule I3). */
export const confirmationId = (village: UnitId, period: PeriodId): RecordId => `confirmation:${village}:${period}`;

const nameOfConfirmation = /^confirmation:([0-9]{2,5}-[0-9A-Za-z-]{1,20}):(\d{4}-(?:0[1-9]|1[0-2]))$/;

/** The parts of a confirmation's name; undefined for a name that is none. */
export const readConfirmationId = (id: RecordId): { village: UnitId; period: PeriodId } | undefined => {
  const [, village, period] = nameOfConfirmation.exec(id) ?? [];
  return village && period ? { village, period } : undefined;
};

export type Confirmation = {
  state: 'none' | 'confirmed' | 'returned';
  /** In seconds, by whom: of the state. Null while nobody said anything. */
  at: number | null;
  by: number | null;
  /** Of a return. */
  reason: string | null;
};

/**
 * How a village's word stands. Who confirms without having seen that the commune returned it has not answered that: it stays
 * returned until somebody does who has (rule M2).
 */
export const confirmationOf = (record: EditableRecord | undefined): Confirmation => {
  const counts = standing(record, 'state');
  const said = counts?.lost.find(({ value }) => value === 'returned') ?? counts;
  if (!said || said.value === 'open')
    return { state: 'none', at: said?.at ?? null, by: said?.by ?? null, reason: null };
  const reason = valueOf(record, 'reason');
  return {
    state: said.value as 'confirmed' | 'returned',
    at: said.at,
    by: said.by,
    reason: said.value === 'returned' && typeof reason === 'string' ? reason : null,
  };
};

/**
 * The village's own team confirms and takes back; the commune above it returns, with a reason. Nobody says anything once the
 * commune has closed. Faults: 'confirmation-not-yours', 'reason-missing', 'period-closed' ({period}), 'month-ahead', and
 * those of free text.
 */
export const confirmation: RecordDefinition = {
  type: 'confirmation',
  name: nameOfConfirmation,
  field: (name) => ({ state: v.picklist(confirmationStates), reason: v.nullable(v.string()) })[name],
  examine: ({ record: id = '', set = {} }, { person, unit, today, settings, closedPeriods }) => {
    const { period } = readConfirmationId(id)!;
    if (closedPeriods.includes(period)) return [fault('period-closed', 'record', { period })];
    if (today < spanOf(period, settings.periodKind).first) return [fault('month-ahead', 'record', { period })];
    const { state, reason } = set;
    if (isOfficer(person.role)) {
      if (state !== 'returned') return [fault('confirmation-not-yours', 'state')];
      const text = typeof reason === 'string' ? reason.trim() : '';
      return text === '' ? [fault('reason-missing', 'reason')] : examineText(text, 'reason');
    }
    return person.unit !== unit.id || state === undefined || state === 'returned' || typeof reason === 'string'
      ? [fault('confirmation-not-yours', 'state')]
      : [];
  },
};
