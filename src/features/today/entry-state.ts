import type { Me } from '#features/handbook.tsx';
import { periodOf } from '#model/period.ts';
import type { EntryRow } from '#store/database.ts';

/** The word an entry bears: of its steps, the one furthest from the province. */
export const stateOf = (
  row: EntryRow,
  me: Pick<Me, 'closed' | 'settings'>,
): 'needsAttention' | 'onPhone' | 'received' | 'closed' => {
  const is = (where: EntryRow['steps'][number]['where']) => row.steps.some((step) => step.where === where);
  if (is('needsAttention')) return 'needsAttention';
  if (is('onPhone')) return 'onPhone';
  const period = periodOf(row.date, me.settings.periodKind);
  return me.closed.some((closed) => closed.period === period) ? 'closed' : 'received';
};
