import { useLive } from '#features/handbook.tsx';
import { devicesOf } from '#features/devices/addresses.ts';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import type { UnitId } from '#model/unit.ts';
import { link } from '#store/link.ts';
import { keptDevices, type DevicesPage } from '#store/officer-pages.ts';

/** The people and devices of a unit, live. */
export const useDevices = (unit: UnitId): ProvincePage<DevicesPage> => {
  const name = devicesOf(unit);
  useWanted([name]);
  const known = useLive(async (db) => ({ name, kept: await keptDevices(db, name), link: await link(db) }), [name]);
  return known?.name === name ? provincePage(known.kept, known.link) : { kind: 'opening' };
};
