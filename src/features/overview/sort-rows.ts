import { figureOf } from '#features/overview/completeness.ts';
import type { Measure } from '#model/indicator.ts';
import type { FiguresRow } from '#store/officer-pages.ts';

/** A column of the table: these five, or a measure. */
export type Column = 'name' | 'teams' | 'entries' | 'newest' | 'devices' | Measure;
export type Order = { column: Column; down: boolean };

// Vietnamese order of letters and tones; village 2 before village 10.
const byName = new Intl.Collator('vi', { numeric: true });

const share = ({ teams, teamsReported }: FiguresRow) => (teams === 0 ? null : teamsReported / teams);

const valueOf = (row: FiguresRow, column: Column): number | null => {
  switch (column) {
    case 'teams':
      return share(row);
    case 'entries':
      return row.entries;
    // Nothing ever came: longer ago than anything else, so that it stands where the oldest stand.
    case 'newest':
      return row.lastReceivedAt ?? -1;
    case 'devices':
      return row.devicesSeenAt ?? -1;
    default:
      return figureOf(row, column);
  }
};

/** The rows in order. What is unknown stands last either way; equals stand by name. */
export const sortRows = (rows: readonly FiguresRow[], { column, down }: Order): FiguresRow[] => {
  const sign = down ? -1 : 1;
  const names = (a: FiguresRow, b: FiguresRow) => byName.compare(a.unit.name, b.unit.name);
  return rows.slice().sort((a, b) => {
    if (column === 'name') return sign * names(a, b);
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if (left === right) return names(a, b);
    if (left === null) return 1;
    if (right === null) return -1;
    return sign * (left - right);
  });
};

/** What a first tap on a column's head gives: names from A, figures from the largest, dates from the oldest. */
export const firstOrder = (column: Column): Order => ({
  column,
  down: !['name', 'teams', 'newest', 'devices'].includes(column),
});
