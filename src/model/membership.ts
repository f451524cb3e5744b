import type { Day } from '#model/day.ts';
import type { Person } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';

/** Where a person belonged before, as what, and the last day of it. */
export type Former = { unit: UnitId; role: Person['role']; until: Day };

/**
 * The unit that work of a day is done for: where the person belonged then. `since` is the first day in the present unit;
 * on the day of a move both are right, and what is written from then on is the new unit's.
 */
export const unitOn = (
  day: Day,
  { unit, since, former }: { unit: UnitId; since: Day | null; former: readonly Former[] },
): UnitId => {
  if (since === null || day >= since) return unit;
  const then = former
    .filter(({ until }) => day <= until)
    .reduce<Former | undefined>((best, one) => (best && best.until <= one.until ? best : one), undefined);
  return then?.unit ?? unit;
};

/**
 * The person as they were in a former unit, for what they did there. What a lead may do to a team's entries ends on the
 * last day (`writtenOn` is when the change was made); putting right one's own does not.
 */
export const asTheyWere = (person: Person, { unit, role, until }: Former, writtenOn: Day): Person => ({
  ...person,
  unit,
  role: role === 'villageLead' && writtenOn > until ? 'villageMember' : role,
});
