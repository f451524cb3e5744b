import type { Handbook } from '#store/database.ts';
import { keptEntries, type EntriesPage, type KeptPage } from '#store/officer-pages.ts';

export type Walked = { name: string; kept: KeptPage<EntriesPage> | undefined };

/** Pages of entries as far as they are kept, up to `most`: each says where the next begins. The last may not be there yet. */
export const walkPages = async (
  db: Handbook,
  nameOf: (after: string | undefined) => string,
  most: number,
): Promise<Walked[]> => {
  const pages: Walked[] = [];
  let after: string | undefined;
  for (;;) {
    const name = nameOf(after);
    const kept = await keptEntries(db, name);
    pages.push({ name, kept });
    const next = kept?.body?.next ?? null;
    if (next === null || pages.length === most) return pages;
    after = next;
  }
};
