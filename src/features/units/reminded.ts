import type { Day } from '#model/day.ts';
import { existsOn, type Unit, type UnitId } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';

/** Whom an officer may remind from a unit's page: the unit right below the own one, or of the own one all those below, that sent nothing. */
export const toRemind = (own: UnitId, unit: Unit, figures: Figures, today: Day): UnitId[] => {
  const asked = unit.id === own ? figures.rows : unit.parent === own ? [{ ...figures, unit }] : [];
  return asked
    .filter((one) => existsOn(one.unit, today) && !one.closed && one.teamsReported === 0)
    .map((one) => one.unit.id);
};
