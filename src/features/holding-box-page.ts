import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import { link } from '#store/link.ts';
import { keptHoldingBox, type HoldingBox } from '#store/officer-pages.ts';

/** The address of the own unit's box, and the name under which it is kept. */
export const ownBox = '/api/holding-box';

/** The holding box of the officer's own unit, kept fresh while anybody looks at the app: it is counted in the menu. */
export const useHoldingBox = (): ProvincePage<HoldingBox> => {
  useWanted([ownBox]);
  const known = useLive(async (db) => ({ kept: await keptHoldingBox(db, ownBox), link: await link(db) }));
  return known ? provincePage(known.kept, known.link) : { kind: 'opening' };
};
