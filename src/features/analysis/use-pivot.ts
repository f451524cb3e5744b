import { useLive } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import { link } from '#store/link.ts';
import { keptPivot, type Pivot } from '#store/officer-pages.ts';

/** A page of sums, live: what was kept at once, what is new as soon as it came. No name, no page. */
export const usePivot = (name: string | undefined): ProvincePage<Pivot> => {
  useWanted(name === undefined ? [] : [name]);
  const known = useLive(
    async (db) => ({
      name,
      kept: name === undefined ? undefined : await keptPivot(db, name),
      link: await link(db),
    }),
    [name],
  );
  return known?.name === name && known ? provincePage(known.kept, known.link) : { kind: 'opening' };
};
