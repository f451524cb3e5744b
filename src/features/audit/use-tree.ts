import { useLive } from '#features/handbook.tsx';
import { useWanted } from '#features/use-wanted.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { keptUnits } from '#store/officer-pages.ts';

const none: readonly Unit[] = [];

/** The officer's unit and all that ever stood below it; none until the province has told. */
export const useTree = (own: UnitId): readonly Unit[] => {
  const name = `/api/units?${new URLSearchParams({ unit: own }).toString()}`;
  useWanted([name]);
  const kept = useLive((db) => keptUnits(db, name), [name]);
  return kept?.body?.units ?? none;
};
