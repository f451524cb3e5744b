/**
 * What can be wrong with a change. `refuse` faults stop it, on the phone before it is saved and at the province always;
 * `ask` faults are asked about once and then believed. The words for each stand in locales/{vi,en}/refusals.json.
 */
export const refusedFaults = [
  'date-malformed',
  'date-in-future',
  'date-before-programme',
  'date-outside-unit',
  'period-closed',
  'place-unknown',
  'channel-unknown',
  'measure-unknown',
  'count-not-whole',
  'count-too-large',
  'nothing-counted',
  'session-missing',
  'place-not-for-level2',
  'satisfied-above-asked',
  'cell-unknown',
  'cell-above-total',
  'service-unknown',
  'services-above-total',
  'note-too-long',
  'note-has-id-number',
  'reason-missing',
  'entry-unknown',
  'entry-withdrawn',
  'entry-not-yours',
  'unit-not-yours',
  'unit-left',
  'role-may-not-save',
  'record-unknown',
  'record-elsewhere',
  'record-malformed',
  'for-province-only',
  'officers-only',
  'target-set-above',
  'target-period-past',
  'parts-do-not-add-up',
  'figure-ahead',
  'not-for-your-role',
  'obstacle-not-yours',
  'answer-missing',
  'hours-backwards',
  'role-may-not-assign',
  'title-missing',
  'units-missing',
  'deadline-past',
  'steps-taken-away',
  'progress-not-yours',
  'plan-task-unknown',
  'month-ahead',
  'confirmation-not-yours',
] as const;
export const askedFaults = ['count-unusual', 'date-long-ago', 'note-has-phone-number', 'day-gone-by'] as const;

export type FaultCode = (typeof refusedFaults)[number] | (typeof askedFaults)[number];

/** `field` names what to look at: 'date', 'place', 'channel', 'note', 'reason', a Measure, a CellKey or a ServiceKey. */
export type Fault = {
  code: FaultCode;
  weight: 'refuse' | 'ask';
  field: string;
  params: Record<string, string | number>;
};
