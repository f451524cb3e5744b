import { useLive } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useWanted } from '#features/use-wanted.ts';
import { periodOf } from '#model/period.ts';
import type { Day } from '#model/day.ts';
import type { Unit } from '#model/unit.ts';
import { keptFigures } from '#store/officer-pages.ts';

/** The units right below an officer's own, from the page that the overview keeps; undefined until it once came. */
export const useUnitsBelow = ({ person, settings }: Situation, today: Day): Unit[] | undefined => {
  const name = `/api/figures?unit=${person.unit}&period=${periodOf(today, settings.periodKind)}`;
  useWanted([name]);
  return useLive(async (db) => (await keptFigures(db, name))?.body?.rows.map(({ unit }) => unit), [name]);
};
