import { hasData, isComplete } from '#features/overview/completeness.ts';
import type { Day } from '#model/day.ts';
import { existsOn, type UnitId } from '#model/unit.ts';
import type { FiguresRow } from '#store/officer-pages.ts';

/** Why a unit wants a word: its period before is not closed though the day is gone by; nothing came; not all came. */
export type Urge = { row: FiguresRow; why: 'late' | 'nothing' | 'part' };

const order: readonly Urge['why'][] = ['late', 'nothing', 'part'];
const share = ({ teams, teamsReported }: FiguresRow) => (teams === 0 ? 0 : teamsReported / teams);

/** The units to urge, the most pressing first: by reason, then the least complete, then whose data are oldest. Nobody is in one that is gone, or that has no teams. */
export const toUrge = (rows: readonly FiguresRow[], late: ReadonlySet<UnitId>, today: Day): Urge[] =>
  rows
    .filter(({ unit, teams }) => existsOn(unit, today) && (unit.level === 'village' || teams > 0))
    .flatMap((row): Urge[] => {
      if (late.has(row.unit.id)) return [{ row, why: 'late' }];
      if (row.closed || isComplete(row)) return [];
      return [{ row, why: hasData(row) ? 'part' : 'nothing' }];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.why) - order.indexOf(b.why) ||
        share(a.row) - share(b.row) ||
        (a.row.lastReceivedAt ?? 0) - (b.row.lastReceivedAt ?? 0) ||
        (a.row.unit.id < b.row.unit.id ? -1 : 1),
    );
