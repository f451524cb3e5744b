import { useHands, useLive } from '#features/handbook.tsx';
import { provincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import type { UnitId } from '#model/unit.ts';
import { link } from '#store/link.ts';
import { keptBoundaries, type Boundaries } from '#store/officer-pages.ts';

/** They change with a reorganisation: once an hour is often enough, and keeps a map off a slow link. */
const goodFor = 60 * 60 * 1000;

const none: Boundaries['areas'] = [];

export const boundariesOf = (unit: UnitId): string => `/api/boundaries?${new URLSearchParams({ unit }).toString()}`;

/**
 * Where the units below one lie, as kept on this device; none where nobody loaded any, or no unit is asked about. Undefined
 * while they are asked for.
 */
export const useBoundaries = (unit: UnitId | undefined): Boundaries['areas'] | undefined => {
  const { clock } = useHands();
  const name = unit === undefined ? '' : boundariesOf(unit);
  const known = useLive(async (db) => ({ name, kept: await keptBoundaries(db, name), link: await link(db) }), [name]);
  const kept = known?.name === name ? known.kept : undefined;
  const fresh = typeof kept?.fetchedAt === 'number' && kept.fetchedAt > clock.now() - goodFor;
  useWanted(fresh || name === '' ? [] : [name]);
  if (name === '') return none;
  if (!known || known.name !== name) return undefined;
  const page = provincePage(kept, known.link);
  if (page.kind === 'opening') return undefined;
  return page.kind === 'shown' ? page.body.areas : none;
};
