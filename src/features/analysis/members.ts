import { periodsOf, type Choice } from '#features/analysis/choice.ts';
import { dimensionValues } from '#model/indicator.ts';
import type { PivotMembers } from '#model/pivot.ts';
import type { Pivot } from '#store/officer-pages.ts';

const told: readonly string[] = [...Object.values(dimensionValues).flat(), 'unsaid'];

/** What stands on each axis: units and periods chosen, and the values anything was counted under. */
export const membersOf = (pivot: Pick<Pivot, 'units' | 'cells' | 'sums'>, choice: Choice): PivotMembers => {
  const values = [...new Set([...pivot.sums, ...pivot.cells].map(({ value }) => value))];
  const place = (value: string) => (told.includes(value) ? told.indexOf(value) : told.length);
  return {
    unit: pivot.units.map(({ id }) => id).filter((id) => choice.only.length === 0 || choice.only.includes(id)),
    period: periodsOf(choice),
    measure: choice.measures,
    value: choice.by === 'none' ? [''] : values.sort((one, other) => place(one) - place(other)),
  };
};
