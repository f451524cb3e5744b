import { periodOf } from '#model/period.ts';
import type { Situation } from '#features/situation.ts';
import type { EntryRow, Whereabouts } from '#store/database.ts';

/** The word a step bears. What the province received in a period it has closed since is in the report. */
export const wordOf = (where: Whereabouts, date: string, { settings, closed }: Situation): Whereabouts | 'closed' =>
  where === 'received' && closed.some(({ period }) => period === periodOf(date, settings.periodKind))
    ? 'closed'
    : where;

/** Where the operation is that wrote a revision or a withdrawal. */
export const stepOf = ({ steps }: EntryRow, { device, seq }: { device: number; seq: number }): Whereabouts =>
  steps.find((step) => step.device === device && step.seq === seq)?.where ?? 'received';
