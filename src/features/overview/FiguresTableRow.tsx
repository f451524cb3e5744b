import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { Devices } from '#features/overview/Devices.tsx';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { Newest } from '#features/overview/Newest.tsx';
import { TeamsSent } from '#features/overview/TeamsSent.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { FiguresRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './FiguresTable.module.css';

type Props = { row: FiguresRow; period: PeriodId; cells: readonly [Measure, number | null][]; now: number };

export const FiguresTableRow = ({ row, period, cells, now }: Props) => {
  const words = useUnitWords();
  const f = useFormat();
  const { unit } = row;
  return (
    <tr>
      <th scope="row">
        <Link className={css.unit} to={figuresBehind(unit.id, period)}>
          {words.short(unit)}
        </Link>
      </th>
      <td className={css.number}>{unit.level === 'village' ? f.number(row.entries) : <TeamsSent of={row} />}</td>
      {cells.map(([measure, count]) => (
        <td key={measure} className={css.number}>
          <FigureLink unit={unit} period={period} measure={measure} count={count} />
        </td>
      ))}
      <td>
        <Newest of={row} now={now} />
      </td>
      <td>
        <Devices of={row} now={now} />
      </td>
    </tr>
  );
};
