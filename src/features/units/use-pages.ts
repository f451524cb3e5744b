import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import { link } from '#store/link.ts';
import type { Handbook } from '#store/database.ts';
import { keptDevices, keptFigures, keptUnitProfile, keptUnits, type KeptPage } from '#store/officer-pages.ts';

/** A page of the province by its address, live; `undefined` asks for none. */
const usePage = <Body>(
  name: string | undefined,
  kept: (db: Handbook, name: string) => Promise<KeptPage<Body> | undefined>,
): ProvincePage<Body> => {
  useWanted(name === undefined ? [] : [name]);
  const known = useLive(
    async (db) => (name === undefined ? undefined : { name, kept: await kept(db, name), link: await link(db) }),
    [name],
  );
  return known && known.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};

export const useUnits = (name: string) => usePage(name, keptUnits);
export const useUnitProfile = (name: string) => usePage(name, keptUnitProfile);
export const useFigures = (name: string | undefined) => usePage(name, keptFigures);
export const useDevices = (name: string | undefined) => usePage(name, keptDevices);
