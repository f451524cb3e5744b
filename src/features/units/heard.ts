import type { UnitId } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';

/** What the province heard of a unit in the period: how many teams of how many, or when last. */
export type Heard = ReadonlyMap<
  UnitId,
  { kind: 'teams'; reported: number; teams: number } | { kind: 'last'; at: number | null }
>;

/** From the pages of figures that are open. */
export const heardIn = (pages: readonly (Figures | undefined)[]): Heard => {
  const heard = new Map<
    UnitId,
    { kind: 'teams'; reported: number; teams: number } | { kind: 'last'; at: number | null }
  >();
  for (const page of pages)
    for (const row of page ? [page, ...page.rows] : [])
      heard.set(
        row.unit.id,
        row.unit.level === 'village'
          ? { kind: 'last', at: row.lastReceivedAt }
          : { kind: 'teams', reported: row.teamsReported, teams: row.teams },
      );
  return heard;
};
