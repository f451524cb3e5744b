import type { EntriesPage, Figures, FiguresRow } from '#protocol/figures.ts';
import type { Handbook, ViewRow } from '#store/database.ts';
import { view } from '#store/views.ts';

export type { EntriesPage, Figures, FiguresRow };

/** A page of figures or entries as last received. Its shape was checked before it was kept; null before the first time. */
export type KeptPage<Body> = Omit<ViewRow, 'body'> & { body: Body | null };

/** `name` is the address of figures, as in '/api/figures?unit=42&period=2026-11'. */
export const keptFigures = async (db: Handbook, name: string): Promise<KeptPage<Figures> | undefined> =>
  (await view(db, name)) as KeptPage<Figures> | undefined;

/** `name` is the address of one page of entries. */
export const keptEntries = async (db: Handbook, name: string): Promise<KeptPage<EntriesPage> | undefined> =>
  (await view(db, name)) as KeptPage<EntriesPage> | undefined;
