import { addDays, dayInVietnam, type Day } from '#model/day.ts';
import type { FormerUnit } from '#model/former-unit.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import type { UnitProfile } from '#store/officer-pages.ts';

/** What became of a unit, newest first. */
export type UnitEvent =
  | { kind: 'formed'; day: Day }
  | { kind: 'from-former'; day: Day; former: FormerUnit[] }
  | { kind: 'from-units'; day: Day; units: Unit[] }
  | { kind: 'renamed'; day: Day; former: FormerUnit }
  | { kind: 'became'; day: Day; units: Unit[] }
  | { kind: 'ended'; day: Day }
  | { kind: 'closed'; day: Day; period: PeriodId };

const closedShown = 3;

const grouped = <One>(all: readonly One[], dayOf: (one: One) => Day): Map<Day, One[]> => {
  const days = new Map<Day, One[]>();
  for (const one of all) days.set(dayOf(one), [...(days.get(dayOf(one)) ?? []), one]);
  return days;
};

/** Made of what the province says of it; a name without a district is one the unit itself had. */
export const historyOf = ({ unit, before, after, former, closed }: UnitProfile): UnitEvent[] => {
  const renamed = former.filter(({ district }) => district === '');
  const merged = grouped(
    former.filter(({ district }) => district !== ''),
    ({ until }) => addDays(until, 1),
  );
  const parents = before.filter(({ mergedInto }) => mergedInto.includes(unit.id));
  const from = grouped(parents, ({ validTo }) => addDays(validTo ?? unit.validFrom, 1));
  const events: UnitEvent[] = [
    ...(merged.has(unit.validFrom) || from.has(unit.validFrom)
      ? []
      : [{ kind: 'formed' as const, day: unit.validFrom }]),
    ...[...merged].map(([day, names]) => ({ kind: 'from-former' as const, day, former: names })),
    ...[...from].map(([day, units]) => ({ kind: 'from-units' as const, day, units })),
    ...renamed.map((one) => ({ kind: 'renamed' as const, day: addDays(one.until, 1), former: one })),
    ...closed
      .slice(-closedShown)
      .map(({ period, closedAt }) => ({ kind: 'closed' as const, day: dayInVietnam(closedAt * 1000), period })),
    ...(unit.validTo === null
      ? []
      : after.length > 0
        ? [{ kind: 'became' as const, day: addDays(unit.validTo, 1), units: after }]
        : [{ kind: 'ended' as const, day: unit.validTo }]),
  ];
  return events.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
};
