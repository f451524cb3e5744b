import { useTranslation } from 'react-i18next';
import { figureOf } from '#features/overview/completeness.ts';
import { Devices } from '#features/overview/Devices.tsx';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { Newest } from '#features/overview/Newest.tsx';
import { sumRows } from '#features/overview/sum-rows.ts';
import { TeamsSent } from '#features/overview/TeamsSent.tsx';
import type { Measure } from '#model/indicator.ts';
import type { Figures, FiguresRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './FiguresTable.module.css';

type Props = {
  figures: Figures;
  rows: readonly FiguresRow[];
  filtering: boolean;
  measures: readonly Measure[];
  now: number;
};

/** The sums of the whole unit; of the rows in sight while a filter hides others. */
export const FiguresFoot = ({ figures, rows, filtering, measures, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const ofProvince = figures.unit.level === 'province';
  const sum = filtering ? sumRows(rows) : figures;
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {filtering ? t('totalFiltered', { count: rows.length }) : t(ofProvince ? 'totalProvince' : 'totalCommune')}
        </th>
        <td className={css.number}>{ofProvince ? <TeamsSent of={sum} /> : f.number(sum.entries)}</td>
        {measures.map((measure) => {
          const count = figureOf(sum, measure);
          return (
            <td key={measure} className={css.number}>
              {filtering && count !== null ? (
                f.number(count)
              ) : (
                <FigureLink unit={figures.unit} period={figures.period} measure={measure} count={count} />
              )}
            </td>
          );
        })}
        <td>
          <Newest of={{ ...sum, closed: figures.closed }} now={now} />
        </td>
        <td>
          <Devices of={sum} now={now} />
        </td>
      </tr>
    </tfoot>
  );
};
