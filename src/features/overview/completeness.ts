import type { Figures, FiguresRow } from '#store/officer-pages.ts';

/**
 * Whether anything counts for the period. Without it a figure is unknown, not nought; so it is again when all that came
 * was withdrawn.
 */
export const hasData = ({ teamsReported }: Pick<FiguresRow, 'teamsReported'>): boolean => teamsReported > 0;

/** The figure of a measure: a number, nought included, or null while nothing has come. */
export const figureOf = (row: Pick<FiguresRow, 'teamsReported' | 'totals'>, measure: string): number | null =>
  hasData(row) ? (row.totals[measure] ?? 0) : null;

/** Every team below has sent something. */
export const isComplete = ({ teams, teamsReported }: Pick<FiguresRow, 'teams' | 'teamsReported'>): boolean =>
  teams > 0 && teamsReported >= teams;

export const rowsWithData = (figures: Pick<Figures, 'rows'>): number => figures.rows.filter(hasData).length;
