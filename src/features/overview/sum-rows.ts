import type { FiguresRow } from '#store/officer-pages.ts';

export type Sum = Pick<
  FiguresRow,
  'entries' | 'totals' | 'teams' | 'teamsReported' | 'lastReceivedAt' | 'devicesSeenAt' | 'devicesWaiting'
>;

const latest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));

const nothing: Sum = {
  entries: 0,
  totals: {},
  teams: 0,
  teamsReported: 0,
  lastReceivedAt: null,
  devicesSeenAt: null,
  devicesWaiting: 0,
};

const addTo = (into: Record<string, number>, totals: Record<string, number>) =>
  Object.entries(totals).reduce((sum, [measure, count]) => ({ ...sum, [measure]: (sum[measure] ?? 0) + count }), into);

/** Rows taken together, for the foot of a table that shows only some of them. */
export const sumRows = (rows: readonly Sum[]): Sum =>
  rows.reduce<Sum>(
    (sum, row) => ({
      entries: sum.entries + row.entries,
      totals: addTo(sum.totals, row.totals),
      teams: sum.teams + row.teams,
      teamsReported: sum.teamsReported + row.teamsReported,
      lastReceivedAt: latest(sum.lastReceivedAt, row.lastReceivedAt),
      devicesSeenAt: latest(sum.devicesSeenAt, row.devicesSeenAt),
      devicesWaiting: sum.devicesWaiting + row.devicesWaiting,
    }),
    nothing,
  );
